package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.zmobridge.support.Rig.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.support.Rig;

/** Several shops in one bridge: each with its own Shoper, some with an ERP of their own. */
class ManyShopsTest {
    private Rig rig;
    private ShoperSim books;
    private int buyers;

    @BeforeEach
    void openShops() {
        rig = new Rig();
        books = new ShoperSim().start();
        rig.shop("ksiazki", Map.of("shoper.url", books.url(), "order.number.prefix", "KS/"));
    }

    @AfterEach
    void close() {
        rig.close();
        books.close();
    }

    @Test
    void twoShopsWithTheSameOrderIdsWriteIntoOneErpUnderNumbersOfTheirOwnInOneSession() throws Exception {
        long shoes = rig.shop.addOrder(order());
        long book = books.addOrder(order());
        assertThat(shoes).isEqualTo(book);
        rig.start();

        poll("main");
        poll("ksiazki");

        eventually(() -> assertThat(state("main", shoes)).isEqualTo("ISSUED"));
        eventually(() -> assertThat(state("ksiazki", book)).isEqualTo("ISSUED"));
        assertThat(rig.erp.order("SH/" + shoes)).isPresent();
        assertThat(rig.erp.order("KS/" + book)).isPresent();
        assertThat(rig.erp.orders()).hasSize(2);
        assertThat(rig.erp.sessionsOpened()).isEqualTo(1);
        books.setStatus(book, 3);
        poll("ksiazki");
        eventually(() -> assertThat(state("ksiazki", book)).isEqualTo("REALISED"));
        assertThat(state("main", shoes)).isEqualTo("ISSUED");
    }

    @Test
    void theApiShowsAllShopsOrTheOneThatIsNamedAndAsksWhichWhenItMatters() throws Exception {
        long both = rig.shop.addOrder(order());
        books.addOrder(order());
        long onlyHere = books.addOrder(order());
        rig.start();
        poll("main");
        poll("ksiazki");

        JsonNode all = rig.get("/api/summary");
        assertThat(all.path("shops").findValuesAsText("shop")).containsExactly("main", "ksiazki");
        assertThat(StreamSupport.stream(all.path("orders").spliterator(), false)
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(3);
        assertThat(rig.get("/api/summary?shop=ksiazki").path("shop").asText()).isEqualTo("ksiazki");
        assertThat(rig.get("/api/orders/" + onlyHere).path("shop").asText()).isEqualTo("ksiazki");
        assertThatThrownBy(() -> rig.get("/api/orders/" + both))
                .hasMessageContaining("409")
                .hasMessageContaining("ksiazki, main");
        assertThatThrownBy(() -> rig.post("/api/poll", ""))
                .hasMessageContaining("422")
                .hasMessageContaining("?shop=");
        assertThatThrownBy(() -> rig.get("/api/orders/1?shop=nie-ma")).hasMessageContaining("404");
    }

    @Test
    void aDeadLetterIsReplayedInItsOwnShop() throws Exception {
        long fine = rig.shop.addOrder(order());
        long stuck = books.addOrder(order().line("NIE-MA", "10.00", "1"));
        rig.set("redelivery.initial", "1h").set("redelivery.max", "1h").start();
        poll("main");
        poll("ksiazki");
        eventually(() -> assertThat(
                        rig.get("/api/dead-letters?shop=ksiazki").path("total").asInt())
                .isEqualTo(1));
        eventually(() -> assertThat(state("main", fine)).isEqualTo("ISSUED"));

        rig.erp.addProduct("NIE-MA", "Już jest", "5");
        long letter = rig.get("/api/dead-letters?shop=ksiazki")
                .path("items")
                .path(0)
                .path("id")
                .asLong();
        JsonNode replayed = rig.post("/api/dead-letters/" + letter + "/replay", "");

        assertThat(replayed.path("shop").asText()).isEqualTo("ksiazki");
        assertThat(replayed.path("state").asText()).isEqualTo("RESOLVED");
        assertThat(state("ksiazki", stuck)).isEqualTo("ISSUED");
    }

    @Test
    void neitherABrokenTokenNorASilentErpOfOneShopDelaysAnother() throws Exception {
        try (ShoperSim locked = new ShoperSim().start();
                ShoperSim toys = new ShoperSim().start();
                SymfoniaSim silent = new SymfoniaSim().start()) {
            silent.faults().add(Fault.latency(Duration.ofMinutes(2)));
            locked.faults().add(Fault.latency(Duration.ofMinutes(2)));
            rig.shop("zamkniety", Map.of("shoper.url", locked.url(), "order.number.prefix", "ZA/"));
            rig.shop(
                    "zabawki",
                    Map.of("shoper.url", toys.url(), "symfonia.url", silent.url(), "order.number.prefix", "TO/"));
            rig.shop(
                    "bez-tokenu",
                    Map.of("shoper.url", books.url(), "shoper.token", "zły", "order.number.prefix", "BT/"));
            for (int i = 0; i < 20; i++) {
                rig.shop.addOrder(order());
                toys.addOrder(order());
            }
            rig.start();

            eventually(() -> assertThat(rig.get("/api/summary?shop=main")
                            .path("orders")
                            .path("ISSUED")
                            .asInt())
                    .isEqualTo(20));

            eventually(() -> assertThat(rig.get("/api/summary?shop=zabawki")
                            .path("orders")
                            .path("RECEIVED")
                            .asInt())
                    .describedAs("polled, though its ERP says nothing")
                    .isEqualTo(20));
            eventually(() -> assertThat(
                            rig.get("/api/summary?shop=bez-tokenu").path("away").toString())
                    .contains("shop"));
            assertThat(rig.get("/api/summary?shop=main").path("away")).isEmpty();
        }
    }

    @Test
    void anErpThatShopsShareIsGivenNoMoreCallsAtOnceThanOneShopWouldGiveIt() throws Exception {
        rig.set("symfonia.concurrency", "2");
        rig.erp.latency(Duration.ofMillis(20));
        for (int i = 0; i < 10; i++) {
            rig.shop.addOrder(order());
            books.addOrder(order());
        }
        rig.start();

        eventually(() -> assertThat(
                        rig.get("/api/summary").path("orders").path("ISSUED").asInt())
                .isEqualTo(20));

        assertThat(rig.erp.mostAtOnce()).isEqualTo(2);
    }

    private OrderBuilder order() {
        return new OrderBuilder().with("email", "w" + ++buyers + "@example.pl").line("KUB-300", "0.99", "1");
    }

    private void poll(String shop) throws Exception {
        rig.post("/api/poll?shop=" + shop, "");
    }

    private String state(String shop, long id) throws Exception {
        return rig.get("/api/orders/" + id + "?shop=" + shop).path("state").asText();
    }
}
