package pl.zmobridge.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.support.RawHttp;

@DisplayName("I11 a table whose reader has gone")
class BrokenOffTableTest {
    private static final String TABLE =
            "GET /api/orders.csv HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + DoorRig.AUTHORIZATION + "\r\n";

    private static final Patience.Times LONG = new Patience.Times(
            Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30));

    private final DoorRig rig = rig();

    private static DoorRig rig() {
        try {
            return new DoorRig(Optional.of("hasło"), LONG, 20);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    @DisplayName("keeps the next one back for as long as it is read, and no longer")
    void nextOne() throws Exception {
        try (RawHttp reader = rig.connect()) {
            reader.send(TABLE);
            await().atMost(Duration.ofSeconds(10)).until(() -> rig.read.get() == 1);

            assertThat(status()).isEqualTo(429);
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(status()).isEqualTo(200));
    }

    private int status() throws Exception {
        try (RawHttp http = rig.connect()) {
            return RawHttp.status(http.send(TABLE).untilClosed());
        }
    }
}
