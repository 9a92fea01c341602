package pl.zmobridge.order;

import static java.time.temporal.ChronoField.YEAR;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Timestamps as the shop writes them: wall clock time in the shop's zone, {@code 2026-10-02 09:41:07} (N3). */
public final class ShopTime {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendValue(YEAR, 4)
            .appendPattern("-MM-dd HH:mm:ss")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    /** Clocks and zones that are set wrongly differ by less. */
    private static final Duration FAR = Duration.ofDays(1);

    private ShopTime() {}

    /** A warning in Polish when an order was placed more than a day from now. */
    public static Optional<String> futureWarning(ZonedDateTime placedAt, Instant now) {
        return placedAt.toInstant().isAfter(now.plus(FAR))
                ? Optional.of("Data zamówienia " + placedAt.toLocalDate()
                        + " leży w przyszłości; sprawdź ją w sklepie, bo trafia na dokumenty.")
                : Optional.empty();
    }

    /**
     * The latest moment that a timestamp of the shop can mean: in the hour that the end of summer time repeats, the second of
     * the two. Whoever measures an age takes this one.
     */
    static Instant latest(ZonedDateTime time) {
        return time.withLaterOffsetAtOverlap().toInstant();
    }

    /**
     * Reads a timestamp of the shop. An hour that the end of summer time repeats is the first of the two; an hour that
     * its start skips is moved forward by the length of the gap.
     *
     * @param zone the shop's zone
     * @throws UnreadableValue when the text is no existing date and time, also for the shop's "no date" values
     */
    public static ZonedDateTime read(String text, ZoneId zone) {
        try {
            LocalDateTime wallClock = LocalDateTime.parse(text.strip(), FORMAT);
            return ZonedDateTime.ofLocal(wallClock, zone, null);
        } catch (DateTimeParseException e) {
            throw new UnreadableValue(
                    "Data „" + text + "” jest nieczytelna; sklep powinien podać ją jako RRRR-MM-DD GG:MM:SS.");
        }
    }
}
