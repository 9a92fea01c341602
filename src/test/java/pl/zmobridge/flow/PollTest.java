package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.ShopQuirk;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SimRequest;
import pl.zmobridge.support.Rig;

/** How the shop is asked: what it costs, what is refused, who may ask. */
class PollTest {
    private static final String WRITES = "SELECT SUM(VARIABLE_VALUE) FROM information_schema.GLOBAL_STATUS"
            + " WHERE VARIABLE_NAME IN ('COM_INSERT', 'COM_UPDATE', 'COM_DELETE')";

    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aBacklogComesInPagesOfFiftyWithTheLinesOfAPageTogetherAndAQuietPollIsOneRequest() throws Exception {
        rig.start();
        rig.poll(); // dictionaries are known now
        List<Long> ids = rig.shop.addOrders(IntStream.range(0, 100)
                .mapToObj(i -> order("b" + i).line("KUB-300", "0.99", "1").build())
                .toList());
        rig.shop.forgetRequests();

        JsonNode summary = rig.poll();

        assertThat(summary.path("received").asInt()).isEqualTo(100);
        assertThat(queries("/webapi/rest/orders"))
                .describedAs("⌈n/50⌉ pages, a keyset over order_id")
                .containsExactly(
                        "limit=50&page=1&order=order_id ASC&filters={\"order_id\":{\">\":0}}",
                        "limit=50&page=1&order=order_id ASC&filters={\"order_id\":{\">\":" + ids.get(49) + "}}");
        assertThat(queries("/webapi/rest/order-products"))
                .describedAs("2 lines an order: ⌈l/50⌉ a page of 50 orders")
                .hasSize(2 + 2)
                .allMatch(query -> query.contains("{\"order_id\":{\"IN\":["));
        assertThat(summary.path("requests").asInt()).isEqualTo(6).isEqualTo((int) rig.shop.requests(each -> true));
        assertThat(rig.get("/api/summary").path("cursor").asLong()).isEqualTo(ids.get(99));
        rig.awaitState("ISSUED", ids.stream().mapToLong(Long::longValue).toArray());

        rig.shop.forgetRequests();
        summary = rig.poll();
        assertThat(summary.path("watched").asInt()).isEqualTo(100);
        assertThat(queries("/webapi/rest/orders"))
                .describedAs("1 + ⌈w/50⌉: the watched ones are asked for fifty at a time")
                .hasSize(1 + 2);
        assertThat(rig.shop.requests(each -> true)).isEqualTo(3);

        rig.shop.setStatus(ids.get(0), 3);
        ids.subList(1, 100).forEach(id -> rig.shop.setStatus(id, 8));
        rig.poll();
        rig.awaitState("REALISED", ids.get(0));
        rig.awaitState("CLOSED", ids.get(99));
        Rig.eventually(
                () -> { // workers may still be letting their last orders go
                    rig.shop.forgetRequests();
                    Object writes = rig.row(WRITES);
                    rig.poll();
                    assertThat(rig.shop.requests(each -> true))
                            .describedAs("a quiet poll")
                            .isEqualTo(1);
                    assertThat(rig.row(WRITES))
                            .describedAs("a quiet poll writes nothing")
                            .isEqualTo(writes);
                });
    }

