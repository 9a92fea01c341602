package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.support.Rig.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.SimRequest;
import pl.zmobridge.support.Rig;

/** On an evening without orders nobody asks the ERP, and polls are far apart; a minute is shorter here. */
@DisplayName("A shop or an ERP that dies while nobody asks it")
class QuietSystemsTest {
    private static final String ERP = "ERP";
    private static final String SHOP = "shop";

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    @DisplayName(
            "is told by the summary, health and metrics, with when it answered last, and is well again without an order")
    void isToldWithoutAnOrder() throws Exception {
        start("1200");
        eventually(() -> assertThat(state(ERP)).isEqualTo("ANSWERS"));
        rig.erp.down();
        rig.shop.down();

        eventually(() -> {
            assertThat(state(ERP)).isEqualTo("AWAY");
            assertThat(state(SHOP)).isEqualTo("AWAY");
            assertThat(health()).contains("the ERP has not answered for 0 min, answered last at ");
            assertThat(metrics())
                    .contains(
                            "zmobridge_outage{shop=\"main\",system=\"ERP\"} 1",
                            "zmobridge_outage{shop=\"main\",system=\"shop\"} 1");
        });
        JsonNode erp = system(ERP);
        assertThat(OffsetDateTime.parse(erp.path("answeredAt").asText()))
                .isBefore(OffsetDateTime.parse(erp.path("awaySince").asText()));
        assertThat(rig.erp.sessionsOpened())
                .describedAs("none is opened to ask")
                .isZero();

        rig.erp.up();
        rig.shop.up();
        eventually(() -> {
            assertThat(state(ERP)).isEqualTo("ANSWERS");
            assertThat(state(SHOP)).isEqualTo("ANSWERS");
            assertThat(health()).doesNotContain("has not answered");
        });
    }

    @Test
    @DisplayName("is known from the first call of an order, before anybody asks on purpose")
    void everyFailedCallCounts() throws Exception {
        start("3600000");
        rig.imported(rig.shop.addOrder(new OrderBuilder().line("SPD-101", "10.00", "1")));
        assertThat(state(ERP)).isEqualTo("ANSWERS");
        rig.erp.down();
        rig.shop.addOrder(new OrderBuilder().line("SPD-101", "10.00", "1"));
        rig.poll();

        eventually(() -> assertThat(state(ERP)).isEqualTo("AWAY"));
        rig.erp.up();
        eventually(() -> assertThat(state(ERP)).isEqualTo("ANSWERS"));
    }

    @Test
    @DisplayName("is asked for the ERP's own data in the session that is open, and not while orders do")
    void inTheOpenSession() throws Exception {
        start("1500");
        rig.imported(rig.shop.addOrder(new OrderBuilder().line("SPD-101", "10.00", "1")));
        eventually(() -> assertThat(asked("/api/Departments")).isPositive());

        assertThat(rig.erp.sessionsOpened()).isEqualTo(1);
    }

    private void start(String quietMillis) throws Exception {
        rig.start(main -> main.addInitialProperty("probes.quiet", quietMillis));
    }

    private long asked(String path) {
        List<SimRequest> requests = rig.erp.requests();
        return requests.stream().filter(request -> request.path().equals(path)).count();
    }

    private JsonNode system(String name) throws Exception {
        for (JsonNode system : rig.get("/api/summary").path("systems")) {
            if (system.path("system").asText().equals(name)) {
                return system;
            }
        }
        throw new AssertionError("no " + name + " in the summary");
    }

    private String state(String name) throws Exception {
        return system(name).path("state").asText();
    }

    private String health() throws Exception {
        return rig.exchange(rig.request("/observe/health/ready").GET().build()).body();
    }

    private List<String> metrics() throws Exception {
        return rig.exchange(rig.request("/observe/metrics").GET().build())
                .body()
                .lines()
                .map(line -> line.replaceFirst("\\.0$", ""))
                .toList();
    }
}
