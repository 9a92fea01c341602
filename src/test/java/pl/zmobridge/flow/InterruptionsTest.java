package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

/** Short outages are sat out, long ones become dead letters that resolve themselves; nothing is written twice. */
class InterruptionsTest {
    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void shortOutagesOfEveryKindAtEveryWriteLeaveNothingOpenAndNothingTwice() throws Exception {
        rig.set("redelivery.initial", "1h").set("redelivery.max", "2h").start();
        rig.erp.allowDoubleRealisation(true);
        Set<FaultKind> kinds = EnumSet.complementOf(EnumSet.of(FaultKind.LATENCY, FaultKind.HANG));
        int nth = 0;
        for (FaultKind kind : kinds) { // one order seldom meets two of them
            rig.erp
                    .faults()
                    .add(Fault.of(kind)
                            .on("POST", "/api/Contractors/Create")
                            .skip(2 * nth++)
                            .once());
            rig.erp
                    .faults()
                    .add(Fault.of(kind)
                            .on("POST", "/api/OrdersIssue/New")
                            .skip(2 * nth++)
                            .once());
            rig.erp
                    .faults()
                    .add(Fault.of(kind)
                            .on("PATCH", "/api/OrdersIssue")
                            .skip(2 * nth++)
                            .once());
            rig.erp
                    .faults()
                    .add(Fault.of(kind)
                            .on("PUT", "/api/OrdersIssue/FV")
                            .skip(2 * nth++)
                            .once());
        }
        int count = 2 * nth + 4;
        List<Long> ids = IntStream.range(0, count)
                .mapToObj(i -> rig.shop.addOrder(order("f" + i).status(3)))
                .toList();

        rig.poll();
        rig.awaitState("REALISED", array(ids));

        assertThat(rig.erp.faults().strikes()).isEqualTo(nth);
        assertThat(rig.deadLetters()).isEmpty(); // I10: those of unanswered writes waited for their time to be over
        assertThat(rig.erp.ordersIssued()).describedAs("I2").isEqualTo(count);
        assertThat(rig.erp.invoices()).describedAs("I2").hasSize(count);
        assertThat(rig.erp.contractors()).hasSize(count);
    }

    @Test
    void anExpiredSessionIsReopenedOnceForAllAndClosedOnStop() throws Exception {
        rig.start();
        List<Long> first = orders(12);
        rig.poll();
        rig.awaitState("ISSUED", array(first));
        assertThat(rig.erp.sessionsOpened())
                .describedAs("shared by four workers")
                .isEqualTo(1);

        rig.erp.expireSessions();
        rig.erp.latency(Duration.ofMillis(20));
        List<Long> second = orders(12);
        rig.poll();
        rig.awaitState("ISSUED", array(second));

        assertThat(rig.erp.sessionsOpened()).isEqualTo(2);
        assertThat(rig.get("/api/dead-letters").path("total").asInt()).isZero();
        rig.stop();
        assertThat(rig.erp.openSessions()).describedAs("licensed and few").isZero();
    }

    @Test
    void aLongOutageBecomesDeadLettersThatResolveThemselves() throws Exception {
        rig.set("redelivery.initial", "300ms").set("redelivery.max", "1s").start();
        List<Long> ids = orders(3);
        rig.erp.down();
        rig.poll();
        Rig.eventually(() -> assertThat(rig.deadLetters()).hasSize(3));
        JsonNode letter = rig.deadLetters().get(0);
        assertThat(letter.path("error").asText()).containsIgnoringCase("połącz");
        Rig.eventually(() ->
                assertThat(rig.deadLetters().get(0).path("attempts").asInt()).isGreaterThan(1));

        rig.erp.up();

        rig.awaitState("ISSUED", array(ids));
        assertThat(rig.deadLetters()).isEmpty();
        assertThat(rig.get("/api/dead-letters?state=RESOLVED").path("total").asInt())
                .isEqualTo(3);
        assertThat(rig.erp.ordersIssued()).isEqualTo(3);
    }

    @Test
    void aBridgeStoppedInTheMiddleFinishesWhatIsInFlightAndGoesOnWhenStartedAgain() throws Exception {
        rig.start();
        rig.erp.latency(Duration.ofMillis(30));
        List<Long> ids = IntStream.range(0, 60)
                .mapToObj(i -> rig.shop.addOrder(order("s" + i).status(3)))
                .toList();
        rig.poll();
        Rig.eventually(() -> assertThat(rig.erp.ordersIssued()).isGreaterThan(3));

        rig.stop();

        assertThat(rig.erp.ordersIssued()).describedAs("stopped in the middle").isLessThan(60);
        assertThat(rig.erp.openSessions()).isZero();
        rig.erp.latency(Duration.ZERO);
        rig.start();
        rig.awaitState("REALISED", array(ids));
        assertThat(rig.erp.ordersIssued()).isEqualTo(60);
        assertThat(rig.erp.invoices()).hasSize(60);
        assertThat(rig.get("/api/dead-letters").path("total").asInt())
                .describedAs("a graceful stop fails nothing")
                .isZero();
    }

    @Test
    void i8TwoBridgesOnOneDatabaseDoNoMoreThanOneWould() throws Exception {
        Rig other = rig.another();
        try {
            rig.start();
            other.start();
            rig.erp.latency(Duration.ofMillis(5));
            List<Long> ids = IntStream.range(0, 40)
                    .mapToObj(i -> rig.shop.addOrder(order("t" + i % 10).status(i % 2 == 0 ? 3 : 1)))
                    .toList();
            CompletableFuture<JsonNode> second = CompletableFuture.supplyAsync(() -> polled(other));
            rig.poll();
            second.join();
            ids.forEach(id -> rig.shop.setStatus(id, 3));
            Rig.eventually(() -> assertThat(rig.get("/api/summary")
                            .path("orders")
                            .path("RECEIVED")
                            .asInt())
                    .isZero());
            rig.poll();
            other.poll();
            rig.awaitState("REALISED", array(ids));

            assertThat(rig.erp.ordersIssued()).isEqualTo(40);
            assertThat(rig.erp.invoices()).hasSize(40);
            assertThat(rig.erp.contractors()).hasSize(10);
            assertThat(rig.get("/api/dead-letters").path("total").asInt()).isZero();
        } finally {
            other.stop();
        }
    }

    private static JsonNode polled(Rig bridge) {
        try {
            return bridge.poll();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private List<Long> orders(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> rig.shop.addOrder(order("o" + i + "." + System.nanoTime())))
                .toList();
    }

    private static OrderBuilder order(String buyer) {
        return new OrderBuilder().with("email", buyer + "@example.pl").line("KUB-300", "0.99", "1");
    }

    private static long[] array(List<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
