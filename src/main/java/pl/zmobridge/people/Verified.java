package pl.zmobridge.people;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Passwords that were right some minutes ago, so that each request of a script does not cost a look at a hash. What it holds is worth nothing elsewhere. */
final class Verified {
    static final Duration HOLDS = Duration.ofMinutes(5);
    private static final int MOST = 1_000;

    private final byte[] key = new byte[32];
    private final InstantSource clock;
    private final Map<String, Instant> until = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    Verified(InstantSource clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    synchronized boolean holds(User user, String password) {
        Instant end = until.get(trace(user, password));
        return end != null && clock.instant().isBefore(end);
    }

    synchronized void add(User user, String password) {
        until.put(trace(user, password), clock.instant().plus(HOLDS));
    }

    /** Another one as soon as the user's password or role is changed. */
    private String trace(User user, String password) {
        byte[] text = (user.state() + "\n" + password).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Keyed.hash(key, text));
    }
}
