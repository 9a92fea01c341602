package pl.zmobridge.people;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import pl.zmobridge.settings.BadSettings;
import pl.zmobridge.settings.Settings;

/**
 * Knows who asks: by user and password, or by the session of a browser. A look at a password takes a quarter of a second: not for the
 * threads that serve connections.
 */
public final class People {
    /** The name of the cookie that holds a session's token. */
    public static final String COOKIE = "zmo-bridge-session";

    /** Of all threads that serve requests, so that guessing leaves some for others. */
    private static final int MOST_LOOKS = 12;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String UNUSABLE_NAME = "?";

    private final Users users;
    private final Sessions sessions;
    private final SlowDown slowDown;
    private final Verified verified;
    private final WrongPasswords wrong;
    private final AtomicInteger looks = new AtomicInteger();
    private final Lock[] oneByOne = Stream.generate(ReentrantLock::new).limit(2).toArray(Lock[]::new);

    public People(Path home, Settings.Http http, SessionMemory sessions, InstantSource clock) {
        this.users = new Users(home, http);
        this.sessions = new Sessions(sessions);
        this.slowDown = new SlowDown(clock);
        this.verified = new Verified(clock);
        this.wrong = new WrongPasswords(clock);
    }

    /** @throws BadSettings when {@code config/users.properties} cannot be used */
    public void begin() {
        users.begin();
    }

    /** Whether there is anybody who can sign in, so that all others are refused. */
    public boolean isSignInNeeded() {
        wrong.tell();
        return users.isAnyKnown();
    }

    /** How many wrong passwords there were since the start. */
    public long wrongPasswords() {
        return wrong.count();
    }

    /**
     * Who asks.
     *
     * @param authorization the header; a session counts only without one
     * @param cookies the header
     */
    public SignIn who(String authorization, String cookies, Address from) {
        if (!authorization.isBlank()) {
            String[] pair = basic(authorization).split(":", 2);
            return pair.length == 2 ? byPassword(pair[0], pair[1], from) : new SignIn.Unknown();
        }
        return sessions.user(Sessions.token(cookies), users)
                .<SignIn>map(user -> new SignIn.Known(user.at(from.ip(), true)))
                .orElseGet(SignIn.Unknown::new);
    }

    public SignIn byPassword(String name, String password, Address from) {
        boolean possible = UsersFile.isName(name) || users.find(name).isPresent();
        String who = possible ? Passwords.normal(name) : UNUSABLE_NAME;
        SignIn known = remembered(who, password, from);
        if (!(known instanceof SignIn.Unknown)) {
            return known;
        }
        return users.areAnyHashed() ? looked(who, password, from) : judgedAtOnce(who, password, from);
    }

    /** Without a look at a hash. */
    private SignIn remembered(String who, String password, Address from) {
        Duration pause = slowDown.pause(who, from);
        if (!pause.isZero()) {
            return new SignIn.TooOften(pause);
        }
        return users.find(who)
                .filter(user -> verified.holds(user, password))
                .<SignIn>map(user -> new SignIn.Known(user.at(from.ip(), false)))
                .orElseGet(SignIn.Unknown::new);
    }

    /** Looks at passwords of one user from one address are taken one after the other, so that each knows of the mistake before it. */
    private SignIn looked(String who, String password, Address from) {
        Lock lock = oneByOne[Math.floorMod((who + from.network()).hashCode(), oneByOne.length)];
        boolean mine = false;
        try {
            mine = looks.incrementAndGet() <= MOST_LOOKS && lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!mine) {
                return new SignIn.Busy();
            }
            return judged(who, password, from);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SignIn.Busy();
        } finally {
            looks.decrementAndGet();
            if (mine) {
                lock.unlock();
            }
        }
    }

    private synchronized SignIn judgedAtOnce(String who, String password, Address from) {
        return judged(who, password, from);
    }

    private SignIn judged(String who, String password, Address from) {
        SignIn meanwhile = remembered(who, password, from);
        if (!(meanwhile instanceof SignIn.Unknown)) {
            return meanwhile;
        }
        Optional<User> user = users.find(who);
        if (user.isEmpty() && users.areAnyHashed()) {
            Passwords.pretend(password);
        }
        if (user.filter(known -> known.hasPassword(password)).isPresent()) {
            slowDown.right(who, from);
            verified.add(user.get(), password);
            return new SignIn.Known(user.get().at(from.ip(), false));
        }
        slowDown.wrong(who, from);
        wrong.add(who, from);
        return new SignIn.Unknown();
    }

    /**
     * Begins the session of somebody who has just said his password. Answers its token.
     *
     * @throws IllegalStateException when he is no user any more
     */
    public String beginSession(Person person) {
        return sessions.begin(users.find(person.name()).orElseThrow(IllegalStateException::new));
    }

    /** @param cookies the header */
    public void endSession(String cookies) {
        sessions.end(Sessions.token(cookies));
    }

    /** User and password; blank when the header holds none. */
    private static String basic(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return "";
        }
        try {
            byte[] pair = Base64.getDecoder().decode(authorization.substring(6).strip());
            return new String(pair, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
