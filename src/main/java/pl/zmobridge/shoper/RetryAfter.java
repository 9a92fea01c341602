package pl.zmobridge.shoper;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;

/** The header {@code Retry-After}: seconds, or an HTTP date (RFC 9110, 10.2.3). */
final class RetryAfter {
    /** As good as for ever: the shop will say it again. */
    private static final Duration MOST = Duration.ofDays(1);

    private RetryAfter() {}

    /** How long from {@code now} on, at most a day; never negative, empty when the value is neither. */
    static Optional<Duration> read(String value, Instant now) {
        OptionalLong seconds = Fields.wholeNumber(value);
        if (seconds.isPresent()) {
            return Optional.of(within(Duration.ofSeconds(seconds.getAsLong())));
        }
        try {
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip()));
            return Optional.of(within(Duration.between(now, until)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration within(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(MOST) < 0 ? asked : MOST;
    }
}
