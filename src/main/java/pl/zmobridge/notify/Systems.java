package pl.zmobridge.notify;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.failure.FailedSystem;

/** What this bridge knows of the systems that a shop needs. */
public interface Systems {
    /** Those that are away, and since when. */
    Map<FailedSystem, Instant> away(String shop);

    /** When a system last answered this bridge. */
    Optional<Instant> answeredAt(FailedSystem system, String shop);
}
