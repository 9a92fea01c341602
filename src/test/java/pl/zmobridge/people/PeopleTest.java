package pl.zmobridge.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import pl.zmobridge.settings.BadSettings;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.sim.MovableClock;

@DisplayName("People who sign in")
class PeopleTest {
    private static final Address HERE = new Address("10.0.0.7");
    private static final Address THERE = new Address("10.0.0.8");
    private static final String PASSWORD = "zażółć gęślą: jaźń";
    private static String hash;

    @TempDir
    private Path home;

    private final MovableClock clock = MovableClock.at("2026-10-02T10:00:00Z");
    private final RememberedSessions sessions = new RememberedSessions();
    private Path file;

    @BeforeAll
    static void hash() {
        hash = Passwords.hash(PASSWORD);
    }

    @BeforeEach
    void configured() throws IOException {
        file = Files.createDirectories(home.resolve("config")).resolve("users.properties");
    }

    @Test
    @DisplayName("Without a password and without users nobody has to sign in")
    void nobody() {
        assertThat(people(Optional.empty()).isSignInNeeded()).isFalse();
    }

    @Test
    @DisplayName("A user of the file has a role, the one of ops.user is an operator; a password is nobody else's")
    void roles() throws IOException {
        users("# a comment", "", "ola=operator " + hash, "Żółw.2 = viewer  " + hash);
        People people = people(Optional.of("tajne"));

        assertThat(basic(people, "ola:" + PASSWORD)).isEqualTo(known("ola", Role.OPERATOR));
        assertThat(basic(people, "Żółw.2:" + PASSWORD)).isEqualTo(known("Żółw.2", Role.VIEWER));
        assertThat(basic(people, "admin:tajne")).isEqualTo(known("admin", Role.OPERATOR));
        for (String wrong : List.of(
                "ola:tajne",
                "admin:" + PASSWORD,
                "ola:" + hash,
                "ola:",
                "Ola:" + PASSWORD,
                ":" + PASSWORD,
                PASSWORD,
                "ola:" + PASSWORD + "x".repeat(100))) {
            assertThat(basic(people, wrong)).describedAs(wrong).isInstanceOf(SignIn.Unknown.class);
        }
    }

