package pl.zmobridge.mending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What was set or undone a short while ago. An attempt that was under way then, here or on another bridge, may yet fail with what
 * held before; what waits is therefore told to go on again, less and less often, until no such attempt can be left.
 */
final class RecentChanges {
    private final InstantSource clock;
    private final Map<Changed, Again> changes = new LinkedHashMap<>();

    private record Changed(String shop, String name) {}

    private record Again(Instant since, Instant next) {}

    RecentChanges(InstantSource clock) {
        this.clock = clock;
    }

    void add(String shop, String name) {
        Instant now = clock.instant();
        changes.put(new Changed(shop, name), new Again(now, now));
    }

    /**
     * Tells those of which it is time.
     *
     * @param longest how long an attempt may take
     * @param goOn takes the shop and the name
     */
    void due(Duration longest, BiConsumer<String, String> goOn) {
        Instant now = clock.instant();
        for (Map.Entry<Changed, Again> each : new LinkedHashMap<>(changes).entrySet()) {
            if (now.isBefore(each.getValue().next())) {
                continue;
            }
            Changed changed = each.getKey();
            goOn.accept(changed.shop(), changed.name());
            Duration past = Duration.between(each.getValue().since(), now);
            if (past.compareTo(longest) > 0) {
                changes.remove(changed);
            } else {
                changes.put(changed, new Again(each.getValue().since(), now.plus(past)));
            }
        }
    }
}
