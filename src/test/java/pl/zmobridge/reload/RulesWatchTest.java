package pl.zmobridge.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.documents.Rule;
import pl.zmobridge.documents.RunningRules;

@DisplayName("D1 rules for documents that are edited while the bridge runs")
class RulesWatchTest {
    private static final String RECEIPTS = "documents:\n  - id: receipts\n    then: { kind: RECEIPT }\n";
    private static final String INVOICES = "documents:\n  - id: invoices\n    then: { kind: INVOICE }\n";

    @TempDir
    private Path home;

    private final RunningRules running = new RunningRules();
    private final RulesNews news = new RulesNews();
    private RulesWatch watch;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(home.resolve("config"));
        watch = new RulesWatch(home, running, news);
        watch.onContextStarted(null);
    }

    @AfterEach
    void stop() {
        watch.onContextStopping(null);
    }

    @Test
    @DisplayName(
            "are replaced when they are right; when they are wrong or gone, the previous ones run on and the reason is told")
    void edited() throws Exception {
        save(RECEIPTS);
        runs("receipts");

        save(INVOICES.replace("INVOICE", "FAKTURA"));
        told("config/documents.yaml, line 3: kind must be INVOICE, RECEIPT, NONE or HOLD, not FAKTURA");
        assertThat(running.now().list()).extracting(Rule::id).containsExactly("receipts");

        save(INVOICES);
        runs("invoices");
        assertThat(news.problems()).isEmpty();

        Files.delete(home.resolve("config/documents.yaml"));
        told("config/documents.yaml: is gone");
        assertThat(running.now().list()).extracting(Rule::id).containsExactly("invoices");

        save("# documents:\n");
        eventually(() -> assertThat(running.now().list()).isEmpty());
        assertThat(news.problems()).isEmpty();
    }

    private void save(String text) throws Exception {
        Files.writeString(home.resolve("config/documents.yaml"), text);
    }

    private void runs(String rule) {
        eventually(() -> assertThat(running.now().list()).extracting(Rule::id).containsExactly(rule));
    }

    private void told(String words) {
        eventually(() -> assertThat(news.problems()).singleElement().asString().startsWith(words));
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }
}
