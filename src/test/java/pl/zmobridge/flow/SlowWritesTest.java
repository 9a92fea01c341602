package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.support.Rig;

/** I10: a write without an answer may still be going on, so nobody asks about it, let alone repeats it, before it can no longer be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowWritesTest extends CasesFixture {
    private static final String NEW = "/api/OrdersIssue/New";
    private static final String FV = "/api/OrdersIssue/FV";

    @BeforeAll
    void start() throws Exception {
        rig = new Rig().set("symfonia.write-timeout", "2s");
        rig.erp.allowDoubleRealisation(true);
        rig.start();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @AfterEach
    void asBefore() {
        rig.erp.faults().clear();
    }

    @Test
    @DisplayName("I10 case 16: a sale that outlasts its client makes one document, and nobody asks about it meanwhile")
    void slowSale() throws Exception {
        long id = issued(order());
        slow("PUT", FV, 3000);
        rig.erp.forgetRequests();

        rig.shop.setStatus(id, 3);
        rig.poll();
        fails(id, "może jeszcze trwać");
        JsonNode letter = letter(id).orElseThrow();
        rig.poll(); // Z4: what waits for stock is tried again by a poll, this is not

        assertThat(letter.path("cause").asText()).isEqualTo("WRITE_UNANSWERED");
        assertThat(letter.path("waitsFor").asText()).isEqualTo("SYSTEM");
        assertThat(refused("/api/dead-letters/" + letter.path("id").asText() + "/replay"))
                .contains("may still be going on");
        assertThat(refused("/api/orders/" + id + "/realise"))
                .contains("until " + OffsetDateTime.now().getYear());
        assertThat(refused("/api/orders/" + id + "/reimport")).contains("may still be going on");
        await().until(() -> rig.erp.goingOn() == 0);
        assertThat(rig.erp.requests("GET", "/api/Orders/FV")).isZero();
        rig.awaitState("REALISED", id);
        theDocument(id);
        assertThat(rig.erp.requests("PUT", FV)).isEqualTo(1);
        assertThat(rig.get("/api/summary").path("away")).isEmpty();
    }

    @Test
    @DisplayName("I10: a ZMO that takes longer than its client waits is made once")
    void slowZmo() throws Exception {
        slow("POST", NEW, 3000);
        int before = rig.erp.ordersIssued();
        rig.erp.forgetRequests();
        long id = rig.shop.addOrder(order());

        rig.poll();
        fails(id, "może jeszcze trwać");
        long asked = rig.erp.requests("GET", "/api/Orders");
        await().until(() -> rig.erp.goingOn() == 0);

        assertThat(rig.erp.requests("GET", "/api/Orders")).isEqualTo(asked);
        rig.awaitState("ISSUED", id);
        assertThat(rig.erp.ordersIssued()).isEqualTo(before + 1);
        assertThat(rig.order(id).path("events").toString()).contains("FOUND");
    }

    @Test
    @DisplayName("I10: a write that ends within its time needs no question")
    void slowButInTime() throws Exception {
        slow("POST", NEW, 1500);

        long id = issued(order());

        assertThat(rig.order(id).path("events").toString())
                .doesNotContain("FOUND")
                .doesNotContain("FAILED");
    }

    @Test
    @DisplayName("I10: another order of the same buyer waits, too, and one of another buyer does not")
    void othersGoOn() throws Exception {
        slow("POST", NEW, 3000);
        long id = rig.shop.addOrder(order().with("email", "slow@example.pl"));
        rig.poll();
        fails(id, "może jeszcze trwać");

        long same = rig.shop.addOrder(order().with("email", "slow@example.pl"));
        issued(order());

        assertThat(rig.order(same).path("state").asText()).isEqualTo("RECEIVED");
        rig.awaitState("ISSUED", id, same);
    }

    @Test
    @DisplayName("I10: an order that has another buyer meanwhile is not asked about early, either")
    void anotherBuyerMeanwhile() throws Exception {
        long other = issued(order());
        slow("POST", NEW, 3000);
        int before = rig.erp.ordersIssued();
        long id = rig.shop.addOrder(order());
        rig.poll();
        fails(id, "może jeszcze trwać");
        long asked = rig.erp.requests("GET", "/api/Orders");

        sql(
                "UPDATE orders SET due_step = 'IMPORT', buyer_key = (SELECT buyer_key FROM (SELECT * FROM orders) o WHERE o.shop_order_id = "
                        + other + ") WHERE shop_order_id = " + id);
        rig.poll();
        await().until(() -> rig.erp.goingOn() == 0);

        assertThat(rig.erp.requests("GET", "/api/Orders")).isEqualTo(asked);
        rig.awaitState("ISSUED", id);
        assertThat(rig.erp.ordersIssued()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("I10: the page of a proxy that gave up says nothing of the write")
    void proxyGivesUp() throws Exception {
        rig.erp.faults().add(Fault.of(FaultKind.ERROR_502_HTML).on("POST", NEW).once());
        long id = rig.shop.addOrder(order());

        rig.poll();

        fails(id, "może jeszcze trwać");
        rig.awaitState("ISSUED", id);
    }

    @Test
    @DisplayName("I10: what was never sent is tried again at once")
    void neverSent() throws Exception {
        rig.erp.down();
        long id = rig.shop.addOrder(order());
        rig.poll();
        fails(id, "Brak połączenia");
        assertThat(letter(id).orElseThrow().path("cause").asText()).isEqualTo("ERP_AWAY");

        rig.erp.up();

        rig.awaitState("ISSUED", id);
    }

    private void slow(String method, String path, int millis) {
        rig.erp
                .faults()
                .add(Fault.slowWrite(Duration.ofMillis(millis)).on(method, path).once());
    }

    /** What the API says when it refuses. */
    private String refused(String path) throws Exception {
        HttpResponse<String> answer = rig.exchange(
                rig.request(path).POST(HttpRequest.BodyPublishers.ofString("")).build());
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(409);
        return answer.body();
    }

    private void sql(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
