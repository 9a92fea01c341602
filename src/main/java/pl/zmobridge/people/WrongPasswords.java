package pl.zmobridge.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts wrong passwords and tells of them: at most one line a minute of an address, with how many there were and for which users. */
final class WrongPasswords {
    static final int MOST_ADDRESSES = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(WrongPasswords.class);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final String OTHERS = "further addresses";
    private static final int MOST_NAMES = 5;

    private final InstantSource clock;
    private final Map<String, Sender> senders = new LinkedHashMap<>();
    private Instant nextLine = Instant.MAX;
    private long all;

    /** An address that was told of less than a minute ago, and what has come since. */
    private static final class Sender {
        private final String ip;
        private final Set<String> names = new TreeSet<>();
        private int untold;
        private Instant next;

        Sender(String ip, Instant next) {
            this.ip = ip;
            this.next = next;
        }
    }

    WrongPasswords(InstantSource clock) {
        this.clock = clock;
    }

    /** How many there were since the start. */
    synchronized long count() {
        return all;
    }

    synchronized void add(String user, Address from) {
        all++;
        String network = senders.size() < MOST_ADDRESSES ? from.network() : OTHERS;
        String ip = network.equals(OTHERS) ? OTHERS : from.ip();
        Sender sender = senders.computeIfAbsent(network, key -> new Sender(ip, clock.instant()));
        sender.untold++;
        if (sender.names.size() < MOST_NAMES) {
            sender.names.add(user);
        }
        nextLine = sender.next.isBefore(nextLine) ? sender.next : nextLine;
        tell();
    }

    /** Tells what was held back for a minute; each request sets it going. */
    synchronized void tell() {
        Instant now = clock.instant();
        if (now.isBefore(nextLine)) {
            return;
        }
        nextLine = Instant.MAX;
        for (Iterator<Sender> each = senders.values().iterator(); each.hasNext(); ) {
            Sender sender = each.next();
            boolean due = !now.isBefore(sender.next);
            if (due && sender.untold == 0) {
                each.remove();
                continue;
            }
            if (due) {
                LOG.warn(
                        "{} wrong passwords from {}, user {}",
                        sender.untold,
                        sender.ip,
                        String.join(", ", sender.names));
                sender.untold = 0;
                sender.names.clear();
                sender.next = now.plus(QUIET);
            }
            nextLine = sender.next.isBefore(nextLine) ? sender.next : nextLine;
        }
    }
}
