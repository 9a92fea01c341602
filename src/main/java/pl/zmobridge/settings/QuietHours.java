package pl.zmobridge.settings;

import java.time.LocalTime;

/**
 * The hours of each day in which nobody is told anything; they may go over midnight.
 *
 * @param from the first quiet minute
 * @param to the first minute that is not quiet any more
 */
public record QuietHours(LocalTime from, LocalTime to) {
    public boolean contains(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
