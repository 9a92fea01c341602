package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import pl.zmobridge.sim.BulkHabit;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.ShopQuirk;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.support.Rig;

@DisplayName("An announced order and its lines are asked for in one request, where the shop answers that")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkTest {
    private static final String SECRET = "tajny-podpis-sklepu-1";
    private static final String BULK = "POST /webapi/rest/bulk";
    private static final String ORDERS = "GET /webapi/rest/orders";
    private static final String LINES = "GET /webapi/rest/order-products";
    private static final Duration SOON =
            Duration.ofSeconds(13); // 3 seconds, on a machine that does other things besides

    private final Map<Peer, ShoperSim> sims = new EnumMap<>(Peer.class);
    private final Map<Peer, Long> first = new EnumMap<>(Peer.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Rig rig = new Rig();
    private int messages;

    /** Shops that are asked in bulk, and what is seen of them then. */
    private enum Peer {
        AS_DOCUMENTED(true, shop -> {}),
        SHUFFLED(true, shop -> shop.bulk(BulkHabit.SHUFFLED)),
        LISTS_AS_OBJECTS(true, shop -> shop.quirks(ShopQuirk.LIST_AS_OBJECT, ShopQuirk.NUMBERS_AS_NUMBERS)),
        EACH_COUNTS(true, shop -> {
            shop.bulkCountsEach(true);
            shop.bucket(10, 20);
        }),
        ABSENT(false, shop -> shop.bulk(BulkHabit.ABSENT)),
        WRONG_PATH(false, shop -> shop.bulk(BulkHabit.WRONG_PATH)),
        NOT_ALLOWED(false, shop -> shop.bulk(BulkHabit.NOT_ALLOWED)),
        REFUSED(false, shop -> shop.bulk(BulkHabit.REFUSED)),
        FAILING(false, shop -> shop.bulk(BulkHabit.FAILING)),
        ITEM_REFUSED(false, shop -> shop.bulk(BulkHabit.ITEM_REFUSED)),
        ITEM_MISSING(false, shop -> shop.bulk(BulkHabit.ITEM_MISSING)),
        FILTERS_IGNORED(false, shop -> {
            shop.addOrder(new OrderBuilder().line("KUB-300", "0.99", "1"));
            shop.bulk(BulkHabit.FILTERS_IGNORED);
        }),
        EMPTY_LISTS(false, shop -> shop.bulk(BulkHabit.EMPTY_LISTS)),
        LINES_MISSING(false, shop -> shop.bulk(BulkHabit.LINES_MISSING)),
        HTML(false, shop -> shop.faults().add(Fault.of(FaultKind.OK_HTML).on("POST", "/webapi/rest/bulk"))),
        THROTTLED(false, shop -> shop.faults().add(Fault.tooManyRequests(1).on("POST", "/webapi/rest/bulk"))),
        HANGING_UP(false, shop -> shop.faults().add(Fault.dropped().on("POST", "/webapi/rest/bulk")));

        private final boolean understood;
        private final Consumer<ShoperSim> nature;

        Peer(boolean understood, Consumer<ShoperSim> nature) {
            this.understood = understood;
            this.nature = nature;
        }

        String shop() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String prefix() {
            return "B" + (char) ('A' + ordinal()) + "/";
        }

        String address() {
            return "kQ7pX2mB9vT4cN8wL1s" + (char) ('A' + ordinal());
        }
    }

    @BeforeAll
    void start() throws Exception {
        rig.set("shoper.import.settle", "20s").set("symfonia.concurrency", "8");
        for (Peer peer : Peer.values()) {
            ShoperSim sim = new ShoperSim().start();
            peer.nature.accept(sim);
            sims.put(peer, sim);
            rig.shop(
                    peer.shop(),
                    Map.of(
                            "shoper.url",
                            sim.url(),
                            "order.number.prefix",
                            peer.prefix(),
                            "shoper.webhook.address",
                            peer.address(),
                            "shoper.webhook.secret",
                            SECRET));
        }
        rig.start();
        Rig.eventually(() -> assertThat(
                        rig.row("SELECT COUNT(*) AS found FROM shop_watch").get("found"))
                .isEqualTo(1L + sims.size())); // the first polls are over
        log.start();
        logger().addAppender(log);
        for (Peer peer : Peer.values()) {
            sims.get(peer).forgetRequests();
            first.put(peer, place(peer));
        }
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("pl.zmobridge.orders");
    }

    @AfterAll
    void stop() {
        logger().detachAppender(log);
        rig.close();
        sims.values().forEach(ShoperSim::close);
    }

    @ParameterizedTest
    @EnumSource
    void anOrderComesInWhateverTheShopAnswersAndTheNextOneCostsOneRequestOrTwo(Peer peer) throws Exception {
        ShoperSim sim = sims.get(peer);
        awaitIssued(peer, first.get(peer));
        assertThat(rig.sentIssue(peer.prefix() + first.get(peer))
                        .at("/Positions/0/Code")
                        .asText())
                .isEqualTo("KUB-300");
        assertThat(asked(sim)).isEqualTo(peer.understood ? List.of(BULK) : List.of(BULK, ORDERS, LINES));

        sim.forgetRequests();
        awaitIssued(peer, place(peer));

        if (peer != Peer.EMPTY_LISTS) { // which is asked in bulk again after a minute
            assertThat(asked(sim)).isEqualTo(peer.understood ? List.of(BULK) : List.of(ORDERS, LINES));
        }
        assertThat(sim.refusedCalls()).isZero();
        assertThat(saidOf(peer)).describedAs("said once").hasSize(peer.understood || peer == Peer.EMPTY_LISTS ? 0 : 1);
    }

    @Test
    @DisplayName("What else is new is read as by any poll, and a bulk whose lines fill more than a page does no harm")
    void others() throws Exception {
        Peer peer = Peer.AS_DOCUMENTED;
        ShoperSim sim = sims.get(peer);
        awaitIssued(peer, first.get(peer));
        sim.forgetRequests();

        long quiet = sim.addOrder(order().date("2026-01-02 10:00:00")); // old enough to be whole
        awaitIssued(peer, place(peer));
        awaitIssued(peer, quiet);
        assertThat(asked(sim)).containsExactly(BULK, LINES);

        sim.forgetRequests();
        OrderBuilder large = new OrderBuilder();
        for (int i = 0; i < 60; i++) {
            large.line("KUB-300", "0.99", "1");
        }
        long id = sim.addOrder(large);
        hook(peer, id);
        awaitIssued(peer, id);
        assertThat(rig.sentIssue(peer.prefix() + id).path("Positions")).hasSizeGreaterThanOrEqualTo(60);
        assertThat(asked(sim)).containsExactly(BULK, LINES, LINES);

        sim.forgetRequests();
        awaitIssued(peer, place(peer));
        assertThat(asked(sim)).containsExactly(BULK);
    }

    @Test
    @DisplayName(
            "A known order's row comes with the new orders, and is read alone when there are some, or when it is gone")
    void known() throws Exception {
        Peer peer = Peer.SHUFFLED;
        ShoperSim sim = sims.get(peer);
        long id = first.get(peer);
        awaitIssued(peer, id);

        sim.forgetRequests();
        sim.setStatus(id, 2);
        hook(peer, "order.status", id);
        Rig.eventually(() -> assertThat(statusOf(peer, id)).isEqualTo(2L));
        assertThat(asked(sim)).containsExactly(BULK);

        sim.forgetRequests();
        sim.addOrder(order());
        sim.setStatus(id, 1);
        hook(peer, "order.status", id);
        Rig.eventually(() -> assertThat(statusOf(peer, id)).isEqualTo(1L));
        assertThat(asked(sim)).containsExactly(BULK, ORDERS);

        sim.forgetRequests();
        sim.removeOrder(id);
        hook(peer, "order.delete", id);
        Rig.eventually(() -> assertThat(asked(sim)).startsWith(BULK, ORDERS, ORDERS + "/" + id));
    }

    private Object statusOf(Peer peer, long id) throws Exception {
        return rig.row("SELECT status_id FROM orders WHERE shop = '" + peer.shop() + "' AND shop_order_id = " + id)
                .get("status_id");
    }

    private List<String> asked(ShoperSim sim) {
        return sim.requests().stream()
                .map(each -> each.method() + " " + each.path())
                .toList();
    }

    private List<String> saidOf(Peer peer) {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(said -> said.startsWith(peer.shop() + ":"))
                .filter(said -> said.contains("POST /bulk"))
                .toList();
    }

    private void awaitIssued(Peer peer, long id) {
        await().atMost(SOON).until(() -> "ISSUED".equals(state(peer, id)));
    }

    private long place(Peer peer) throws Exception {
        long id = sims.get(peer).addOrder(order());
        hook(peer, id);
        return id;
    }

    private static OrderBuilder order() {
        return new OrderBuilder().line("KUB-300", "0.99", "1");
    }

    private void hook(Peer peer, long id) throws Exception {
        hook(peer, "order.create", id);
    }

    private void hook(Peer peer, String name, long id) throws Exception {
        String body = "{\"order_id\":\"" + id + "\",\"n\":" + messages++ + "}";
        byte[] sum = MessageDigest.getInstance("SHA-1")
                .digest(("7:" + SECRET + ":" + body).getBytes(StandardCharsets.UTF_8));
        int status = rig.exchange(rig.request("/hooks/shoper/" + peer.address())
                        .header("X-Webhook-Name", name)
                        .header("X-Webhook-Id", "7")
                        .header("X-Webhook-SHA1", HexFormat.of().formatHex(sum))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .statusCode();
        assertThat(status).isEqualTo(202);
    }

    private String state(Peer peer, long id) throws Exception {
        return String.valueOf(rig.row("SELECT COALESCE(MAX(state), '') AS state FROM orders WHERE shop = '"
                        + peer.shop() + "' AND shop_order_id = " + id)
                .get("state"));
    }
}
