package pl.zmobridge.register;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times of the register, which are UTC, as the driver hands them over. */
public final class Times {
    private Times() {}

    /** A {@code DATETIME} column; empty for NULL. */
    public static Optional<LocalDateTime> utc(Object column) {
        if (column instanceof Timestamp timestamp) {
            // not toLocalDateTime: the machine's own zone may have no such hour
            return Optional.of(LocalDateTime.ofInstant(timestamp.toInstant(), ZoneOffset.UTC));
        }
        return Optional.ofNullable((LocalDateTime) column);
    }
}