    @Test
    void theFirstPollFetchesTheDictionariesOnceAndAnUnknownIdFetchesThemAgain() throws Exception {
        rig.start();
        rig.poll();
        long known = rig.shop.addOrder(order("k").build());
        rig.shop.forgetRequests();
        rig.poll();
        assertThat(rig.shop.requests("GET", "/webapi/rest/statuses")).isZero();
        rig.awaitState("ISSUED", known);

        rig.shop.status(77, "pakowane", 2);
        rig.shop.payment(77, "Bon podarunkowy");
        rig.shop.shipping(77, "Gołąb pocztowy");
        long id = rig.shop.addOrder(
                order("n").status(77).payment(77).shipping(77, "1.00").build());
        rig.poll();

        rig.awaitState("ISSUED", id);
        JsonNode order = rig.order(id);
        assertThat(order.path("status").asText()).isEqualTo("pakowane");
        assertThat(order.path("paymentForm").asText()).isEqualTo("Bon podarunkowy");
        assertThat(order.path("deliveryForm").asText()).isEqualTo("Gołąb pocztowy");
        assertThat(rig.shop.requests("GET", "/webapi/rest/statuses")).isEqualTo(1);

        rig.shop.status(78, "na magazynie", 2);
        rig.shop.setStatus(known, 78);
        rig.poll();
        assertThat(rig.order(known).path("status").asText())
                .describedAs("a new status of a watched order, too")
                .isEqualTo("na magazynie");
    }

    @Test
    void aShopThatIgnoresTheFilterIsRefusedAndNothingIsStored() throws Exception {
        rig.start();
        long first = rig.shop.addOrder(order("f").build());
        rig.imported(first);
        long second = rig.shop.addOrder(order("s").build());
        rig.shop.ignoreFilters(true);

        assertThatThrownBy(rig::poll).hasMessageContaining("503").hasMessageContaining("nie zastosował");

        assertThat(rig.get("/api/orders").path("total").asInt()).isEqualTo(1);
        assertThat(rig.get("/api/summary").path("cursor").asLong())
                .describedAs("I4")
                .isEqualTo(first);
        rig.shop.ignoreFilters(false);
        rig.imported(second);
    }

    @Test
    void ordersPlacedBeforeSinceAreIgnoredInTheShopsZone() throws Exception {
        rig.set("shoper.import.since", "2026-10-02").start();
        long early = rig.shop.addOrder(order("e").date("2026-10-01 23:59:59").build());
        long due = rig.shop.addOrder(order("d").date("2026-10-02 00:00:00").build());

        rig.imported(due);

        assertThat(rig.get("/api/orders").path("total").asInt()).isEqualTo(1);
        assertThat(rig.get("/api/summary").path("cursor").asLong()).isEqualTo(due);
        assertThat(rig.erp.order("SH/" + early)).isEmpty();
    }

    @Test
    void withoutSinceOrdersPlacedBeforeTheFirstStartAreIgnored() throws Exception {
        long old = rig.shop.addOrder(order("o").date("2020-01-01 10:00:00").build());
        rig.set("shoper.import.since", "").start();
        long due = rig.shop.addOrder(order("d").date("2099-01-01 10:00:00").build());

        rig.imported(due);

        assertThat(rig.erp.order("SH/" + old)).isEmpty();
        assertThat(rig.get("/api/orders").path("total").asInt()).isEqualTo(1);
    }

    @Test
    void anOrderThatReachesAStatusToImportLaterIsImportedThen() throws Exception {
        rig.set("shoper.import.statuses", "2, 3")
                .set("realisation.enabled", "false")
                .start();
        long now = rig.shop.addOrder(order("n").status(2).build());
        long later = rig.shop.addOrder(order("l").status(5).build());
        long never = rig.shop.addOrder(order("x").status(5).build());
        rig.imported(now);
        assertThat(rig.get("/api/orders").path("total").asInt()).isEqualTo(1);
        assertThat(rig.get("/api/summary").path("cursor").asLong()).isEqualTo(never);

        rig.shop.setStatus(later, 3);
        JsonNode summary = rig.poll();

        assertThat(summary.path("received").asInt()).isEqualTo(1);
        rig.awaitState("ISSUED", later);
        rig.poll();
        assertThat(rig.erp.ordersIssued()).isEqualTo(2);
    }

