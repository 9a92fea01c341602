package pl.zmobridge.order;

import static java.time.temporal.ChronoField.YEAR;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/** Timestamps as the shop writes them: wall clock time in the shop's zone, {@code 2026-10-02 09:41:07} (N3). */
public final class ShopTime {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendValue(YEAR, 4)
            .appendPattern("-MM-dd HH:mm:ss")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private ShopTime() {}

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
