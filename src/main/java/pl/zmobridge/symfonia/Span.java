package pl.zmobridge.symfonia;

import java.time.LocalDate;
import java.util.List;

/** Days on which the ERP is asked for documents, first and last included; a day more on both sides, for time zones. */
public record Span(LocalDate from, LocalDate to) {

    /** The shortest span that holds all these days. */
    public static Span around(LocalDate... days) {
        List<LocalDate> sorted = List.of(days).stream().sorted().toList();
        return new Span(
                sorted.get(0).minusDays(1), sorted.get(sorted.size() - 1).plusDays(1));
    }

    public String query() {
        return "dateFrom=" + from + "&dateTo=" + to;
    }
}
