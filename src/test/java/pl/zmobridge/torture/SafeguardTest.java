package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.MariaDb;

/** The judge of the torture test can fail: each scenario is clean as the routes are, and doubles with one safeguard out. */
class SafeguardTest {
    @TempDir
    Path directory;

    private int runs;

    @Test
    void askingBeforeARetryKeepsTheZmoSingle() throws Exception {
        assertThat(zmoAnswerLost(home -> {})).isEmpty();
        assertThat(zmoAnswerLost(home -> home.without("import-order", "ask-for-zmo")))
                .anyMatch(each -> each.endsWith("2 ZMO instead of one"));
    }

    @Test
    void askingBeforeARetryKeepsTheSalesDocumentSingle() throws Exception {
        assertThat(saleAnswerLost(home -> {})).isEmpty();
        assertThat(saleAnswerLost(home -> askNothingBeforeALaterSale(askForNoDocuments(home))))
                .anyMatch(each -> each.endsWith("2 sales documents instead of 1"));
    }

    @Test
    void theNotedIntentKeepsTheZmoSingle() throws Exception {
        assertThat(zmoAnswerLost(home -> home.without("import-order", "note-issue-intent", "still-ours-issue")))
                .anyMatch(each -> each.endsWith("2 ZMO instead of one"));
    }

    @Test
    void theNotedIntentKeepsTheSalesDocumentSingle() throws Exception {
        assertThat(saleAnswerLost(home -> askNothingBeforeALaterSale(
                        home.without("realise-order", "note-sell-intent", "still-ours-sell"))))
                .anyMatch(each -> each.endsWith("2 sales documents instead of 1"));
    }

    @Test
    void theClaimKeepsTwoBridgesFromOneZmo() throws Exception {
        assertThat(twoBridgesAtASlowImport(home -> {})).isEmpty();
        assertThat(twoBridgesAtASlowImport(home -> open(home, "due-import-FIFO")))
                .anyMatch(each -> each.endsWith("2 ZMO instead of one"));
    }

    @Test
    void theClaimKeepsTwoBridgesFromOneSalesDocument() throws Exception {
        assertThat(twoBridgesAtASlowSale(home -> {})).isEmpty();
        assertThat(twoBridgesAtASlowSale(home -> open(home, "due-realise")))
                .anyMatch(each -> each.endsWith("2 sales documents instead of 1"));
    }

    @Test
    void theQuestionBeforeALaterSaleKeepsWhatWasSoldByHandSingle() throws Exception {
        assertThat(realisedByHand(home -> {})).isEmpty();
        assertThat(realisedByHand(SafeguardTest::askNothingBeforeALaterSale))
                .anyMatch(each -> each.endsWith("2 sales documents instead of 1"));
    }

    @Test
    void theComparisonOfAFoundZmoKeepsADifferentOneFromItsSale() throws Exception {
        assertThat(documentsOfADifferentZmo(home -> {})).isZero();
        assertThat(documentsOfADifferentZmo(home -> home.without("import-order", "compare-zmo")))
                .isEqualTo(1);
    }

