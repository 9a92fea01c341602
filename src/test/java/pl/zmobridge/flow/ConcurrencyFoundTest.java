package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.support.Rig;

/** One bridge, three shops, and an ERP of another kind for each of them. */
@DisplayName("symfonia.concurrency=auto")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrencyFoundTest {

    private final Rig rig = new Rig();
    private final Site able = new Site("zdolny", "Z/");
    private final Site easilyFlooded = new Site("wrazliwy", "W/");
    private final Site oneByOne = new Site("main", "SH/", rig.shop, rig.erp);

    private record Site(String id, String prefix, ShoperSim shop, SymfoniaSim erp) {
        Site(String id, String prefix) {
            this(id, prefix, new ShoperSim().start(), new SymfoniaSim().start());
        }

        Map<String, String> own() {
            return Map.of("shoper.url", shop.url(), "symfonia.url", erp.url(), "order.number.prefix", prefix);
        }

        void close() {
            shop.close();
            erp.close();
        }
    }

    @BeforeAll
    void start() throws Exception {
        rig.set("symfonia.concurrency", "auto")
                .shop(able.id(), able.own())
                .shop(easilyFlooded.id(), easilyFlooded.own())
                .start();
    }

    @AfterAll
    void close() {
        rig.close();
        able.close();
        easilyFlooded.close();
    }

    @Test
    @DisplayName("an ERP that handles one call at a time is not flooded")
    void oneAtATime() throws Exception {
        oneByOne.erp().concurrency(1);
        oneByOne.erp().latency(Duration.ofMillis(30));

        carry(oneByOne, 50);

        assertThat(oneByOne.erp().takeMostInside()).isBetween(1, 5);
        assertThat(limit(oneByOne)).isBetween(1, 4);
        assertThat(rig.get("/api/summary?shop=main")
                        .path("systems")
                        .findValue("callsAtOnce")
                        .asInt())
                .isEqualTo(limit(oneByOne));
    }

    @Test
    @DisplayName("an ERP that handles eight is used")
    void eightAtATime() throws Exception {
        able.erp().concurrency(8);
        able.erp().latency(Duration.ofMillis(60));

        carry(able, 150);

        assertThat(able.erp().takeMostInside()).isBetween(6, 16);
    }

    @Test
    @DisplayName("an ERP that refuses what is too much is given less, and each order is there once")
    void refusing() throws Exception {
        SymfoniaSim erp = easilyFlooded.erp();
        erp.latency(Duration.ofMillis(60));
        erp.faults().add(Fault.of(FaultKind.ERROR_503).when(call -> erp.goingOn() >= 3));

        carry(easilyFlooded, 80);

        assertThat(erp.faults().strikes()).isBetween(1, 12);
        assertThat(limit(easilyFlooded)).isBetween(1, 3);
    }

    private void carry(Site site, int orders) throws Exception {
        for (int i = 0; i < orders; i++) {
            site.shop()
                    .addOrder(new OrderBuilder()
                            .with("email", "k" + i + "@example.pl")
                            .line("KUB-300", "9.99", "1"));
        }
        rig.post("/api/poll?shop=" + site.id(), "");
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(rig.get("/api/summary?shop=" + site.id())
                                .path("orders")
                                .path("ISSUED")
                                .asInt())
                        .isEqualTo(orders));
        assertThat(site.erp().ordersIssued()).isEqualTo(orders);
    }

    private int limit(Site site) throws Exception {
        HttpResponse<String> metrics =
                rig.exchange(rig.request("/observe/metrics").GET().build());
        Matcher line = Pattern.compile(
                        "^zmobridge_erp_concurrency_limit\\{shop=\"" + site.id() + "\"} (\\d+)", Pattern.MULTILINE)
                .matcher(metrics.body());
        assertThat(line.find()).isTrue();
        return Integer.parseInt(line.group(1));
    }
}