    @Test
    @DisplayName("A letter whose accent a keyboard types apart is the same letter")
    void composed() throws IOException {
        users("ola=operator " + hash);
        String apart = java.text.Normalizer.normalize(PASSWORD, java.text.Normalizer.Form.NFD);

        assertThat(apart).isNotEqualTo(PASSWORD);
        assertThat(basic(people(Optional.empty()), "ola:" + apart)).isEqualTo(known("ola", Role.OPERATOR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ola",
                "ola=operator",
                "ola=boss HASH",
                "ola=guest HASH",
                "o:la=operator HASH",
                "=operator HASH",
                "ola=operator tajne",
                "ola=operator $2a$04$y/GSsXscB1GGc/8wc64MouBhj4R5HCEJf158EkbaRcYf4zRtk8h6K",
                "ola=operator $2a$31$y/GSsXscB1GGc/8wc64MouBhj4R5HCEJf158EkbaRcYf4zRtk8h6K",
                "jan=viewer HASH",
                "admin=viewer HASH"
            })
    @DisplayName("A line that is wrong stops the start, and says where it is, but not what")
    void wrongLines(String line) throws IOException {
        users("jan=operator " + hash, line.replace("HASH", hash));

        assertThatThrownBy(() -> people(Optional.of("tajne")).begin())
                .isInstanceOfSatisfying(BadSettings.class, bad -> assertThat(bad.problems())
                        .singleElement()
                        .asString()
                        .contains("config/users.properties")
                        .doesNotContain(hash, "tajne"));
    }

    @Test
    @DisplayName("An edited file counts at once; one that is wrong changes nothing, and one that is gone opens nothing")
    void edited() throws IOException {
        users("ola=operator " + hash);
        People people = people(Optional.empty());
        assertThat(basic(people, "ola:" + PASSWORD)).isInstanceOf(SignIn.Known.class);

        users("jan=viewer " + hash);
        assertThat(basic(people, "ola:" + PASSWORD)).isInstanceOf(SignIn.Unknown.class);
        assertThat(basic(people, "jan:" + PASSWORD)).isInstanceOf(SignIn.Known.class);

        users("jan=");
        assertThat(basic(people, "jan:" + PASSWORD)).isInstanceOf(SignIn.Known.class);

        Files.delete(file);
        assertThat(basic(people, "jan:" + PASSWORD)).isInstanceOf(SignIn.Unknown.class);
        assertThat(people.isSignInNeeded()).isTrue();
    }

    @Test
    @DisplayName("After some wrong passwords even the right one has to wait, but not from another address")
    void slowedDown() throws IOException {
        users("ola=operator " + hash);
        People people = people(Optional.empty());
        for (int i = 0; i < SlowDown.FREE_MISTAKES; i++) {
            assertThat(basic(people, "ola:zgaduję" + i)).isInstanceOf(SignIn.Unknown.class);
        }

        assertThat(basic(people, "ola:" + PASSWORD)).isInstanceOf(SignIn.TooOften.class);
        assertThat(people.who(header("ola:" + PASSWORD), "", THERE)).isInstanceOf(SignIn.Known.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(basic(people, "ola:" + PASSWORD)).isEqualTo(known("ola", Role.OPERATOR));
        assertThat(people.wrongPasswords()).isEqualTo(SlowDown.FREE_MISTAKES);
    }

    @Test
    @DisplayName("Many guesses at the same time are no more than one after the other")
    void atTheSameTime() throws Exception {
        users("ola=operator " + hash);
        People people = people(Optional.empty());
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Callable<SignIn>> guesses = Stream.iterate(0, i -> i < 10, i -> i + 1)
                    .<Callable<SignIn>>map(i -> () -> basic(people, "ola:guess" + i))
                    .toList();
            long looked = threads.invokeAll(guesses).stream()
                    .filter(guess -> result(guess) instanceof SignIn.Unknown)
                    .count();
            assertThat(looked).isBetween(1L, (long) SlowDown.FREE_MISTAKES);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName("A password that was right is not looked at again for minutes, unless the user was changed")
    void remembered() throws IOException {
        users("ola=operator " + hash);
        Verified verified = new Verified(clock);
        User ola = new User("ola", Role.OPERATOR, hash, true);
        assertThat(verified.holds(ola, PASSWORD)).isFalse();
        verified.add(ola, PASSWORD);

        assertThat(verified.holds(ola, PASSWORD)).isTrue();
        assertThat(verified.holds(ola, PASSWORD + " ")).isFalse();
        assertThat(verified.holds(new User("ola", Role.VIEWER, hash, true), PASSWORD))
                .isFalse();
        assertThat(verified.holds(new User("ola", Role.OPERATOR, hash + "x", true), PASSWORD))
                .isFalse();
        clock.advance(Verified.HOLDS);
        assertThat(verified.holds(ola, PASSWORD)).isFalse();
    }

    @Test
    @DisplayName("A session stands for the password until it is ended, or the user's password or role is changed")
    void sessions() throws IOException {
        users("ola=operator " + hash);
        People people = people(Optional.empty());
        Person ola = new Person("ola", Role.OPERATOR, HERE.ip(), false);
        String token = people.beginSession(ola);
        assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
        assertThat(sessions.sessions.get(0).id()).isNotEqualTo(token.getBytes(StandardCharsets.US_ASCII));

        assertThat(cookie(people, token))
                .isEqualTo(new SignIn.Known(new Person("ola", Role.OPERATOR, HERE.ip(), true)));
        assertThat(cookie(people, token.substring(1) + "A")).isInstanceOf(SignIn.Unknown.class);
        assertThat(cookie(people, "")).isInstanceOf(SignIn.Unknown.class);
        assertThat(people.who("Basic !", "zmo-bridge-session=" + token, HERE))
                .describedAs("a wrong password is not made good by a session")
                .isInstanceOf(SignIn.Unknown.class);

        users("ola=viewer " + hash);
        assertThat(cookie(people, token)).isInstanceOf(SignIn.Unknown.class);
        users("ola=operator " + hash);
        assertThat(cookie(people, token)).isInstanceOf(SignIn.Known.class);
        users("ola=operator " + Passwords.hash(PASSWORD));
        assertThat(cookie(people, token)).isInstanceOf(SignIn.Unknown.class);

        String second = people.beginSession(ola);
        assertThat(second).isNotEqualTo(token);
        people.endSession("a=b; zmo-bridge-session=" + second);
        assertThat(cookie(people, second)).isInstanceOf(SignIn.Unknown.class);
    }

    @Test
    @DisplayName(
            "Wrong passwords are told once a minute of each address, with how many there were and for whom; no line of its own can be made")
    void told() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(WrongPasswords.class);
        lines.start();
        log.addAppender(lines);
        try {
            People people = people(Optional.of("tajne"));
            for (int i = 0; i < 3; i++) {
                basic(people, "ola:x");
                basic(people, "a\nb:x");
                people.who(header("jan:x"), "", THERE);
            }
            assertThat(lines.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsExactly(
                            "1 wrong passwords from 10.0.0.7, user ola", "1 wrong passwords from 10.0.0.8, user jan");
            clock.advance(Duration.ofMinutes(1));
            people.isSignInNeeded();
            people.isSignInNeeded();
            assertThat(lines.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .endsWith(
                            "5 wrong passwords from 10.0.0.7, user ?, ola", "2 wrong passwords from 10.0.0.8, user jan")
                    .hasSize(4);
        } finally {
            log.detachAppender(lines);
        }
    }

    @Test
    @DisplayName("A proxy on this machine says for whom it asks; nobody else can say that he is somebody else")
    void addresses() {
        assertThat(Address.of("127.0.0.1:5000", "").ip()).isEqualTo("127.0.0.1");
        assertThat(Address.of("127.0.0.1:5000", "9.9.9.9, 10.0.0.7").ip()).isEqualTo("10.0.0.7");
        assertThat(Address.of("127.0.0.1:5000", "10.0.0.7:4711").ip()).isEqualTo("10.0.0.7");
        assertThat(Address.of("0:0:0:0:0:0:0:1:5000", "[2001:db8::7]:99").ip()).isEqualTo("2001:db8::7");
        assertThat(Address.of("127.0.0.1:5000", "unknown").ip()).isEqualTo("127.0.0.1");
        assertThat(Address.of("127.0.0.1:5000", "dead.beef").ip()).isEqualTo("127.0.0.1");
        assertThat(Address.of("10.0.0.8:5000", "10.0.0.7").ip()).isEqualTo("10.0.0.8");
        assertThat(Address.of("[2001:db8::1]:5000", "").ip()).isEqualTo("2001:db8::1");
    }

    private People people(Optional<String> password) {
        return new People(home, new Settings.Http("127.0.0.1", 8080, "admin", password, 200, 20), sessions, clock);
    }

    /** Files that are written within one tick of a file system's clock look the same. */
    private void users(String... lines) throws IOException {
        FileTime before = Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
        Files.write(file, List.of(lines));
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 1000));
    }

    private static SignIn basic(People people, String pair) {
        return people.who(header(pair), "", HERE);
    }

    private static SignIn cookie(People people, String token) {
        return people.who("", "other=1; zmo-bridge-session=" + token, HERE);
    }

    private static String header(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static SignIn known(String name, Role role) {
        return new SignIn.Known(new Person(name, role, HERE.ip(), false));
    }

    private static SignIn result(java.util.concurrent.Future<SignIn> guess) {
        try {
            return guess.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
