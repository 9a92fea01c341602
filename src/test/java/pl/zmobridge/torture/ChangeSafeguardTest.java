package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.MariaDb;
import pl.zmobridge.torture.OrderLives.Event;

/**
 * As {@link SafeguardTest}, for what is changed, cancelled and sold by hand: each scenario is clean as the bridge is, and the judge of the
 * torture test finds what is wrong with one safeguard out.
 */
class ChangeSafeguardTest {
    @TempDir
    Path directory;

    private int runs;

    @Test
    void aSaleFollowsAtOnceOnlyWhenItWasDueBeforeTheZmoWasWritten() throws Exception {
        assertThat(realisedByHandBeforeItHasItsNumber(home -> {})).isEmpty();
        assertThat(realisedByHandBeforeItHasItsNumber(home -> home.sql(
                        "registered-order", "o.realise_since <= i.intent_at", "o.realise_since <= i.issued_at")))
                .anyMatch(each -> each.endsWith("2 sales documents instead of 1"));
    }

    /** The ZMO is written but cannot be given its number yet; meanwhile somebody realises it, and then the order is paid. */
    private List<String> realisedByHandBeforeItHasItsNumber(Consumer<BridgeHome> sabotage) throws Exception {
        try (Site site = site(sabotage)) {
            site.erp.faults().add(Fault.of(FaultKind.ERROR_503).on("PATCH", "/api/OrdersIssue/DocumentNumber"));
            long id =
                    site.order(new OrderBuilder().line("SPD-101", "149.95", "1").status(5), Expected.SOLD_BY_HAND);
            site.bridge();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> site.register.count("SELECT COUNT(*) FROM dead_letters WHERE step = 'IMPORT'") == 1);
            site.erp.desk().realiseByHand(site.erp.orders().get(0).get("Id").asLong());
            site.shop.setStatus(id, 3);
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            site.register.count("SELECT COUNT(*) FROM orders WHERE realise_since IS NOT NULL") == 1);
            site.erp.faults().clear();
            untilQuiet(site);
            site.stopBridges();
            return site.violations();
        }
    }

    @Test
    void noticingAnEditKeepsTheOldTotalFromItsSale() throws Exception {
        Event[] events = {Event.LINE_ADDED, Event.PAID};
        assertThat(lived(home -> {}, Expected.SOLD, events)).isEmpty();
        assertThat(lived(
                        home -> home.sql("order-changed", "o.state = 'ISSUED'", "FALSE")
                                .replace(
                                        "realise-order",
                                        "${bean:sale?method=isDoubtful}",
                                        "${variable.attempt.sale.decision.isNothing}"),
                        Expected.SOLD,
                        events))
                .anyMatch(each -> each.endsWith("is for 259.93, the order for 319.93"));
    }

    @Test
    @Tag("torture")
    void theWithdrawalLeavesNoZmoOfACancelledOrder() throws Exception {
        assertThat(lived(home -> {}, Expected.CANCELLED, Event.CANCELLED)).isEmpty();
        assertThat(lived(home -> home.sql("order-close", "'WITHDRAW'", "NULL"), Expected.CANCELLED, Event.CANCELLED))
                .anyMatch(each -> each.contains("cancelled, and nothing open names the ZMO"));
    }

    @Test
    @Tag("torture")
    void lookingAtCancelledOrdersKeepsOneThatLivesAgainFromBeingLost() throws Exception {
        Event[] events = {Event.CANCELLED, Event.ALIVE_AGAIN, Event.PAID};
        assertThat(lived(home -> {}, Expected.SOLD, events)).isEmpty();
        assertThat(lived(home -> home.sql("order-anew", "o.state = 'CLOSED'", "FALSE"), Expected.SOLD, events))
                .anyMatch(each -> each.endsWith("CLOSED in the register instead of REALISED"));
    }

    @Test
    @Tag("torture")
    void theReviewKeepsAnEditAfterTheSaleFromSilence() throws Exception {
        Event[] events = {Event.PAID, Event.LINE_ADDED};
        assertThat(lived(home -> {}, Expected.SOLD_AND_CHANGED, events)).isEmpty();
        assertThat(lived(
                        home -> home.sql(
                                "dead-letter-store",
                                "o.shop_order_id = :#orderId) r",
                                "o.shop_order_id = :#orderId AND :#step <> 'REVIEW') r"),
                        Expected.SOLD_AND_CHANGED,
                        events))
                .anyMatch(each -> each.contains("no review says that it changed after its sale"));
    }

    /** The order is imported before it is paid; then these things happen to it, each when the bridge has seen the one before. */
    private List<String> lived(Consumer<BridgeHome> sabotage, Expected end, Event... events) throws Exception {
        try (Site site = site(sabotage)) {
            OrderBuilder order =
                    new OrderBuilder().line("SPD-101", "149.95", "1").line("BLZ-220", "89.99", "1");
            OrderLives lives = new OrderLives(site.shop, site.erp, new Random(1));
            lives.begin(new Workload.Planned(order.status(OrderLives.WAITING_FOR_PAYMENT), end, List.of(events)));
            site.expected.putAll(lives.expected());
            // one that is watched all the time: with it each poll looks at those that have ended, too
            site.order(
                    new OrderBuilder().with("email", "inny@example.com").line("KUB-300", "0.99", "1"), Expected.ISSUED);
            site.bridge();
            while (!lives.areOver()) {
                untilSeen(site);
                lives.goOn(1);
            }
            site.stopBridges();
            return site.violations();
        }
    }

    /** Polls have seen what is in the shop now, and what comes of it is done. */
    private static void untilSeen(Site site) {
        long seen = listings(site) + 6;
        await().atMost(Duration.ofSeconds(20)).until(() -> listings(site) >= seen && site.register.isQuiet(2));
    }

    private static long listings(Site site) {
        return site.shop.requests(each -> each.path().equals("/webapi/rest/orders"));
    }

    private Site site(Consumer<BridgeHome> sabotage) {
        Site site = new Site(directory.resolve("run" + ++runs), MariaDb.migratedSchema());
        site.home.timings(Duration.ofMillis(500), Duration.ofSeconds(15)).set("shoper.poll.cron", "* * * * * ?");
        site.erp.allowDoubleRealisation(true);
        sabotage.accept(site.home);
        return site;
    }

    private static void untilQuiet(Site site) {
        await().atMost(Duration.ofSeconds(20)).until(() -> site.register.isQuiet(1));
    }
}
