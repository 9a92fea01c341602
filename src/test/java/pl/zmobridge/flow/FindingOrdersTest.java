package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.zmobridge.support.Rig.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.support.Rig;

/** Lists of orders and dead letters: search, filters and pages, of one shop and of several. */
class FindingOrdersTest {
    private static final int PAID = 3;
    private static Rig rig;
    private static ShoperSim books;
    private static long first;
    private static long sold;
    private static long book;

    @BeforeAll
    static void start() throws Exception {
        rig = new Rig();
        books = new ShoperSim().start();
        rig.set("redelivery.initial", "1h")
                .set("redelivery.max", "1h")
                .shop("ksiazki", Map.of("shoper.url", books.url(), "order.number.prefix", "KS/"));
        rig.start();
        first = rig.shop.addOrder(new OrderBuilder()
                .firm("Zakłady „Łucznik_100%” Sp. z o.o.", "5260001246")
                .with("email", "lucznik@example.com")
                .date("2026-01-01 00:30:00")
                .line("SPD-101", "149.95", "1"));
        sold = rig.shop.addOrder(new OrderBuilder()
                .firm("Żółw i Spółka", "7740001454")
                .with("email", "zolw@example.com")
                .date("2026-01-02 23:59:59")
                .status(PAID)
                .line("SPD-101", "149.95", "1"));
        book = books.addOrder(new OrderBuilder().date("2026-01-03 12:00:00").line("KUB-300", "0.99", "1"));
        books.addOrder(new OrderBuilder().line("NIE-MA", "0.99", "1"));
        rig.shop.addOrder(new OrderBuilder().line("NIE-MA", "0.99", "1"));
        rig.shop.addOrder(new OrderBuilder().line("NIE-MA", "0.99", "2"));
        rig.post("/api/poll?shop=main", "");
        rig.post("/api/poll?shop=ksiazki", "");
        eventually(() -> {
            JsonNode summary = rig.get("/api/summary");
            assertThat(summary.path("deadLetters").asInt()).isEqualTo(3);
            assertThat(summary.path("orders").path("ISSUED").asInt()).isEqualTo(2);
            assertThat(summary.path("orders").path("REALISED").asInt()).isEqualTo(1);
        });
    }

