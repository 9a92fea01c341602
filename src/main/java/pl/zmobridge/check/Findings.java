package pl.zmobridge.check;

import java.util.function.Consumer;
import pl.zmobridge.check.Finding.Area;
import pl.zmobridge.check.Finding.Mark;

/** Takes the findings of one area and tells them at once. */
final class Findings {
    private final Area area;
    private final Consumer<Finding> told;

    Findings(Area area, Consumer<Finding> told) {
        this.area = area;
        this.told = told;
    }

    void good(String about, String text) {
        add(Mark.GOOD, about, text, "");
    }

    void note(String about, String text, String advice) {
        add(Mark.NOTE, about, text, advice);
    }

    void bad(String about, String text, String advice) {
        add(Mark.BAD, about, text, advice);
    }

    private void add(Mark mark, String about, String text, String advice) {
        told.accept(new Finding(mark, area, about, text, advice));
    }
}
