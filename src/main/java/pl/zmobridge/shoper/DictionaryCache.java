package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The dictionaries of the moment, shared by all routes. Says when they must be fetched again, but asks for the same unknown id
 * only once in a while: an id the shop itself does not know must not cost a refresh on every page.
 */
public final class DictionaryCache {
    private static final Duration RENAMES_SEEN_AFTER = Duration.ofHours(1);

    private final InstantSource clock;
    private final Duration retryUnknownAfter;
    private final Set<Dictionaries.UnknownId> asked = new HashSet<>();
    private final Set<Dictionaries.UnknownId> unexplained = new HashSet<>();
    private Instant replacedAt = Instant.MIN;
    private volatile boolean withNames;
    private volatile Optional<Dictionaries> current = Optional.empty();

    public DictionaryCache(InstantSource clock) {
        this(clock, Duration.ofSeconds(60));
    }

    /** @param retryUnknownAfter how long an id that a refresh did not explain is taken as it is */
    public DictionaryCache(InstantSource clock, Duration retryUnknownAfter) {
        this.clock = clock;
        this.retryUnknownAfter = retryUnknownAfter;
    }

    public boolean isMissing() {
        return current.isEmpty();
    }

    /** Whether they were never fetched, or so long ago that a renamed status may have gone unnoticed (H3). */
    public boolean isStale() {
        return isOlderThan(RENAMES_SEEN_AFTER);
    }

    /** Whether they were never fetched, or longer ago than that. */
    public synchronized boolean isOlderThan(Duration age) {
        return isMissing() || clock.instant().isAfter(replacedAt.plus(age));
    }

    /** @throws IllegalStateException before the first {@link #replace} */
    public Dictionaries current() {
        return current.orElseThrow(() -> new IllegalStateException("Słowniki sklepu nie zostały jeszcze pobrane."));
    }

    /** Whether the names of additional fields were fetched too. */
    public boolean hasNames() {
        return withNames;
    }

    /**
     * Takes what was just fetched; unknown ids that led to it have now been asked for.
     *
     * @param names whether the names of additional fields were asked for too
     */
    public synchronized void replace(Dictionaries fetched, boolean names) {
        current = Optional.of(fetched);
        withNames = names;
        replacedAt = clock.instant();
        unexplained.addAll(asked);
        asked.clear();
    }

    /**
     * Whether the dictionaries must be fetched before these rows of orders can be read: always while they hold an unknown id,
     * except for ids that were still unknown after a refresh a moment ago.
     */
    public synchronized boolean needsRefresh(Collection<JsonNode> orderRows) {
        if (isMissing()) {
            return true;
        }
        List<Dictionaries.UnknownId> unknown = orderRows.stream()
                .flatMap(row -> current().unknownIds(row).stream())
                .toList();
        if (!clock.instant().isBefore(replacedAt.plus(retryUnknownAfter))) {
            unexplained.clear();
        }
        if (unexplained.containsAll(unknown)) {
            return false;
        }
        asked.addAll(unknown);
        return true;
    }
}
