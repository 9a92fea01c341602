package pl.zmobridge.sim;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/** The forms in which installations of the ERP write a date. */
public enum ErpDates {
    /** {@code 2026-10-02} */
    DAY("%s"),
    /** {@code 2026-10-02T00:00:00} */
    SECONDS("%sT00:00:00"),
    /** {@code 2026-10-02T00:00:00.1234567} */
    FRACTION("%sT00:00:00.1234567"),
    /** {@code 2026-10-02T00:00:00+02:00} */
    OFFSET("%sT00:00:00+02:00"),
    /** All of them in turn. */
    MIXED("");

    private static final ErpDates[] FORMS = {DAY, SECONDS, FRACTION, OFFSET};
    private final String form;
    private final AtomicInteger turn = new AtomicInteger();

    ErpDates(String form) {
        this.form = form;
    }

    String write(LocalDate day) {
        return this == MIXED
                ? FORMS[Math.floorMod(turn.getAndIncrement(), FORMS.length)].write(day)
                : form.formatted(day);
    }
}