    @Test
    void lifoTheNewestOrderIsImportedFirst() throws Exception {
        rig.set("shoper.import.order", "LIFO").set("symfonia.concurrency", "1").start();
        List<Long> ids = rig.shop.addOrders(
                IntStream.range(0, 8).mapToObj(i -> order("q" + i).build()).toList());

        rig.poll();
        for (long id : ids) {
            rig.awaitState("ISSUED", id);
        }

        List<Long> issued = rig.sent("POST", "/api/OrdersIssue/New").stream()
                .map(issue -> Long.valueOf(issue.path("Description").asText().split("[/ ]")[1]))
                .toList();
        assertThat(issued).containsExactlyInAnyOrderElementsOf(ids);
        // the bridge's own first poll may have come while the orders arrived
        assertThat(issued.subList(issued.size() - 4, issued.size()))
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void aLoginIsMadeOnceAndAgainOnceWhenItsTokenHasExpired() throws Exception {
        rig.set("shoper.token", "")
                .set("shoper.login", ShoperSim.LOGIN)
                .set("shoper.password", ShoperSim.PASSWORD)
                .start();
        rig.imported(rig.shop.addOrder(order("a").build()));
        assertThat(rig.shop.requests("POST", "/webapi/rest/auth")).isEqualTo(1);

        rig.shop.expireTokens();
        rig.imported(rig.shop.addOrder(order("b").build()));
        assertThat(rig.shop.requests("POST", "/webapi/rest/auth")).isEqualTo(2);

        rig.shop.credentials("bridge", "inne");
        rig.shop.expireTokens();
        rig.shop.forgetRequests();
        assertThatThrownBy(rig::poll).hasMessageContaining("shoper.login").hasMessageNotContaining(ShoperSim.PASSWORD);
        assertThat(rig.shop.requests("POST", "/webapi/rest/auth"))
                .describedAs("a wrong password is not hammered")
                .isEqualTo(1);
    }

    @Test
    void theShopsBucketIsNeverOverfilledAndRetryAfterIsObeyed() throws Exception {
        rig.shop.bucket(10, 2);
        List<Long> ids = rig.shop.addOrders(IntStream.range(0, 60)
                .mapToObj(i -> order("w" + i).line("KUB-300", "0.99", "1").build())
                .toList());
        rig.start();
        rig.poll();
        rig.poll();
        assertThat(rig.get("/api/orders").path("total").asInt()).isEqualTo(60);
        assertThat(rig.shop.refusedCalls()).isZero();
        rig.awaitState("ISSUED", ids.get(59));

        rig.shop.bucket(1000, 1000);
        rig.shop
                .faults()
                .add(Fault.tooManyRequests(2).on("GET", "/webapi/rest/orders").once());
        rig.shop.forgetRequests();
        rig.poll();
        List<SimRequest> asked = rig.shop.requests();
        assertThat(asked.get(1).at()).isAfterOrEqualTo(asked.get(0).at().plusSeconds(2));
    }

    @Test
    void anOutageOfTheShopIsSatOutAndWhatItAnswersOddlyIsRead() throws Exception {
        rig.shop.quirks(ShopQuirk.values());
        rig.start();
        rig.poll();
        for (FaultKind kind : new FaultKind[] {
            FaultKind.OK_HTML, FaultKind.ERROR_503, FaultKind.NOT_FOUND_HTML, FaultKind.TRUNCATED, FaultKind.DROPPED
        }) {
            rig.shop.faults().add(Fault.of(kind).on("GET", "/webapi/rest/order").once());
            rig.imported(rig.shop.addOrder(order(kind.name()).build()));
        }
        assertThat(rig.shop.faults().strikes()).isEqualTo(5);
        assertThat(rig.erp.ordersIssued()).isEqualTo(5);
    }

    private static OrderBuilder order(String buyer) {
        return new OrderBuilder().with("email", buyer + "@example.pl").line("KUB-300", "0.99", "1");
    }

    private List<String> queries(String path) {
        return rig.shop.requests().stream()
                .filter(each -> each.path().equals(path))
                .map(each -> URLDecoder.decode(each.query(), StandardCharsets.UTF_8))
                .toList();
    }
}
