package pl.zmobridge.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import pl.zmobridge.failure.FailedSystem;

/** What was told of the database while it was away: no table can know. Each bridge tells it for itself, and after a restart anew. */
final class DatabaseOutages {
    private final List<String> shops;
    private final Systems systems;
    private final Judge judge;
    private final Map<Channel, Outage> told = new ConcurrentHashMap<>();

    DatabaseOutages(List<String> shops, Systems systems, Judge judge) {
        this.shops = shops;
        this.systems = systems;
        this.judge = judge;
    }

    static boolean isOne(Outage outage) {
        return outage.system() == FailedSystem.DATABASE;
    }

    boolean isAway() {
        return since().isPresent();
    }

    /** The outage that a channel is to tell of now. */
    Optional<Outage> untold(Channel channel, Instant now, ZoneId zone) {
        return since().filter(since -> !told.containsKey(channel) && judge.isLong(since, now))
                .filter(since -> !judge.isQuiet(now, zone))
                .map(since -> Outage.begins("", FailedSystem.DATABASE, since));
    }

    /** The one that a channel has told of, and that is over. */
    Optional<Outage> over(Channel channel, Instant now) {
        return Optional.ofNullable(told.get(channel)).map(outage -> outage.ended(now));
    }

    /** A channel has told of an outage of whatever system. */
    void told(Channel channel, Outage outage) {
        if (isOne(outage) && outage.isOpen()) {
            told.put(channel, outage.told());
        } else if (isOne(outage)) {
            told.remove(channel);
        }
    }

    private Optional<Instant> since() {
        return shops.stream()
                .flatMap(shop -> Optional.ofNullable(systems.away(shop).get(FailedSystem.DATABASE)).stream())
                .min(Instant::compareTo);
    }
}
