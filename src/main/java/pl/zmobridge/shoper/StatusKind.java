package pl.zmobridge.shoper;

import java.util.Optional;

/** What a status of the shop means: {@code type} 1 to 4 of {@code GET /statuses}. */
public enum StatusKind {
    NEW,
    IN_PROGRESS,
    /** Sent, done. */
    CLOSED,
    /** Cancelled, rejected or returned (Z10). */
    NOT_COMPLETED;

    /** Empty for a type that the API does not document. */
    static Optional<StatusKind> ofType(long type) {
        return type >= 1 && type <= values().length ? Optional.of(values()[(int) type - 1]) : Optional.empty();
    }
}
