package pl.zmobridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.check.Finding.Area;
import pl.zmobridge.check.Finding.Mark;
import pl.zmobridge.reload.RouteProblem;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.settings.SettingsReader;
import pl.zmobridge.support.Values;

@DisplayName("check says when something is switched on whose route file is missing")
class RoutesCheckTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    /** Finds that every route can be built, as it does when a file is left out. */
    private static final Engine CONTENT = new Engine() {
        @Override
        public void run(Settings settings) {
            throw new AssertionError();
        }

        @Override
        public List<RouteProblem> tryRoutes(Settings settings) {
            return List.of();
        }

        @Override
        public Wires wires(Settings settings) {
            throw new AssertionError();
        }
    };

    @TempDir
    private Path home;

    @BeforeEach
    void write() throws IOException {
        Path routes = Files.createDirectories(home.resolve("routes"));
        Files.copy(HERE.resolve("routes/retention.camel.yaml"), routes.resolve("retention.camel.yaml"));
    }

    @ParameterizedTest
    @CsvSource({
        "stock, stock.enabled, stock.enabled=true stock.warehouses=MAG",
        "parcels, parcels.enabled, parcels.enabled=true",
        "webhooks, shoper.webhook.address, shoper.webhook.address=kQ7pX2mB9vT4cN8wL1sZ shoper.webhook.secret=tajny-podpis-sklepu-1",
        "corrections, symfonia.correction, symfonia.correction.invoice.type=FKS symfonia.correction.invoice.series=sFKS",
        "documents, documents.pdf, documents.pdf=folder",
        "ksef, ksef.enabled, ksef.enabled=true ksef.nip=5260001246 ksef.token=abc"
    })
    void eachPart(String part, String about, String keys) throws Exception {
        assertThat(bad(home, "")).isEmpty();
        assertThat(bad(HERE, keys)).isEmpty();
        assertThat(bad(home, keys)).singleElement().satisfies(bad -> {
            assertThat(bad.about()).isEqualTo(about);
            assertThat(bad.advice()).contains("routes/" + part + ".camel.yaml");
        });

        Path file = Path.of("routes/" + part + ".camel.yaml");
        Files.copy(HERE.resolve(file), home.resolve(file));
        assertThat(bad(home, keys)).isEmpty();
    }

    private static List<Finding> bad(Path home, String keys) throws InterruptedException {
        Map<Object, Object> values = Values.complete("https://sklep.example.pl", "https://erp.example.pl");
        for (String each : keys.isEmpty() ? new String[0] : keys.split(" ")) {
            values.put(each.split("=")[0], each.split("=")[1]);
        }
        List<Finding> findings = new ArrayList<>();
        Settings settings = SettingsReader.of(home, values);
        new RoutesCheck(settings, CONTENT, new Findings(Area.ROUTES, findings::add)).run();
        return findings.stream().filter(each -> each.mark() == Mark.BAD).toList();
    }
}
