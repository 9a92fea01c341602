package pl.zmobridge.attempt;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.symfonia.Span;

/** On which days the ERP can have written a document of an order. */
final class Days {
    private Days() {}

    /** From the order's day, or from when the last write was begun if that is earlier, until today. */
    static Span of(RegisteredOrder registered, InstantSource clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate ordered = registered.card().placedAt().toLocalDate();
        LocalDate begun = registered.intentAt().map(LocalDateTime::toLocalDate).orElse(today);
        return Span.around(ordered, begun, today);
    }
}
