package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

@DisplayName("A bridge that is told to stop")
class StopTest {

    @Test
    @DisplayName("finishes what is in flight, begins nothing new, and goes on where it stopped")
    void finishesWhatIsInFlight() throws Exception {
        try (Rig rig = new Rig()) {
            rig.erp.latency(Duration.ofMillis(150));
            int orders = 40;
            for (int i = 0; i < orders; i++) {
                rig.shop.addOrder(new OrderBuilder()
                        .with("email", "klient" + i + "@example.com")
                        .line("SPD-101", "10.00", "1")
                        .build());
            }
            rig.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> !rig.erp.orders().isEmpty());

            rig.stop();

            assertThat(rig.erp.orders()).describedAs("the backlog waits").hasSizeLessThan(orders);
            assertThat(rig.erp.orders()).describedAs("none half-done").allSatisfy(zmo -> assertThat(
                            zmo.path("DocumentNumber").asText())
                    .startsWith("SH/"));
            assertThat(rig.erp.openSessions()).isZero();

            rig.erp.latency(Duration.ZERO);
            rig.start();
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(rig.get("/api/summary")
                            .path("orders")
                            .path("ISSUED")
                            .asInt())
                    .isEqualTo(orders));
            assertThat(rig.erp.ordersIssued()).isEqualTo(orders);
        }
    }
}
