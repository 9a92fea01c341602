package pl.zmobridge.people;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Hashes of passwords: bcrypt, as Spring Security has it. */
public final class Passwords {
    public static final int SHORTEST = 10;

    /** What bcrypt reads of a password; the rest would not count. */
    public static final int MOST_BYTES = 72;

    private static final int COST = 12;
    private static final int LEAST_COST = 10;
    private static final int MOST_COST = 15;
    private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./0-9A-Za-z]{53}");

    /** Of nothing that anybody knows: an unknown name takes as long as a wrong password. */
    private static final String NOBODYS = "$2a$12$y/GSsXscB1GGc/8wc64MouBhj4R5HCEJf158EkbaRcYf4zRtk8h6K";

    private static final BCryptPasswordEncoder BCRYPT = new BCryptPasswordEncoder(COST);

    private Passwords() {}

    /** Whether it has fewer than {@link #SHORTEST} characters. */
    public static boolean isTooShort(String password) {
        String text = normal(password);
        return text.codePointCount(0, text.length()) < SHORTEST;
    }

    /** Whether it has more than {@link #MOST_BYTES} bytes; bcrypt takes no more. */
    public static boolean isTooLong(String password) {
        return normal(password).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    public static String hash(String password) {
        return BCRYPT.encode(normal(password));
    }

    static boolean matches(String password, String hash) {
        String text = normal(password);
        return !isTooLong(text) && BCRYPT.matches(text, hash);
    }

    /** Takes the time of a look at a password. */
    static void pretend(String password) {
        matches(password, NOBODYS);
    }

    /** What is wrong with a hash that somebody has written; empty when it can be used. */
    static Optional<String> faultOfHash(String hash) {
        Matcher parts = HASH.matcher(hash);
        if (!parts.matches()) {
            return Optional.of("is no bcrypt hash");
        }
        int cost = Integer.parseInt(parts.group(1));
        return cost < LEAST_COST || cost > MOST_COST
                ? Optional.of("is a bcrypt hash of cost " + cost + " instead of " + LEAST_COST + " to " + MOST_COST)
                : Optional.empty();
    }

    /** Keyboards of some machines type a letter and its accent apart. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
