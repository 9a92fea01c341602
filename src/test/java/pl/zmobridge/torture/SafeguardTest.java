package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        assertThat(saleAnswerLost(SafeguardTest::askForNoDocuments))
                .anyMatch(each -> each.endsWith("2 sales documents instead of 1"));
    }

    @Test
    void theNotedIntentKeepsTheZmoSingle() throws Exception {
        assertThat(zmoAnswerLost(home -> home.without("import-order", "note-issue-intent", "still-ours-issue")))
                .anyMatch(each -> each.endsWith("2 ZMO instead of one"));
    }

    @Test
    void theNotedIntentKeepsTheSalesDocumentSingle() throws Exception {
        assertThat(saleAnswerLost(home -> home.without("realise-order", "note-sell-intent", "still-ours-sell")))
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
    private static void askForNoDocuments(BridgeHome home) {
        home.sql("registered-order", "i.step AS", "IF(i.step = 'SELLING', 'ISSUED', i.step) AS");
    }

    /** A search for work that takes no notice of leases. */
    private static void open(BridgeHome home, String due) {
        home.sql(due, " AND b.claimed_until < UTC_TIMESTAMP(3)", "");
    }

    private Site site(Consumer<BridgeHome> sabotage) {
        Site site = new Site(directory.resolve("run" + ++runs), MariaDb.newSchema());
        site.home.timings(Duration.ofMillis(500), Duration.ofSeconds(15));
        sabotage.accept(site.home);
        return site;
    }

    private static void untilQuiet(Site site) {
        await().atMost(Duration.ofSeconds(20)).until(() -> site.register.isQuiet(site.expected.size()));
    }
}
