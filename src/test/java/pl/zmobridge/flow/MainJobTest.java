package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

class MainJobTest {
    private Rig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new Rig().start();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void anOrderBecomesAZmoAndOncePaidASalesDocument() throws Exception {
        long id = rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "149.95", "1").build());

        rig.poll();
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () -> assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED"));
        assertThat(rig.erp.order("SH/" + id)).isPresent();

        rig.shop.setStatus(id, 3);
        rig.poll();
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () -> assertThat(rig.order(id).path("state").asText()).isEqualTo("REALISED"));
        assertThat(rig.erp.invoices()).hasSize(1);

        rig.stop();
        assertThat(rig.erp.openSessions()).describedAs("sessions are licensed").isZero();
    }
}