    @AfterAll
    static void stop() {
        rig.close();
        books.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"łucznik", "LUCZNIK zaklady", "ŁUCZNIK_100%", "zak sp. ucz", "  o.o.   „łucz ", "z o o. lucz"})
    void everyWordMustBeInTheOrderAndPolishLettersMayBePlain(String q) throws Exception {
        assertThat(found("main", "&q=" + encoded(q))).contains(first).doesNotContain(sold);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "100_", "łucznik żółw", "\\", "' OR 1=1 --"})
    void nothingInASearchIsAPattern(String q) throws Exception {
        assertThat(found("main", "&q=" + encoded(q))).isSubsetOf(first).hasSize(q.equals("%") || q.equals("_") ? 1 : 0);
    }

    @Test
    void numbersOfTheShopTheErpAndTheSalesDocumentAreFound() throws Exception {
        String document = rig.get("/api/orders/" + sold + "?shop=main")
                .path("salesDocuments")
                .path(0)
                .path("number")
                .asText();
        assertThat(document).isNotBlank();
        for (String q : List.of("SH/" + sold, Long.toString(sold), document, document.toLowerCase())) {
            assertThat(found("main", "&q=" + encoded(q))).describedAs(q).containsExactly(sold);
        }
        assertThat(found("main", "&q=" + encoded(document) + "&state=ISSUED")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-01, 1",
        "2026-01-02, 2026-01-02, 1",
        "2026-01-01, 2026-01-02, 2",
        "2025-12-31, 2025-12-31, 0",
        "2026-01-03, 2026-01-05, 0",
        "'', 2026-01-01, 1"
    })
    void daysAreThoseOfTheShop(String from, String to, int many) throws Exception {
        assertThat(found("main", "&from=" + from + "&to=" + to)).hasSize(many);
    }

    @Test
    void aStatusOfTheShopCanBeChosenAndTheTableObeysEveryFilter() throws Exception {
        JsonNode statuses = rig.get("/api/order-statuses?shop=main").path("items");
        assertThat(statuses.findValuesAsText("statusId")).contains("1", "3");
        assertThat(found("main", "&status=3")).containsExactly(sold);
        String csv = rig.exchange(rig.request("/api/orders.csv?shop=main&status=3&from=2026-01-01&q=zolw")
                        .build())
                .body();
        assertThat(csv.split("\r\n")).hasSize(2);
        assertThat(csv).contains("SH/" + sold, "Żółw");
        assertThat(rig.exchange(rig.request("/api/orders.csv?shop=main&status=3&to=2026-01-01")
                                .build())
                        .body()
                        .split("\r\n"))
                .hasSize(1);
    }

    @Test
    void anOrderIsNamedByItsNumberToo() throws Exception {
        assertThat(rig.get("/api/orders/SH%2F" + sold).path("state").asText()).isEqualTo("REALISED");
        assertThat(rig.get("/api/orders/KS%2F" + book).path("shop").asText())
                .describedAs("both shops have this id, one has this number")
                .isEqualTo("ksiazki");
        assertThat(rig.get("/api/orders/SH%2F" + sold + "/explain")
                        .path("number")
                        .asText())
                .isEqualTo("SH/" + sold);
        assertThatThrownBy(() -> rig.get("/api/orders/XY%2F" + sold)).hasMessageContaining("404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stuck=maybe",
                "from=2026-13-01",
                "to=yesterday",
                "status=paid",
                "status=-1",
                "state=NO",
                "page=0",
                "size=501",
                "sort=price"
            })
    void whatCannotBeUnderstoodIsRefused(String query) {
        assertThatThrownBy(() -> rig.get("/api/orders?" + query)).hasMessageContaining("422");
    }

    @Test
    void theListIsSortedByWhatTheReaderWants() throws Exception {
        assertThat(column("sort=total", "total"))
                .isSortedAccordingTo(byNumber())
                .hasSize(6);
        assertThat(column("sort=-total", "total"))
                .isSortedAccordingTo(byNumber().reversed());
        assertThat(column("sort=placedAt&shop=main", "placedAt")).isSorted().hasSize(4);
        assertThat(column("sort=-placedAt&size=2&page=2", "number"))
                .describedAs("a page goes on where the one before ended")
                .isEqualTo(column("sort=-placedAt", "number").subList(2, 4));
        assertThat(column("sort=buyer&status=3&shop=main", "number")).containsExactly("SH/" + sold);
    }

    private List<String> column(String query, String name) throws Exception {
        return StreamSupport.stream(
                        rig.get("/api/orders?" + query).path("items").spliterator(), false)
                .map(order -> order.path(name).asText())
                .toList();
    }

    private static Comparator<String> byNumber() {
        return Comparator.comparing(BigDecimal::new);
    }

    @Test
    void severalShopsAreOneListWithTheNewestFirst() throws Exception {
        JsonNode all = rig.get("/api/orders");
        assertThat(all.path("total").asInt()).isEqualTo(6);
        assertThat(StreamSupport.stream(all.path("items").spliterator(), false)
                        .map(order -> order.path("receivedAt").asText()))
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(all.path("items").findValuesAsText("shop")).contains("main", "ksiazki");
        assertThat(found("ksiazki", "")).contains(book).hasSize(2);
        assertThat(rig.get("/api/orders?size=4&page=2").path("items")).hasSize(2);
        assertThat(rig.get("/api/history")
                        .path("days")
                        .path(29)
                        .path("received")
                        .asInt())
                .isEqualTo(6);
        assertThat(rig.get("/api/history?shop=ksiazki")
                        .path("shopToZmo")
                        .path("orders")
                        .asInt())
                .isEqualTo(1);
    }

    /** The only test that changes anything. */
    @Test
    void oneCauseInSeveralShopsIsDiscardedAtOnceWithAReasonAndItsOrdersAreNotStuckAnyMore() throws Exception {
        assertThat(rig.get("/api/orders?stuck=true").path("total").asInt()).isEqualTo(3);
        assertThat(found("ksiazki", "&stuck=true")).hasSize(1).doesNotContain(book);
        assertThat(found("main", "&stuck=true&state=ISSUED")).isEmpty();
        assertThat(found("main", "&stuck=false")).contains(first, sold).hasSize(4);
        assertThat(rig.exchange(rig.request("/api/orders.csv?shop=main&stuck=true")
                                .build())
                        .body()
                        .split("\r\n"))
                .hasSize(3);
        JsonNode cause = rig.get("/api/dead-letter-causes").path("causes").path(0);
        assertThat(cause.path("count").asInt()).isEqualTo(3);
        String path = "/api/dead-letter-causes/" + cause.path("cause").asText() + "/discard";
        assertThatThrownBy(() -> rig.post(path, "{\"reason\":\" \"}")).hasMessageContaining("422");
        assertThatThrownBy(() -> rig.post("/api/dead-letter-causes/no-such/discard", "{\"reason\":\"x\"}"))
                .hasMessageContaining("404");
        assertThat(rig.get("/api/summary").path("deadLetters").asInt()).isEqualTo(3);

        JsonNode here = rig.post(path + "?shop=ksiazki", "{\"reason\":\"towar wycofany\"}");
        assertThat(here.path("discarded").asInt()).isEqualTo(1);
        assertThat(here.path("busy").asInt()).isZero();
        assertThat(rig.get("/api/dead-letter-causes?shop=ksiazki").path("total").asInt())
                .isZero();

        assertThat(rig.post(path, "{\"reason\":\"towar wycofany\"}")
                        .path("discarded")
                        .asInt())
                .isEqualTo(2);
        JsonNode discarded = rig.get("/api/dead-letters?state=DISCARDED");
        assertThat(discarded.path("total").asInt()).isEqualTo(3);
        assertThat(discarded.path("items").findValuesAsText("reason")).containsOnly("towar wycofany");
        assertThat(rig.get("/api/orders?stuck=true").path("total").asInt()).isZero();
        assertThat(rig.get("/api/orders?state=CLOSED").path("items").findValuesAsText("closedReason"))
                .hasSize(3)
                .containsOnly("towar wycofany");
    }

    private static List<Long> found(String shop, String query) throws Exception {
        JsonNode page = rig.get("/api/orders?shop=" + shop + query);
        List<Long> ids = StreamSupport.stream(page.path("items").spliterator(), false)
                .map(order -> order.path("shopOrderId").asLong())
                .toList();
        assertThat(page.path("total").asInt()).isEqualTo(ids.size());
        return ids;
    }

    private static String encoded(String q) {
        return URLEncoder.encode(q, StandardCharsets.UTF_8);
    }
}
