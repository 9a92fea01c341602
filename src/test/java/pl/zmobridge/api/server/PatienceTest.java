package pl.zmobridge.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.api.Doorkeeper;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.support.RawHttp;

@DisplayName("How long, and how often, a stranger can keep the HTTP server busy")
class PatienceTest {
    private static final String ASK =
            "GET /api/secret HTTP/1.1\r\nHost: localhost\r\n" + DoorRig.AUTHORIZATION + "\r\n";

    @Test
    @DisplayName("A head that trickles in is not waited for, whether it is the first one or a later one")
    void slowHeads() throws Exception {
        try (DoorRig door = new DoorRig(Optional.of("hasło"), DoorRig.SHORT, 20);
                RawHttp silent = door.connect();
                RawHttp first = door.connect();
                RawHttp later = door.connect()) {
            later.send(ASK).answer();

            assertThat(isCutOffWhileItTrickles(first, "GET /api/secret HTTP/1.1\r\nX: "))
                    .isTrue();
            assertThat(isCutOffWhileItTrickles(later, "GET /api/secret HTTP/1.1\r\nX: "))
                    .isTrue();
            assertThat(silent.untilClosed()).isEmpty();
        }
    }

    @Test
    @DisplayName("Neither is a body")
    void slowBody() throws Exception {
        try (DoorRig door = new DoorRig(Optional.of("hasło"), DoorRig.SHORT, 20);
                RawHttp http = door.connect()) {
            assertThat(isCutOffWhileItTrickles(
                            http,
                            "POST /api/secret HTTP/1.1\r\nHost: localhost\r\n" + DoorRig.AUTHORIZATION
                                    + "Content-Length: 60000\r\n\r\n"))
                    .isTrue();
            assertThat(door.read.get()).isZero();
        }
    }

    @Test
    @DisplayName("An answer that takes the bridge longer than all of that still arrives")
    void slowAnswer() throws Exception {
        try (DoorRig door = new DoorRig(Optional.of("hasło"), DoorRig.SHORT, 20);
                RawHttp waiting = door.connect();
                RawHttp idle = door.connect()) {
            waiting.send(ASK.replace("/secret", "/slow"));
            idle.send(ASK).answer();
            idle.untilClosed();
            door.slow.countDown();

            assertThat(waiting.answer()).startsWith("HTTP/1.1 200").contains("\r\ndone\r\n");
        }
    }

    @Test
    @DisplayName(
            "More connections of one address than agreed are closed, with one line in the log, until one of them goes")
    void connections() throws Exception {
        try (DoorRig door = new DoorRig(Optional.of("hasło"), DoorRig.USUAL, 3)) {
            List<RawHttp> open = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                RawHttp http = door.connect();
                http.send(ASK).answer();
                open.add(http);
            }
            for (int i = 0; i < 5; i++) {
                try (RawHttp more = door.connect()) {
                    assertThat(more.untilClosed()).isEmpty();
                }
            }
            assertThat(open.get(0).send(ASK).answer()).startsWith("HTTP/1.1 200");
            assertThat(door.logged()).hasSize(1);
            assertThat(door.logged().get(0)).contains("http.connections-per-address is 3");

            open.get(0).close();
            await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(door::isAlive);
            for (RawHttp http : open) {
                http.close();
            }
        }
    }

    @Test
    @DisplayName("A port that is taken stops the start instead of leaving a bridge without a console")
    void portTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DefaultCamelContext camel = new DefaultCamelContext()) {
            Settings.Http http =
                    new Settings.Http("127.0.0.1", taken.getLocalPort(), "admin", Optional.empty(), 200, 20);
            InstantSource clock = InstantSource.system();
            Doorkeeper doorkeeper = new Doorkeeper(DoorRig.access(http), clock);
            camel.addService(new HttpDoor(http, doorkeeper, clock));

            assertThatThrownBy(camel::start).hasRootCauseInstanceOf(BindException.class);
        }
    }

    /** Sends a byte after another until the other side has had enough. */
    private static boolean isCutOffWhileItTrickles(RawHttp http, String beginning) throws IOException {
        http.send(beginning);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    try {
                        http.send("x");
                        return false;
                    } catch (IOException closed) {
                        return true;
                    }
                });
        return true;
    }
}
