package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.RandomSeed;
import pl.zmobridge.support.Rig;

/** Whatever happens to an order, and in whatever sequence, the invariants I1, I2 and I3 hold at every moment. */
class AnySequenceOfEventsTest {
    private static final int PAID = 3;
    private static final int IN_PROGRESS = 2;
    private static final int CANCELLED = 8;
    private static final long SEED = 20261126;
    private static final int SEQUENCES = 12;

    private static Rig rig;

    enum Event {
        PAID_AND_POLLED,
        STATUS_MOVES_ON,
        CANCELLED,
        POLL,
        NEXT_ZMO_ANSWER_LOST,
        NEXT_RENAME_ANSWER_LOST,
        NEXT_SALE_ANSWER_LOST,
        NEXT_SALE_FAILS_AFTER_WORK,
        NEXT_CALL_DROPPED,
        SESSIONS_EXPIRE,
        PERIOD_CLOSED,
        PERIOD_OPENED,
        REALISE_ASKED_FOR,
        REIMPORT_ASKED_FOR,
        BRIDGE_RESTARTS
    }

    @BeforeAll
    static void start() throws Exception {
        rig = new Rig().start();
        rig.erp.allowDoubleRealisation(true);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    /** Drawn by the seed {@code torture.seed}: always the same one in {@code mvn verify}, another each time in {@code mvn -Ptorture}. */
    static Stream<List<Event>> sequences() {
        long seed = Long.getLong("torture.seed", RandomSeed.isRandom() ? System.nanoTime() : SEED);
        System.out.println("Sequences of events drawn with -Dtorture.seed=" + seed);
        Random random = new Random(seed);
        return Stream.generate(() -> sequence(random)).limit(SEQUENCES);
    }

    private static List<Event> sequence(Random random) {
        List<Event> often = Stream.of(Event.values())
                .filter(event -> event != Event.BRIDGE_RESTARTS)
                .toList();
        return Stream.generate(
                        () -> random.nextInt(15) == 0 ? Event.BRIDGE_RESTARTS : often.get(random.nextInt(often.size())))
                .limit(3L + random.nextInt(7))
                .toList();
    }

    /** What a person's "realise" does to an order that nobody has paid depends on whether the bridge knows it already. */
    static Stream<List<Event>> knownPitfalls() {
        return Stream.of(
                List.of(Event.BRIDGE_RESTARTS, Event.REALISE_ASKED_FOR),
                List.of(Event.REALISE_ASKED_FOR, Event.POLL, Event.CANCELLED),
                List.of(Event.POLL, Event.NEXT_SALE_ANSWER_LOST, Event.REALISE_ASKED_FOR, Event.BRIDGE_RESTARTS));
    }

    @ParameterizedTest
    @MethodSource({"knownPitfalls", "sequences"})
    void theInvariantsHold(List<Event> events) throws Exception {
        long id = rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "149.95", "1").build());
        boolean paid = false;
        boolean cancelled = false;
        boolean mayBeSold = false;
        for (Event event : events) {
            happens(event, id);
            paid |= event == Event.PAID_AND_POLLED;
            cancelled |= event == Event.CANCELLED;
            // an operator's "realise" sells an order whatever its status
            mayBeSold |= paid || event == Event.REALISE_ASKED_FOR;
            nothingTwice(id, mayBeSold);
        }
        rig.erp.faults().clear();
        rig.erp.closePeriod(false);
        boolean toBeSold = paid && !cancelled;
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> settled(id, toBeSold));
        nothingTwice(id, mayBeSold);
    }

    private static void happens(Event event, long id) throws Exception {
        switch (event) {
            case PAID_AND_POLLED -> {
                rig.shop.setStatus(id, PAID);
                rig.poll();
            }
            case STATUS_MOVES_ON -> rig.shop.setStatus(id, IN_PROGRESS);
            case CANCELLED -> rig.shop.setStatus(id, CANCELLED);
            case POLL -> rig.poll();
            case NEXT_ZMO_ANSWER_LOST -> lose("POST", "/api/OrdersIssue/New");
            case NEXT_RENAME_ANSWER_LOST -> lose("PATCH", "/api/OrdersIssue");
            case NEXT_SALE_ANSWER_LOST -> lose("PUT", "/api/OrdersIssue/FV");
            case NEXT_SALE_FAILS_AFTER_WORK ->
                rig.erp
                        .faults()
                        .add(Fault.of(FaultKind.ERROR_AFTER_WORK)
                                .on("PUT", "/api/OrdersIssue/FV")
                                .once());
            case NEXT_CALL_DROPPED -> rig.erp.faults().add(Fault.dropped().once());
            case SESSIONS_EXPIRE -> rig.erp.expireSessions();
            case PERIOD_CLOSED -> rig.erp.closePeriod(true);
            case PERIOD_OPENED -> rig.erp.closePeriod(false);
            case REALISE_ASKED_FOR -> asked("/api/orders/" + id + "/realise");
            case REIMPORT_ASKED_FOR -> asked("/api/orders/" + id + "/reimport?confirm=true");
            case BRIDGE_RESTARTS -> {
                rig.stop();
                rig.start();
            }
        }
    }

    private static void lose(String method, String path) {
        rig.erp.faults().add(Fault.answerLost().on(method, path).once());
    }

    /** An operator asks; the bridge may well say no. */
    private static void asked(String path) throws Exception {
        int status = rig.exchange(rig.request(path)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build())
                .statusCode();
        assertThat(status).describedAs(path).isLessThan(500);
    }

    /** I2: one ZMO for each import, and for each ZMO one sales document, if the order was paid or a person asked for it. */
    private static void nothingTwice(long id, boolean mayBeSold) {
        List<ObjectNode> zmo = zmoOf(id);
        assertThat(zmo).extracting(AnySequenceOfEventsTest::marker).doesNotHaveDuplicates();
        List<Long> sold = sold(zmo);
        assertThat(sold).doesNotHaveDuplicates();
        if (!mayBeSold) {
            assertThat(sold).isEmpty();
        }
    }

    /** I1, I3: it has come to its end, nothing is open, and the register agrees with the ERP. */
    private static void settled(long id, boolean toBeSold) throws Exception {
        rig.poll();
        JsonNode order = rig.order(id);
        assertThat(order.path("problems"))
                .describedAs("E6: what was cancelled after its sale is for a person to look at, nothing else is open")
                .allMatch(each -> each.path("step").asText().equals("REVIEW"));
        String state = order.path("state").asText();
        assertThat(state).isIn(toBeSold ? List.of("REALISED") : List.of("ISSUED", "REALISED", "CLOSED"));
        List<ObjectNode> zmo = zmoOf(id);
        int documents = 0;
        for (JsonNode each : order.path("imports")) {
            documents += each.path("salesDocuments").size();
        }
        assertThat(sold(zmo)).hasSize(documents);
        if (!state.equals("CLOSED")) {
            assertThat(zmo).hasSameSizeAs(order.path("imports"));
        }
        if (state.equals("REALISED")) {
            assertThat(order.path("salesDocuments")).hasSize(1);
        }
    }

    private static List<ObjectNode> zmoOf(long id) {
        return rig.erp.orders().stream()
                .filter(each -> marker(each).matches("SH/" + id + "( \\(\\d+\\))?"))
                .toList();
    }

    private static String marker(ObjectNode zmo) {
        return zmo.path("Description").asText().split(" \\|", 2)[0].strip();
    }

    private static List<Long> sold(List<ObjectNode> zmo) {
        List<Long> ids = zmo.stream().map(each -> each.get("Id").asLong()).toList();
        return rig.erp.invoices().stream()
                .map(each -> each.get("OrderId").asLong())
                .filter(ids::contains)
                .toList();
    }
}
