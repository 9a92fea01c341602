package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Certificates;
import pl.zmobridge.support.Rig;
import pl.zmobridge.support.TlsFront;

@DisplayName("A shop and an ERP behind certificates of a private CA")
class PrivateCaTest {
    private final Rig rig = new Rig();

    @TempDir
    private Path directory;

    private Certificates ours;
    private TlsFront shop;
    private TlsFront erp;

    @BeforeEach
    void start() throws Exception {
        ours = new Certificates(directory, "ours").server("server", "localhost");
        shop = new TlsFront(ours, "server", rig.shop.url());
        erp = new TlsFront(ours, "server", rig.erp.url());
        rig.set("shoper.url", shop.url()).set("symfonia.url", erp.url());
        rig.set("shoper.tls.ca", ours.file("ours.pem", ours.pem()).toString());
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
        shop.close();
        erp.close();
    }

    @Test
    @DisplayName("are asked and written to, and the session is closed at the end")
    void anOrderIsCarried() throws Exception {
        rig.set("symfonia.tls.ca", directory.resolve("ours.pem").toString()).start();
        long id = rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "10.00", "1").status(3).build());
        rig.poll();
        rig.awaitState("REALISED", id);

        rig.stop();
        assertThat(rig.erp.openSessions()).isZero();
    }

    @Test
    @DisplayName("I3 that is not trusted is an outage like another: told, counted, and nothing is sent to it")
    void whoIsNotTrustedIsAway() throws Exception {
        rig.start();
        long id = rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "10.00", "1").status(3).build());
        rig.poll();

        Rig.eventually(() -> {
            assertThat(rig.order(id).path("problem").toString()).contains("Brak bezpiecznego połączenia (TLS)");
            assertThat(rig.get("/api/summary").path("away").toString()).contains("ERP");
            assertThat(rig.exchange(rig.request("/observe/metrics").build()).body())
                    .contains("zmobridge_outage{shop=\"main\",system=\"ERP\"} 1.0");
        });
        assertThat(erp.connections()).isZero();
        assertThat(rig.erp.requests()).isEmpty();
    }
}
