package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.StatusChange;
import pl.zmobridge.support.Rig;
import pl.zmobridge.support.SqlCounters;

@DisplayName("What is written follows from what the shop says right before")
class FreshWordTest extends CasesFixture {
    private static final Rig RIG = new Rig();

    @BeforeAll
    static void start() throws Exception {
        RIG.set("feedback.realised-status", "4").start();
    }

    @AfterAll
    static void stop() {
        RIG.close();
    }

    @BeforeEach
    void calm() {
        rig = RIG;
        rig.erp.faults().clear();
        rig.erp.latency(Duration.ZERO);
    }

    @Test
    @DisplayName("case 9 E7: after an unclear answer and the question that says none, the order is read anew")
    void anUnclearAttemptIsReadAnew() throws Exception {
        rig.erp
                .faults()
                .add(Fault.of(FaultKind.ERROR_500_JSON)
                        .on("POST", "/api/OrdersIssue/New")
                        .when(request -> request.body().contains("\"ProductCode\":\"NIE-MA\"")));
        long id = rig.shop.addOrder(empty().line("NIE-MA", "10.00", "1"));
        rig.poll();
        Rig.eventually(() -> assertThat(letter(id)).isPresent());

        rig.shop.desk().line(id, 0, "code", "KUB-300");

        rig.awaitState("ISSUED", id);
        assertThat(zmo(id).at("/Positions/0/ProductCode").asText()).isEqualTo("KUB-300");
        assertThat(rig.order(id).at("/lines/0/code").asText()).isEqualTo("KUB-300");
    }

    @Test
    @DisplayName("E7 I8: another buyer meanwhile is claimed before anything is written for him")
    void anUnclearAttemptFindsAnotherBuyer() throws Exception {
        rig.erp
                .faults()
                .add(Fault.of(FaultKind.ERROR_500_JSON)
                        .on("POST", "/api/OrdersIssue/New")
                        .when(request -> request.body().contains("\"ProductCode\":\"NIE-MA\"")));
        long id = rig.shop.addOrder(empty().line("NIE-MA", "10.00", "1"));
        rig.poll();
        Rig.eventually(() -> assertThat(letter(id)).isPresent());

        rig.shop.editOrder(id, row -> row.put("email", "ktos.inny@example.pl"));
        rig.shop.desk().line(id, 0, "code", "KUB-300");

        rig.awaitState("ISSUED", id);
        assertThat(buyer(zmo(id)).toString()).contains("ktos.inny@example.pl");
        Rig.eventually(() -> assertThat(letter(id)).isEmpty());
    }

    @Test
    @DisplayName("case 32: a status that was made after the dictionary was read stays as the shop has set it")
    void aNewStatusStays() throws Exception {
        long id = issued(order());
        rig.erp.latency(Duration.ofMillis(400));
        rig.shop.setStatus(id, 3);
        rig.poll();
        rig.shop.status(77, "Do odbioru w sklepie", 2);
        rig.shop.setStatus(id, 77);

        rig.awaitState("REALISED", id);

        isToldWithoutBeingSet(id, 77);
    }

    @Test
    @DisplayName("a status that the shop does not explain stays, too")
    void anUnexplainedStatusStays() throws Exception {
        long id = issued(order());
        rig.erp.latency(Duration.ofMillis(400));
        rig.shop.setStatus(id, 3);
        rig.poll();
        rig.shop.editOrder(id, row -> row.put("status_id", "778"));

        rig.awaitState("REALISED", id);

        isToldWithoutBeingSet(id, 778);
    }

    @Test
    @DisplayName("H3: a status that the shop renames is called so on each watched order, and nothing else comes of it")
    void aRenamedStatus() throws Exception {
        rig.shop.status(61, "oczekiwanie", 1);
        long sold = rig.shop.addOrder(order().status(3));
        long id = issued(order().status(61));
        rig.awaitState("REALISED", sold);
        Rig.eventually(() -> assertThat(rig.row("SELECT state FROM feedback WHERE shop_order_id = " + sold))
                .containsEntry("state", "DONE"));
        pollUntilCalled("wysłane", sold);
        Object before = events(id, sold);
        int told = rig.shop.statusChanges().size();

        rig.shop.status(61, "Czeka na wpłatę", 1);
        rig.shop.status(4, "Nadane", 3);
        rig.shop.status(62, "nowy", 1);
        issued(order().status(62)); // an id that nobody knows has the names read
        rig.poll();

        assertThat(rig.order(id).path("status").asText()).isEqualTo("Czeka na wpłatę");
        pollUntilCalled("Nadane", sold);
        assertThat(events(id, sold)).isEqualTo(before);
        assertThat(rig.shop.statusChanges()).hasSize(told);
        assertThat(documents(sold)).hasSize(1);
        assertThat(rig.order(sold).path("state").asText()).isEqualTo("REALISED");

        SqlCounters counters = SqlCounters.of(rig);
        rig.poll();
        assertThat(SqlCounters.of(rig).since(counters).writes())
                .describedAs("once it is known")
                .isZero();
        rig.shop.status(4, "wysłane", 3);
    }

    private void pollUntilCalled(String status, long id) {
        Rig.eventually(() -> {
            rig.poll();
            assertThat(rig.order(id).path("status").asText()).isEqualTo(status);
        });
    }

    private Object events(long... ids) throws Exception {
        String all = LongStream.of(ids).mapToObj(Long::toString).collect(Collectors.joining(","));
        return rig.row("SELECT COUNT(*) AS found FROM events WHERE shop_order_id IN (" + all + ")")
                .get("found");
    }

    private void isToldWithoutBeingSet(long id, long status) {
        Rig.eventually(() -> assertThat(rig.row("SELECT state FROM feedback WHERE shop_order_id = " + id))
                .containsEntry("state", "DONE"));
        List<StatusChange> ours = rig.shop.statusChanges().stream()
                .filter(change -> change.orderId() == id && change.by().equals("api"))
                .toList();
        assertThat(ours).isEmpty();
        assertThat(rig.shop.order(id).orElseThrow().path("status_id").asLong()).isEqualTo(status);
    }
}