    /** Somebody realises the ZMO in the ERP before the order is paid. */
    private List<String> realisedByHand(Consumer<BridgeHome> sabotage) throws Exception {
        try (Site site = site(sabotage)) {
            site.home.set("shoper.poll.cron", "* * * * * ?");
            site.erp.allowDoubleRealisation(true);
            long id = site.order(new OrderBuilder().line("SPD-101", "149.95", "1"), Expected.SOLD);
            site.bridge();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> site.erp.order("SH/" + id).isPresent());
            site.erp
                    .desk()
                    .realiseByHand(
                            site.erp.order("SH/" + id).orElseThrow().get("Id").asLong());
            site.shop.setStatus(id, 3);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> site.register.count("SELECT COUNT(*) FROM orders WHERE state = 'REALISED'") == 1);
            untilQuiet(site);
            site.stopBridges();
            return site.violations();
        }
    }

    /** The ERP lowers the ZMO by the contractor's discount, and its answer is lost. */
    private int documentsOfADifferentZmo(Consumer<BridgeHome> sabotage) throws Exception {
        try (Site site = site(sabotage)) {
            site.erp.addContractor("SH9201", "Anna Żak", "", 0);
            site.erp.desk().contractorDiscount("SH9201", "5");
            site.erp
                    .faults()
                    .add(Fault.answerLost().on("POST", "/api/OrdersIssue/New").once());
            site.shop.addOrder(new OrderBuilder()
                    .user(9201)
                    .line("SPD-101", "149.95", "1")
                    .status(3)
                    .build());
            site.bridge();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> site.register.count(
                                    "SELECT (SELECT COUNT(*) FROM orders WHERE state = 'REALISED')"
                                            + " + (SELECT COUNT(*) FROM dead_letters WHERE state = 'OPEN' AND cause = 'ERP_DIFFERS')")
                            == 1);
            return site.erp.invoices().size();
        }
    }

    @Test
    void leavingAnUnansweredWriteAloneKeepsTheSalesDocumentSingle() throws Exception {
        assertThat(slowSale(home -> {})).isEmpty();
        assertThat(slowSale(home ->
                        home.sql("claim-release", ":#leftAlone", "0").sql("dead-letter-store", ":#waitMillis", "100")))
                .anyMatch(each -> each.endsWith("2 sales documents instead of 1"));
    }

    @Test
    void theAgeOfTheIntentKeepsTheSalesDocumentSingleAfterAKill() throws Exception {
        assertThat(killedInASlowSale("7000")).isEmpty();
        assertThat(killedInASlowSale("1000")).anyMatch(each -> each.endsWith("2 sales documents instead of 1"));
    }

    /** The ERP needs longer for the sale than the bridge waits, and answers questions meanwhile (I10). */
    private List<String> slowSale(Consumer<BridgeHome> sabotage) throws Exception {
        try (Site site = site(sabotage)) {
            site.home.set("symfonia.write-timeout", "2s");
            site.erp.allowDoubleRealisation(true);
            site.order(new OrderBuilder().line("SPD-101", "149.95", "1").status(3), Expected.SOLD);
            site.erp
                    .faults()
                    .add(Fault.slowWrite(Duration.ofMillis(3500))
                            .on("PUT", "/api/OrdersIssue/FV")
                            .once());
            site.bridge();
            untilQuiet(site);
            await().until(() -> site.erp.goingOn() == 0);
            site.stopBridges();
            return site.violations();
        }
    }

    /**
     * The bridge is killed while the ERP makes the sales document; another one goes on.
     *
     * @param lease of the intent, in milliseconds
     */
    private List<String> killedInASlowSale(String lease) throws Exception {
        try (Site site = site(home -> home.sql("sell-intent", ":#writeLease", lease))) {
            site.erp.allowDoubleRealisation(true);
            site.order(new OrderBuilder().line("SPD-101", "149.95", "1").status(3), Expected.SOLD);
            site.erp
                    .faults()
                    .add(Fault.slowWrite(Duration.ofSeconds(6))
                            .on("PUT", "/api/OrdersIssue/FV")
                            .once());
            site.home.written();
            try (BridgeProcess killed = BridgeProcess.start(site.home, Optional.empty())) {
                await().atMost(Duration.ofSeconds(60)) // not while it makes the ZMO
                        .until(() -> site.erp.requests("PUT", "/api/OrdersIssue/FV") == 1 && site.erp.goingOn() == 1);
                killed.kill();
            }
            site.bridge();
            untilQuiet(site);
            await().until(() -> site.erp.goingOn() == 0);
            site.stopBridges();
            return site.violations();
        }
    }

    /** The ERP issues the ZMO, but its answer is lost before the ZMO has its number. */
    private List<String> zmoAnswerLost(Consumer<BridgeHome> sabotage) throws Exception {
        try (Site site = site(sabotage)) {
            site.order(new OrderBuilder().line("SPD-101", "149.95", "1"), Expected.ISSUED);
            site.erp
                    .faults()
                    .add(Fault.answerLost().on("POST", "/api/OrdersIssue/New").once());
            site.bridge();
            untilQuiet(site);
            site.stopBridges();
            return site.violations();
        }
    }

    /** The ERP issues the sales document, but its answer is lost. */
    private List<String> saleAnswerLost(Consumer<BridgeHome> sabotage) throws Exception {
        try (Site site = site(sabotage)) {
            site.erp.allowDoubleRealisation(true);
            site.order(new OrderBuilder().line("SPD-101", "149.95", "1").status(3), Expected.SOLD);
            site.erp
                    .faults()
                    .add(Fault.answerLost().on("PUT", "/api/OrdersIssue/FV").once());
            site.bridge();
            untilQuiet(site);
            site.stopBridges();
            return site.violations();
        }
    }

    /** While one bridge waits for the ERP to issue the ZMO, the other looks for work. */
    private List<String> twoBridgesAtASlowImport(Consumer<BridgeHome> sabotage) throws Exception {
        return twoBridges(sabotage, "POST", "/api/OrdersIssue/New");
    }

    /** While one bridge waits for the ERP to issue the sales document, the other looks for work. */
    private List<String> twoBridgesAtASlowSale(Consumer<BridgeHome> sabotage) throws Exception {
        return twoBridges(sabotage, "PUT", "/api/OrdersIssue/FV");
    }

    private List<String> twoBridges(Consumer<BridgeHome> sabotage, String method, String path) throws Exception {
        try (Site site = site(sabotage)) {
            site.home.set("symfonia.concurrency", "1").set("shoper.poll.cron", "* * * * * ?");
            site.erp.allowDoubleRealisation(true);
            site.erp
                    .faults()
                    .add(Fault.latency(Duration.ofMillis(2500)).on(method, path).once());
            site.bridge();
            site.bridge();
            site.order(new OrderBuilder().line("SPD-101", "149.95", "1").status(3), Expected.SOLD);
            untilQuiet(site);
            site.stopBridges();
            return site.violations();
        }
    }

    /** The register does not say that an attempt to sell had no answer, so nothing is asked before the next one. */
    private static BridgeHome askForNoDocuments(BridgeHome home) {
        return home.sql("registered-order", "i.step AS", "IF(i.step = 'SELLING', 'ISSUED', i.step) AS");
    }

    /** Every ZMO passes for one that was written a moment ago, and each try for the first (S6, S9). */
    private static void askNothingBeforeALaterSale(BridgeHome home) {
        home.sql("registered-order", "COALESCE(o.realise_since", "TRUE OR COALESCE(o.realise_since")
                .sql("registered-order", "d.attempts AS failures", "0 AS failures");
    }

    /** A search for work that takes no notice of leases, nor of how long ago a write was begun, which would keep a second bridge away, too. */
    private static void open(BridgeHome home, String due) {
        home.sql(due, " AND b.claimed_until < UTC_TIMESTAMP(3)", "")
                .sql("registered-order", "TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(3), i.unclear_until) DIV 1000", "0");
    }

    private Site site(Consumer<BridgeHome> sabotage) {
        Site site = new Site(directory.resolve("run" + ++runs), MariaDb.migratedSchema());
        site.home.timings(Duration.ofMillis(500), Duration.ofSeconds(15));
        sabotage.accept(site.home);
        return site;
    }

    private static void untilQuiet(Site site) {
        await().atMost(Duration.ofSeconds(60)).until(() -> site.register.isQuiet(site.expected.size()));
    }
}
