package pl.zmobridge.register;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.Optional;

/** Times of the register, which are UTC, as the driver hands them over. */
public final class Times {
    private Times() {}

    /** A {@code DATETIME} column; empty for NULL. */
    public static Optional<LocalDateTime> utc(Object column) {
        if (column instanceof Timestamp timestamp) {
            return Optional.of(timestamp.toLocalDateTime());
        }
        return Optional.ofNullable((LocalDateTime) column);
    }
}
