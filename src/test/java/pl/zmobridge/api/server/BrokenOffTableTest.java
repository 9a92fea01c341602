package pl.zmobridge.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.support.RawHttp;

@DisplayName("I11 a large answer whose reader has gone, or does not read")
class BrokenOffTableTest {
    private static final String HEADERS = "Host: localhost\r\n" + DoorRig.AUTHORIZATION;
    private static final String TABLE = "GET /api/orders.csv HTTP/1.1\r\n" + HEADERS + "Connection: close\r\n\r\n";

    private static final Patience.Times LONG = new Patience.Times(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));

    @Test
    @DisplayName("keeps the next table back for as long as it is read, and no longer; only what is taken is made")
    void nextOne() throws Exception {
        try (DoorRig door = new DoorRig(Optional.of("hasło"), LONG, 20)) {
            try (RawHttp reader = door.connectWithoutBuffer()) {
                reader.send(TABLE);
                await().until(() -> door.read.get() == 1);

                assertThat(status(door)).isEqualTo(429);
                assertThat(door.made.get()).isLessThan(DoorRig.TABLE_BYTES / 2);
            }
            await().untilAsserted(() -> assertThat(status(door)).isEqualTo(200));
        }
    }

    @Test
    @DisplayName(
            "makes other long lists of its address wait, those of readers who go meanwhile for nothing; short answers do not wait")
    void inTurn() throws Exception {
        String list = "GET /api/dead-letters?size=101 HTTP/1.1\r\n" + HEADERS + "\r\n";
        try (DoorRig door = new DoorRig(Optional.of("hasło"), LONG, 20);
                RawHttp second = door.connectWithoutBuffer()) {
            try (RawHttp first = door.connectWithoutBuffer()) {
                first.send(list);
                await().until(() -> door.lists.get() == 1);
                try (RawHttp gone = door.connectWithoutBuffer()) {
                    gone.send(list);
                }
                second.send(list);

                assertThat(door.isAlive()).isTrue();
                assertThat(answer(door, "/api/dead-letters?size=100")).startsWith("HTTP/1.1 200");
                assertThat(door.lists.get())
                        .describedAs("the first one, and the short one")
                        .isEqualTo(2);
            }
            await().until(() -> door.lists.get() == 3);
        }
    }

    @ParameterizedTest(name = "{0}, Connection: {1}")
    @CsvSource({"orders.csv, keep-alive", "orders.csv, close", "page, keep-alive", "page, close"})
    @DisplayName("is cut off when nobody takes it for a while, and lets go of its place")
    void neverRead(String path, String connection) throws Exception {
        try (DoorRig door = new DoorRig(Optional.of("hasło"), DoorRig.SHORT, 1);
                RawHttp reader = door.connectWithoutBuffer()) {
            reader.send("GET /api/" + path + " HTTP/1.1\r\n" + HEADERS + "Connection: " + connection + "\r\n\r\n");

            await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(door::isAlive);
            assertThat(reader.untilClosed())
                    .describedAs("nothing of the rest is kept, by the system neither")
                    .hasSizeLessThan(1_000_000);
        }
    }

    @Test
    @DisplayName("arrives whole at a reader who takes it")
    void reader() throws Exception {
        try (DoorRig door = new DoorRig(Optional.of("hasło"), DoorRig.SHORT, 20);
                RawHttp reader = door.connect()) {
            reader.send(TABLE);
            await().until(() -> door.made.get() > 0);

            assertThat(reader.untilClosed())
                    .hasSizeGreaterThan(DoorRig.TABLE_BYTES)
                    .endsWith("\r\n0\r\n\r\n");
        }
    }

    private static String answer(DoorRig door, String path) throws IOException {
        try (RawHttp http = door.connect()) {
            return http.send("GET " + path + " HTTP/1.1\r\n" + HEADERS + "Connection: close\r\n\r\n")
                    .untilClosed();
        }
    }

    private static int status(DoorRig door) throws IOException {
        try (RawHttp http = door.connect()) {
            return RawHttp.status(http.send(TABLE).untilClosed());
        }
    }
}
