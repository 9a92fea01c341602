package pl.zmobridge.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which channels fail, and when they are tried again: ever more rarely, for ever. The log says it when it begins and when it ends. */
public final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.notify");
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Duration first;
    private final Map<Channel, Trouble> troubles = new EnumMap<>(Channel.class);

    private record Trouble(Instant since, Duration pause, Instant next) {}

    Deliveries(Duration first) {
        this.first = first;
    }

    /** Since when a channel has failed. */
    public synchronized Optional<Instant> failingSince(Channel channel) {
        return Optional.ofNullable(troubles.get(channel)).map(Trouble::since);
    }

    /** Whether the channel may be tried; also when the clock was set back. */
    synchronized boolean isDue(Channel channel, Instant now) {
        Trouble trouble = troubles.get(channel);
        return trouble == null || !now.isBefore(trouble.next()) || now.isBefore(trouble.since());
    }

    synchronized void failed(Channel channel, String words, Instant now) {
        Trouble before = troubles.get(channel);
        if (before == null) {
            LOG.warn("Nobody can be told by {}; it is tried again, and orders go on: {}", channel, words);
        }
        Duration pause = before == null ? first : before.pause().multipliedBy(2);
        Duration next = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        troubles.put(channel, new Trouble(before == null ? now : before.since(), next, now.plus(next)));
    }

    synchronized void sent(Channel channel) {
        if (troubles.remove(channel) != null) {
            LOG.info("People are told by {} again", channel);
        }
    }
}
