package pl.zmobridge.settings;

import java.util.List;

/** The configuration cannot be used; each problem is one line that names the key, what is wrong and an example. */
public final class BadSettings extends RuntimeException {
    private final transient List<String> problems;

    public BadSettings(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
