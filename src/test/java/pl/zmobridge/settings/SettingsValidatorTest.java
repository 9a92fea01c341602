package pl.zmobridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.stock.StockRules;
import pl.zmobridge.support.Values;
import pl.zmobridge.symfonia.VatSettings;

/** What is wrong with a configuration is said in one line each, with the key and an example. */
class SettingsValidatorTest {
    private static final Path HOME = Path.of("");

    @Test
    void aCompleteConfigurationHasNoProblemsAndTheDefaultsOfTheContract() {
        Settings settings = SettingsReader.of(HOME, good());
        ShopSettings shop = settings.shops().get(0);

        assertThat(shop.id()).isEqualTo("main");
        assertThat(shop.shoper().cron()).isEqualTo("0 * * * * ?");
        assertThat(shop.shoper().newestFirst()).isFalse();
        assertThat(shop.cards().prefix()).isEqualTo("SH/");
        assertThat(shop.cards().suffix()).isEmpty();
        assertThat(shop.symfonia().deviceName()).isEqualTo("zmo-bridge");
        assertThat(shop.symfonia().documents().rename()).isTrue();
        assertThat(shop.symfonia().documents().reservation()).hasToString("QUANTITY");
        assertThat(shop.realisation().enabled()).describedAs("Z1").isFalse();
        assertThat(shop.realisation().watchDays()).isEqualTo(60);
        assertThat(settings.redelivery().initial()).hasSeconds(60);
        assertThat(settings.redelivery().max()).hasMinutes(15);
        assertThat(settings.http().host()).isEqualTo("127.0.0.1");
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.http().user()).isEqualTo("admin");
        assertThat(settings.logFormat()).hasToString("TEXT");
        assertThat(settings.logFile()).isEmpty();
    }

    @Test
    void aKeyBesideAFamilyIsNoMemberOfIt() {
        Map<Object, Object> values = good();
        values.put("symfonia.vat.differences", "Accept");
        values.put("symfonia.vat.zw.", "Z");

        VatSettings vat = SettingsReader.of(HOME, values)
                .shops()
                .get(0)
                .symfonia()
                .documents()
                .vat();

        assertThat(vat.cardsAccepted()).describedAs("V2").isTrue();
        assertThat(vat.table()).containsOnly(Map.entry("zw.", "Z"));
        assertThat(SettingsReader.keyOf("SYMFONIA_VAT_DIFFERENCES")).contains("symfonia.vat.differences");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shoper.url",
                "symfonia.url",
                "symfonia.application-guid",
                "symfonia.invoice.type",
                "symfonia.invoice.series",
                "symfonia.receipt.type",
                "symfonia.receipt.series",
                "symfonia.department",
                "symfonia.payment-registry",
                "symfonia.payment-form.default",
                "symfonia.delivery.code",
                "db.url",
                "db.user"
            })
    void aMissingValueIsOneLineWithTheKeyAndAnExample(String key) {
        Map<Object, Object> values = good();
        values.remove(key);

        assertThat(problems(values))
                .singleElement()
                .asString()
                .startsWith(key + " is missing")
                .contains("for example: " + key + "=");
        values.put(key, "  ");
        assertThat(problems(values)).describedAs("blank is missing").hasSize(1);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "shop.id, sklep główny",
        "shop.id, -x",
        "log.format, xml",
        "shoper.url, sklep.pl",
        "shoper.url, http://sklep.example.pl",
        "shoper.url, ftp://sklep.example.pl",
        "shoper.url, https://user:pass@sklep.example.pl",
        "shoper.url, 'https://sklep .pl'",
        "shoper.poll.cron, co minutę",
        "shoper.poll.cron, * * * * *",
        "shoper.import.since, 1.10.2026",
        "shoper.import.since, 2026-02-30",
        "shoper.import.statuses, opłacone",
        "shoper.import.statuses, '1,-2'",
        "shoper.import.order, RANDOM",
        "order.document, faktura",
        "order.document.invoice-without-nip, nie",
        "order.lines.one-off, tak",
        "symfonia.url, 192.168.1.10:9000",
        "symfonia.url, http://8.8.8.8:9000",
        "symfonia.url, 'HTTP://[2606:4700::1111]:9000'",
        "symfonia.url, http://172.32.0.1:9000",
        "symfonia.url, http://100.64.0.1:9000",
        "symfonia.allow-http, yes",
        "symfonia.concurrency, 0",
        "symfonia.concurrency, x",
        "symfonia.sale-price-type, 5",
        "symfonia.sale-price-type, 32",
        "symfonia.reservation, ALL",
        "symfonia.rename, maybe",
        "symfonia.delivery.code.x, KURIER",
        "realisation.enabled, 1",
        "realisation.statuses, trzy",
        "realisation.watch-days, 0",
        "redelivery.initial, 60",
        "redelivery.initial, 0s",
        "redelivery.max, długo",
        "feedback.imported-status, '1,2'",
        "feedback.realised-status, x",
        "feedback.failed-status, x",
        "symfonia.payment-form.unmatched, stop",
        "symfonia.payment-registry.x, KASA",
        "contractor.person, oneoff",
        "contractor.code, phone",
        "contractor.code.prefix, SH/",
        "contractor.update, sometimes",
        "db.url, jdbc:mysql://127.0.0.1/zmo",
        "http.port, 0",
        "http.port, 99999",
        "http.port, http"
    })
    void aBadValueIsOneLineWithTheKeyAndAnExample(String key, String value) {
        Map<Object, Object> values = good();
        values.put(key, value);

        assertThat(problems(values))
                .singleElement()
                .asString()
                .startsWith(key + " ")
                .contains("; for example: " + key.replaceAll("\\.x$", "."))
                .doesNotContain("\n", "Exception");
    }

    @Test
    void everyProblemIsToldAtOnce() {
        assertThat(problems(Map.of("http.port", "x")))
                .hasSizeGreaterThan(10)
                .anyMatch(line -> line.startsWith("http.port "))
                .anyMatch(line -> line.startsWith("shoper.token "));
    }

    @Test
    void valuesThatContradictEachOtherAreTold() {
        Map<Object, Object> values = good();
        values.put("realisation.enabled", "true");
        assertThat(problems(values)).singleElement().asString().startsWith("realisation.statuses is missing");

        values.put("realisation.statuses", "3");
        values.put("feedback.imported-status", "3");
        assertThat(problems(values)).singleElement().asString().startsWith("feedback.imported-status ");

        values.remove("feedback.imported-status");
        values.put("feedback.failed-status", "3");
        assertThat(problems(values)).singleElement().asString().startsWith("feedback.failed-status ");

        values.put("feedback.failed-status", "9");
        values.put("feedback.realised-status", "9");
        assertThat(problems(values)).singleElement().asString().startsWith("feedback.failed-status ");

        values.remove("feedback.realised-status");
        values.put("redelivery.initial", "1h");
        assertThat(problems(values)).singleElement().asString().startsWith("redelivery.max ");
    }

    @Test
    void theFileOfTheLogIsOneOfTheHomeDirectoryUnlessItsPathIsWhole(@TempDir Path home) {
        Map<Object, Object> values = good();
        values.put("log.file", "logs/zmo-bridge.log");
        values.put("log.file.size", "2 mb");
        values.put("log.file.days", "14");

        assertThat(SettingsReader.of(home, values).logFile())
                .contains(new LogFile(home.toAbsolutePath().resolve("logs").resolve("zmo-bridge.log"), 2 << 20, 14));

        values.put("log.file", home.resolve("zmo.log").toString());
        assertThat(SettingsReader.of(Path.of("elsewhere"), values)
                        .logFile()
                        .orElseThrow()
                        .path())
                .isEqualTo(home.resolve("zmo.log").toAbsolutePath());
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "log.file, C:zmologszmo.log, has lost its backslashes",
        "log.file, logs/100%/zmo.log, percent sign",
        "log.file, ., is a directory",
        "log.file.size, 10, must be a size such as 500KB",
        "log.file.size, 0MB, must be a size such as 500KB",
        "log.file.days, 0, must be a whole number from 1 to 3650"
    })
    void aFileOfTheLogThatCannotBeOneIsReported(String key, String value, String fault) {
        Map<Object, Object> values = good();
        values.put(key, value);
        assertThat(problems(values))
                .singleElement()
                .asString()
                .startsWith(key + " ")
                .contains(fault);
    }

    @Test
    void aMisspeltMemberOfAFamilyIsReportedLikeAnyKey() {
        Map<Object, Object> values = good();
        values.put("symfonia.vat.diferences", "accept");
        values.put("symfonia.payment-form.defualt", "Przelew");

        assertThat(problems(values))
                .containsExactlyInAnyOrder(
                        "symfonia.vat.diferences there is no such key; did you mean symfonia.vat.differences?"
                                + "; for example: symfonia.vat.differences=refuse",
                        "symfonia.payment-form.defualt there is no such key; did you mean symfonia.payment-form.default?"
                                + "; for example: symfonia.payment-form.default=Gotówka");
    }

    @Test
    void misspeltVariablesAndSystemPropertiesOfOursAreReportedAndThoseOfOthersAreNot() {
        assertThatThrownBy(() -> SettingsReader.of(
                        HOME,
                        good(),
                        Map.of(
                                "shoper.tokn",
                                "x",
                                "symfonia.nothing",
                                "x",
                                "java.io.tmpdir",
                                "/tmp",
                                "http.agent",
                                "x"),
                        Map.of(
                                "SHOPER_TOKN", "x",
                                "SYMFONIA_VAT_DIFERENCES", "accept",
                                "SYMFONIA_PORT_9000_TCP_ADDR", "10.0.0.7",
                                "SYMFONIA_SERVICE_PORT", "9000",
                                "DB_USR", "x",
                                "PATH", "/bin")))
                .isInstanceOfSatisfying(BadSettings.class, bad -> assertThat(bad.problems())
                        .containsExactlyInAnyOrder(
                                "shoper.tokn there is no such key; did you mean shoper.token?"
                                        + "; for example: shoper.token-file=/run/secrets/shoper-token",
                                "symfonia.nothing there is no such key; for example: symfonia.url=http://192.168.1.10:9000",
                                "SHOPER_TOKN sets no key; did you mean SHOPER_TOKEN?"
                                        + "; for example: SHOPER_TOKEN_FILE=/run/secrets/shoper-token",
                                "symfonia.vat.DIFERENCES there is no such key; did you mean symfonia.vat.differences?"
                                        + "; for example: symfonia.vat.differences=refuse"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "shoper.pol.cron, shoper.poll.cron",
        "shoper.import.status, shoper.import.statuses",
        "symfonia.aplication-guid-fiel, symfonia.application-guid-file",
        "realization.enabled, realisation.enabled",
        "Http.Port, http.port"
    })
    void aMisspeltKeyIsReportedWithTheOneThatWasMeant(String misspelt, String meant) {
        Map<Object, Object> values = good();
        values.put(misspelt, "x");
        assertThat(problems(values))
                .singleElement()
                .asString()
                .startsWith(
                        misspelt + " there is no such key; did you mean " + meant + "?; for example: " + meant + "=");
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "shoper.token, '', shoper.token-file=/run/secrets/shoper-token",
        "ksef.enabled, true, ksef.token-file=/run/secrets/ksef-token",
        "shoper.webhook.address, abcdefghijklmnopqrstu, shoper.webhook.secret-file=/run/secrets/shoper-webhook-secret",
        "shoper.webhook.address, short, shoper.webhook.address-file=/run/secrets/shoper-webhook-address",
        "no.such.key, x, shoper.url=https://sklep.example.pl",
        "shoper.zzzzzzzzzz, x, shoper.url=https://sklep.example.pl"
    })
    void everyProblemHasAnExampleASecretTheNameOfAFile(String key, String value, String example) {
        Map<Object, Object> values = good();
        values.put(key, value);

        assertThat(problems(values))
                .allMatch(problem -> problem.matches("\\S+ .+; for example: \\S+=.*"))
                .anyMatch(problem -> problem.endsWith("; for example: " + example));
    }

    @Test
    void nothingIsConfiguredOnlyWithoutAFileAVariableAndASystemProperty(@TempDir Path empty) {
        Map<String, String> none = Map.of("PATH", "/bin", "SYMFONIA_SERVICE_PORT", "9000");

        assertThat(SettingsFile.isUnset(empty, Map.of("java.version", "17", "http.proxyHost", "proxy"), none))
                .isTrue();
        assertThat(SettingsFile.isUnset(empty, Map.of("http.port", "abc"), none))
                .isFalse();
        assertThat(SettingsFile.isUnset(empty, Map.of("shoper.token-file", "x"), none))
                .isFalse();
        assertThat(SettingsFile.isUnset(empty, Map.of("shoper.ulr", "x"), none)).isFalse();
        assertThat(SettingsFile.isUnset(empty, Map.of(), Map.of("HTTP_PORT", "abc")))
                .isFalse();
        assertThat(SettingsFile.isUnset(empty, Map.of(), Map.of("SHOPER_ULR", "x")))
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{pickup_point} | has no placeholder {pickup_point}; did you mean {pickup-point}?",
                "tel. {phones} | has no placeholder {phones}; did you mean {phone}?",
                "{delivery | has no placeholder {delivery; did you mean {delivery}?",
                "{colour-of-parcel} | has no placeholder {colour-of-parcel}; there are {order}, {number}, {delivery}, {payment}, {pickup-point}, {tracking}, {email}, {phone}, {notes}, {field:<id>}",
            })
    void aPlaceholderThatThereIsNoneOfIsRefusedWithTheNearestOne(String text, String fault) {
        Map<Object, Object> values = good();
        values.put("order.description", text);
        assertThat(problems(values)).singleElement().asString().startsWith("order.description " + fault);
    }

    @Test
    void aKeyThatResemblesNoneIsReportedWithoutAGuess() {
        Map<Object, Object> values = good();
        values.put("colour", "red");
        values.put("camel.main.name", "Camel reads this one");
        assertThat(problems(values))
                .containsExactly("colour there is no such key; for example: shoper.url=https://sklep.example.pl");
    }

    @Test
    void aSystemPropertyBeatsAnEnvironmentVariableWhichBeatsTheFile() {
        Map<Object, Object> system = Map.of("symfonia.department", "SYSTEM");
        Map<String, String> environment = Map.of(
                "SYMFONIA_DEPARTMENT", "ENV", "SYMFONIA_PAYMENT_REGISTRY", "ENV", "SYMFONIA_DELIVERY_CODE_7", "KURIER");

        ShopSettings shop =
                SettingsReader.of(HOME, good(), system, environment).shops().get(0);

        assertThat(shop.symfonia().documents().department()).isEqualTo("SYSTEM");
        assertThat(shop.symfonia().documents().paymentRegistry()).isEqualTo("ENV");
        assertThat(shop.cards().deliveryCodes()).containsEntry(7L, "KURIER");
    }

    @Test
    void i6NoSecretIsInTheTextOfTheSettings() {
        Map<Object, Object> values = good();
        values.put("ops.password", "tajne-ops");
        assertThat(SettingsReader.of(HOME, values).toString())
                .doesNotContain("tajny-token", "tajny-guid", "tajne-db", "tajne-ops");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9000",
                "http://localhost:9000",
                "http://[::1]:9000",
                "http://10.0.0.5:9000",
                "http://172.31.255.1:9000",
                "http://192.168.1.10:9000",
                "http://169.254.1.1:9000",
                "http://[fd12:3456::1]:9000",
                "http://[fe80::1]:9000",
                "http://erp.invalid:9000",
                "https://8.8.8.8:9000"
            })
    void theErpMayBeAskedWithoutEncryptionWhereNobodyListens(String url) {
        Map<Object, Object> values = good();
        values.put("symfonia.url", url);

        assertThat(SettingsReader.of(HOME, values).shops().get(0).symfonia().url())
                .isEqualTo(url);
    }

    @Test
    void theErpIsAskedThroughTheOpenNetworkOnlyIfTheOperatorSaysSo() {
        Map<Object, Object> values = good();
        values.put("symfonia.url", "http://8.8.8.8:9000");

        assertThat(problems(values)).singleElement().asString().contains("symfonia.url", "symfonia.allow-http=true");
        values.put("symfonia.allow-http", "true");
        assertThat(SettingsReader.of(HOME, values).shops()).hasSize(1);
    }

    @Test
    void aShopsErpIsJudgedByItself() {
        Map<String, Map<Object, Object>> shops = Map.of(
                "buty",
                Map.of(
                        "shoper.url",
                        "https://buty.example.pl",
                        "order.number.prefix",
                        "BU/",
                        "symfonia.url",
                        "http://8.8.8.8:9000"));

        assertThatThrownBy(() -> SettingsReader.of(HOME, good(), shops))
                .hasMessageContaining("config/shops/buty.properties: symfonia.url is http and no private address");
    }

    @Test
    void ksefIsAskedOnlyIfWantedAndThenNeedsNipAndToken() {
        Map<Object, Object> values = good();
        assertThat(SettingsReader.of(HOME, values).shops().get(0).ksef()).isEmpty();
        values.put("ksef.enabled", "true");
        assertThat(problems(values))
                .anyMatch(problem -> problem.startsWith("ksef.nip is missing though ksef.enabled=true"))
                .anyMatch(problem -> problem.startsWith("ksef.token is missing though ksef.enabled=true"));
        values.put("ksef.nip", "526-000");
        values.put("ksef.token", "tajny-ksef");
        assertThat(problems(values)).singleElement().asString().contains("ksef.nip must be ten digits");
        values.put("ksef.nip", "5260001246");
        values.put("feedback.ksef", "notes");

        Settings settings = SettingsReader.of(HOME, values);
        ShopSettings.Ksef ksef = settings.shops().get(0).ksef().orElseThrow();
        assertThat(ksef.url()).isEqualTo("https://api.ksef.mf.gov.pl/v2");
        assertThat(ksef.alarm()).isEqualTo(java.time.Duration.ofHours(24));
        assertThat(ksef.notes()).isTrue();
        assertThat(settings.ksefCron()).isEqualTo("0 0/15 * * * ?");
        assertThat(settings.secrets()).contains("tajny-ksef");
        assertThat(settings.toString()).doesNotContain("tajny-ksef");

        values.put("ksef.enabled", "false");
        assertThat(problems(values)).singleElement().asString().contains("feedback.ksef needs ksef.enabled=true");
    }

    @Test
    void stockIsKeptOnlyIfWanted() {
        Map<Object, Object> values = good();
        assertThat(SettingsReader.of(HOME, values).shops().get(0).stock()).isEmpty();
        values.put("stock.enabled", "true");
        values.put("stock.warehouses", " MAG, SKLEP ,");
        values.put("stock.buffer", "2");
        values.put("stock.only", "SPD-");
        values.put("stock.dry-run", "true");

        Settings settings = SettingsReader.of(HOME, values);
        assertThat(settings.shops().get(0).stock())
                .contains(new StockRules(Set.of("MAG", "SKLEP"), 2, Optional.empty(), List.of("SPD-"), true));
        assertThat(settings.stockCron()).isEqualTo("0 0/5 * * * ?");

        values.put("stock.max", "20");
        assertThat(SettingsReader.of(HOME, values)
                        .shops()
                        .get(0)
                        .stock()
                        .orElseThrow()
                        .max())
                .contains(20);
        values.put("symfonia.reservation", "NONE");
        values.put("realisation.enabled", "true");
        values.put("realisation.statuses", "3");
        assertThat(SettingsReader.of(HOME, values).shops().get(0).stock())
                .describedAs("what a sale takes is known")
                .isPresent();
        values.put("realisation.enabled", "false");
        values.put("stock.buffer", "-1");
        values.put("stock.maximum", "3");
        assertThat(problems(values))
                .anyMatch(problem -> problem.startsWith("stock.buffer must be a whole number"))
                .anyMatch(problem -> problem.startsWith("stock.enabled cannot be true with symfonia.reservation=NONE"))
                .anyMatch(problem -> problem.contains("stock.maximum"));
    }

    @Test
    void shopsOfOneSellerAskKsefWithTheSameToken() {
        Map<Object, Object> values = good();
        values.putAll(Map.of("ksef.enabled", "true", "ksef.nip", "5260001246", "ksef.token", "jeden"));
        Map<String, Map<Object, Object>> shops = Map.of(
                "buty",
                Map.of(
                        "shoper.url", "https://buty.example.pl",
                        "order.number.prefix", "BU/",
                        "ksef.token", "drugi"));

        assertThatThrownBy(() -> SettingsReader.of(HOME, values, shops))
                .hasMessageContaining("ksef.url, ksef.token and ksef.alarm of the shops main and buty must be equal");
    }

    private static List<String> problems(Map<Object, Object> values) {
        return catchThrowableOfType(BadSettings.class, () -> SettingsReader.of(HOME, values))
                .problems();
    }

    private static Map<Object, Object> good() {
        Map<Object, Object> values = Values.complete("https://sklep.example.pl", "http://192.168.1.10:9000");
        values.put("shoper.token", "tajny-token");
        values.put("symfonia.application-guid", "tajny-guid");
        values.put("db.password", "tajne-db");
        return values;
    }

    @Test
    void aShopsFileAddsAShopOverTheCommonValues() {
        Settings settings = SettingsReader.of(
                HOME,
                good(),
                Map.of("ksiazki", Map.of("shoper.url", "https://ksiazki.example.pl", "order.number.prefix", "KS/")));

        assertThat(settings.shops()).extracting(ShopSettings::id).containsExactly("main", "ksiazki");
        ShopSettings books = settings.shops().get(1);
        assertThat(books.shoper().url()).isEqualTo("https://ksiazki.example.pl");
        assertThat(books.symfonia().url())
                .isEqualTo(settings.shops().get(0).symfonia().url());
    }

    @Test
    void aCommonFileWithoutAShopIsNone() {
        Map<Object, Object> common = good();
        common.remove("shoper.url");

        Settings settings =
                SettingsReader.of(HOME, common, Map.of("buty", Map.of("shoper.url", "https://buty.example.pl")));

        assertThat(settings.shops()).extracting(ShopSettings::id).containsExactly("buty");
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "http.port, 9090, is one for all shops",
        "shop.id, other, the file's name is the shop's id",
        "shoper.tokne, x, there is no such key",
        "shoper.url, http://buty.example.pl, must be https",
        "order.number.prefix, sh-, must begin with different letters",
        "order.number.prefix, SH2, must begin with different letters",
        "contractor.code.prefix, SH, contractor.code.prefix of the shops"
    })
    void aShopsFileIsJudgedAndNamed(String key, String value, String problem) {
        Map<Object, Object> own =
                new HashMap<>(Map.of("shoper.url", "https://buty.example.pl", "order.number.prefix", "BU/"));
        own.put(key, value);

        assertThatThrownBy(() -> SettingsReader.of(HOME, good(), Map.of("buty", own)))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("buty")
                .hasMessageContaining(problem);
    }

    @Test
    void aFileOfWindowsNotepadIsRead(@TempDir Path home) throws IOException {
        Path file = Files.createDirectories(home.resolve("config")).resolve("application.properties");
        Files.writeString(file, "\uFEFFsymfonia.department=ŁÓDŹ\n");

        assertThatThrownBy(() -> SettingsReader.read(home))
                .hasMessageContaining("shoper.url is missing")
                .hasMessageNotContaining("symfonia.department")
                .hasMessageNotContaining("there is no such key");
    }
}
