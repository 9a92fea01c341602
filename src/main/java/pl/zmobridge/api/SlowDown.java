package pl.zmobridge.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Makes guessing passwords slow: after a few wrong ones an address is not listened to for a time that doubles with each
 * further one. What it remembers is bounded; an address that was quiet long enough starts afresh.
 */
final class SlowDown {
    static final int FREE_MISTAKES = 5;
    static final Duration LONGEST = Duration.ofMinutes(5);
    static final int MOST_ADDRESSES = 5_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);
    private static final int NETWORK_BYTES = 8;

    private final InstantSource clock;
    private final Map<String, Mistakes> mistakes = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Mistakes> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Mistakes(int count, Instant last, Instant until) {}

    SlowDown(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Judges a password, unless its sender has to wait.
     *
     * @param remote where the request comes from: an address literal, perhaps with a port
     * @return whether the password is right
     * @throws ApiProblem 429 when the sender has to wait; the password was not looked at
     */
    synchronized boolean judge(String remote, BooleanSupplier right) {
        String sender = network(remote);
        Instant now = clock.instant();
        Mistakes known = mistakes.get(sender);
        if (known != null && now.isBefore(known.until())) {
            long seconds = Duration.between(now, known.until()).toSeconds() + 1;
            throw new ApiProblem(
                            429,
                            "Too many requests",
                            "Too many wrong passwords from this address; try again in " + seconds + " s")
                    .with("Retry-After", Long.toString(seconds));
        }
        if (right.getAsBoolean()) {
            mistakes.remove(sender);
            return true;
        }
        boolean afresh = known == null || known.last().plus(FORGOTTEN_AFTER).isBefore(now);
        int count = afresh ? 1 : known.count() + 1;
        mistakes.put(sender, new Mistakes(count, now, now.plus(waitAfter(count))));
        return false;
    }

    synchronized int remembered() {
        return mistakes.size();
    }

    private static Duration waitAfter(int count) {
        if (count < FREE_MISTAKES) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(count - FREE_MISTAKES, 20));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    /** The address itself, or its /64 network: whoever has one address of IPv6 has all of that network. */
    private static String network(String remote) {
        String ip = Access.ipOf(remote);
        if (!ip.contains(":")) {
            return ip;
        }
        try {
            byte[] bytes = InetAddress.getByName(ip).getAddress();
            return bytes.length == 4 ? ip : Arrays.toString(Arrays.copyOf(bytes, NETWORK_BYTES));
        } catch (UnknownHostException e) {
            return ip;
        }
    }
}
