package pl.zmobridge.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes guessing passwords slow: after a few wrong ones of one user from one address, that user is not listened to from there for a time
 * that doubles with each further one; and so is nobody from an address that tries many names. The same user at another address is
 * heard. What it remembers is bounded; whoever was quiet long enough starts afresh.
 */
final class SlowDown {
    static final int FREE_MISTAKES = 5;
    static final int FREE_NAMES = 20;
    static final Duration LONGEST = Duration.ofMinutes(5);
    static final int MOST = 5_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);

    private final InstantSource clock;
    private final Map<String, Mistakes> ofUsers = new Bounded();
    private final Map<String, Mistakes> ofAddresses = new Bounded();

    private record Mistakes(int count, Instant last, Instant until) {}

    private static final class Bounded extends LinkedHashMap<String, Mistakes> {
        Bounded() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Mistakes> eldest) {
            return size() > MOST;
        }
    }

    SlowDown(InstantSource clock) {
        this.clock = clock;
    }

    /** How long the user has to wait there; zero for not at all. */
    synchronized Duration pause(String user, Address from) {
        Duration ofUser = pause(ofUsers.get(key(user, from)));
        Duration ofAddress = pause(ofAddresses.get(from.network()));
        return ofUser.compareTo(ofAddress) > 0 ? ofUser : ofAddress;
    }

    private Duration pause(Mistakes known) {
        Instant now = clock.instant();
        return known == null || !now.isBefore(known.until()) ? Duration.ZERO : Duration.between(now, known.until());
    }

    synchronized void wrong(String user, Address from) {
        Mistakes known = ofUsers.get(key(user, from));
        count(ofUsers, key(user, from), FREE_MISTAKES);
        if (isAfresh(known)) { // of an address only the names count: a script with an old password is one
            count(ofAddresses, from.network(), FREE_NAMES);
        }
    }

    synchronized void right(String user, Address from) {
        // begins afresh; of the address the name has been counted already
        ofUsers.computeIfPresent(key(user, from), (key, known) -> new Mistakes(0, known.last(), clock.instant()));
    }

    synchronized int remembered() {
        return ofUsers.size() + ofAddresses.size();
    }

    private void count(Map<String, Mistakes> mistakes, String key, int free) {
        Instant now = clock.instant();
        Mistakes known = mistakes.get(key);
        int count = isAfresh(known) ? 1 : known.count() + 1;
        mistakes.put(key, new Mistakes(count, now, now.plus(waitAfter(count, free))));
    }

    private boolean isAfresh(Mistakes known) {
        return known == null || known.last().plus(FORGOTTEN_AFTER).isBefore(clock.instant());
    }

    private static Duration waitAfter(int count, int free) {
        if (count < free) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(count - free, 20));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    private static String key(String user, Address from) {
        return user + "\n" + from.network();
    }
}
