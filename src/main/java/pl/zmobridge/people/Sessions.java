package pl.zmobridge.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Signed-in browsers. A session is known by a token that only the browser has; it ends when its user's password or role is changed. */
final class Sessions {
    private static final int TOKEN_BYTES = 32;
    private static final String TOKEN = "[A-Za-z0-9_-]{43}";

    private final SessionMemory memory;
    private final SecureRandom random = new SecureRandom();

    Sessions(SessionMemory memory) {
        this.memory = memory;
    }

    /** Begins one. Answers its token. */
    String begin(User user) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        memory.keep(new SessionMemory.Session(id(token), user.name(), proof(token, user)));
        return token;
    }

    /** Whose session it is, if it still holds. */
    Optional<User> user(String token, Users users) {
        if (!token.matches(TOKEN)) {
            return Optional.empty();
        }
        return memory.find(id(token)).flatMap(session -> users.find(session.user())
                .filter(user -> MessageDigest.isEqual(session.proof(), proof(token, user))));
    }

    void end(String token) {
        if (token.matches(TOKEN)) {
            memory.forget(id(token));
        }
    }

    /** The token of a {@code Cookie} header; blank when it has none. */
    static String token(String cookies) {
        return Arrays.stream(cookies.split(";"))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(People.COOKIE + "="))
                .map(cookie -> cookie.substring(People.COOKIE.length() + 1))
                .findFirst()
                .orElse("");
    }

    private static byte[] id(String token) {
        return Keyed.plain(bytes(token));
    }

    private static byte[] proof(String token, User user) {
        return Keyed.hash(bytes(token), bytes(user.state()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
