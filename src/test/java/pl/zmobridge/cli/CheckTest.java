package pl.zmobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.check.Check;
import pl.zmobridge.check.Finding;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.support.MariaDb;
import pl.zmobridge.support.Rig;

@DisplayName("check tries a configuration and writes nothing")
class CheckTest {
    private final Rig rig = new Rig().set("db.url", MariaDb.newSchema());

    @TempDir
    private Path home;

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aGoodConfigurationPassesAndNothingIsWrittenAnywhere() throws Exception {
        Shell.Result result = checked();

        assertThat(result.exitCode()).describedAs(result.out()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines().filter(line -> !line.isBlank()).toList())
                .describedAs(result.out())
                .last()
                .isEqualTo("Everything that was tried works.");
        assertThat(result.out()).doesNotContain("✗ ", "! ", ShoperSim.TOKEN, SymfoniaSim.APPLICATION_GUID);
        assertThat(result.line("symfonia.invoice.type")).contains("document type 11", "Z5");
        assertThat(result.line("warehouse")).contains("Z6", "MAG");
        assertThat(result.line("statuses")).contains("3 opłacone");
        assertThat(result.line("symfonia.vat")).contains("V1", "23% = 23", "zw. = zw");
        assertThat(rig.shop.requests("GET", "/webapi/rest/taxes")).isEqualTo(1);
        assertThat(rig.erp.requests("GET", "/api/VatRates")).isEqualTo(1);
        assertThat(rig.shop.requests(request -> !request.method().equals("GET")))
                .isZero();
        assertThat(rig.erp.requests(request -> !request.method().equals("GET"))).isZero();
        assertThat(rig.erp.requests(request ->
                        request.path().endsWith("/Ping") && !request.headers().containsKey("authorization")))
                .describedAs("open to all")
                .isEqualTo(1);
        assertThat(rig.erp.sessionsOpened()).isEqualTo(1);
        assertThat(rig.erp.openSessions()).isZero();
        assertThat(tables()).isEmpty();
    }

    @Test
    void aLoginIsTriedLikeAToken() throws Exception {
        rig.set("shoper.token", "").set("shoper.login", ShoperSim.LOGIN).set("shoper.password", ShoperSim.PASSWORD);

        Shell.Result result = checked();

        assertThat(result.line("shoper.login")).contains("accepted");
        assertThat(result.out() + result.err()).doesNotContain(ShoperSim.PASSWORD);
    }

    @Test
    void theShopsBucketIsNeverOverfilled() throws Exception {
        rig.shop.bucket(3, 2);

        assertThat(checked().exitCode()).isZero();
        assertThat(rig.shop.refusedCalls()).isZero();
    }

    @Test
    void m0TheTableOfPaymentsIsHeldAgainstShopAndErp() throws Exception {
        rig.set("symfonia.payment-form.2", "Gotówka")
                .set("symfonia.payment-registry.2", "KASA")
                .set("symfonia.payment-form.1", "Gotówka")
                .set("symfonia.payment-form.18", "Raty")
                .set("symfonia.payment-form.77", "Pobranie")
                .set("symfonia.payment-form.unmatched", "fail")
                .set("feedback.failed-status", "8")
                .set("shoper.import.origins", "0,3,7");

        Shell.Result result = checked();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.line("symfonia.payment-form.2 ")).contains("Pobranie: Gotówka", "KASA");
        assertThat(result.line("symfonia.payment-form.1 "))
                .contains("„Gotówka” does not belong to the registry „BANK”");
        assertThat(result.line("symfonia.payment-form.18 ")).contains("no active payment form „Raty”");
        assertThat(result.line("symfonia.payment-form.77 ")).contains("the shop has no payment method 77");
        assertThat(result.line("symfonia.payment-form.3 ")).contains("is not set", "„BLIK”");
        assertThat(result.line("feedback.failed-status")).contains("anulowane");
        assertThat(result.line("shoper.import.origins")).contains("0 shop, 3 Allegro, 7", "nobody knows what 7 is");
    }

    @Test
    void jsonListsEveryFinding() throws Exception {
        rig.set("symfonia.department", "NIE-MA");

        Shell.Result result =
                Shell.run("check", "--json", "--home", rig.home(home).toString());

        JsonNode document = new ObjectMapper().readTree(result.out());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(document.path("ok").asBoolean()).isFalse();
        assertThat(document.path("findings"))
                .filteredOn(each -> each.path("mark").asText().equals("BAD"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.path("area").asText()).isEqualTo("ERP");
                    assertThat(each.path("about").asText()).isEqualTo("symfonia.department");
                    assertThat(each.path("advice").asText()).contains("SKLEP");
                });
    }

    @Test
    void everyProblemOfTheConfigurationIsListed() throws Exception {
        rig.set("shoper.url", "sklep").set("http.port", "x").set("symfonia.url", "");

        Shell.Result result = checked();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out().lines().filter(line -> line.startsWith("✗"))).hasSize(3);
    }

    @Test
    void aRunningBridgeKeepsItsPortAndIsNotDisturbed() throws Exception {
        rig.start();

        Shell.Result result = checked();

        assertThat(result.exitCode()).describedAs(result.out()).isZero();
        assertThat(result.line("http.port")).contains("this bridge is running");
        assertThat(result.line("schema")).contains("at version", "up to date");
        assertThat(rig.poll().path("requests").asLong()).isPositive();
    }

    @Test
    void anotherShopsBridgeAtThePortIsTold() throws Exception {
        rig.start();
        rig.set("shop.id", "drugi");

        assertThat(checked().line("http.port")).startsWith("!").contains("another bridge");
    }

    @Test
    void aClockThatIsWrongIsTold() throws Exception {
        List<Finding> findings = new ArrayList<>();
        Instant late = Instant.now().plus(Duration.ofMinutes(5));

        new Check(new Shell.RoutesOnly(), () -> late, findings::add).run(rig.home(home));

        assertThat(findings)
                .filteredOn(each -> each.about().equals("clock"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.mark()).isEqualTo(Finding.Mark.NOTE);
                    assertThat(each.text()).contains("ahead of");
                });
    }

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "from:|from: [|is no YAML: column",
                "uri: direct:poll|uri: nosuch:poll|nosuch",
                "ref: workers|ref: nosuchbean|nosuchbean",
                "steps:|stepps:|stepps",
                "uri: direct:poll|uri: direct:{{no.such.key}}|no.such.key"
            })
    void aBrokenRouteIsTold(String good, String broken, String says) throws Exception {
        Path file = rig.home(home).resolve("routes/poll-orders.camel.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(good);
        Files.writeString(file, text.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(broken)));

        Shell.Result result = Shell.run("check", "--home", home.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out().lines().filter(line -> line.startsWith("✗")))
                .describedAs(result.out())
                .singleElement()
                .asString()
                .contains("routes", says);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void everyAreaOfTheShopThatTheBridgeAsksForIsTriedAndNoOther() throws Exception {
        checked();
        Set<String> tried = areas();
        rig.shop.forgetRequests();
        rig.shop.withdraw("users"); // an order carries its buyer
        rig.set("feedback.imported-status", "2")
                .set("feedback.realised-status", "6")
                .start();
        long id = rig.shop.addOrder(
                new OrderBuilder().line("KUB-300", "0.99", "1").status(3));
        rig.poll();
        rig.awaitState("REALISED", id);
        Rig.eventually(() ->
                assertThat(rig.shop.requests("PUT", "/webapi/rest/orders")).isPositive());

        assertThat(tried.remove("taxes"))
                .describedAs("read by a check alone, to compare VAT rates (V1)")
                .isTrue();
        assertThat(areas()).isEqualTo(tried).contains("orders", "statuses");
    }

    private Set<String> areas() {
        return rig.shop.requests().stream()
                .map(request -> request.path().replaceFirst("/webapi/rest/([^/]+).*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void routesAreTriedWithoutADatabase() throws Exception {
        rig.set("db.url", "jdbc:mariadb://127.0.0.1:" + Rig.freePort() + "/zmobridge");

        assertThat(checked().line("routes")).startsWith("✓");
    }

    @Test
    void withoutTheRouteToTheShopTheErpIsStillTried() throws Exception {
        Files.delete(rig.home(home).resolve("routes/shop-call.camel.yaml"));

        Shell.Result result = Shell.run("check", "--home", home.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.line("shoper.url"))
                .describedAs(result.out())
                .startsWith("✗")
                .contains("the shop cannot be asked: no route begins with direct:shop-call");
        assertThat(result.line("symfonia.application-guid")).startsWith("✓");
    }

    @Test
    void whatIsWrongWithTheRouteToTheErpLeavesTheShopToBeTried() throws Exception {
        Path file = rig.home(home).resolve("routes/erp-call.camel.yaml");
        Files.writeString(file, Files.readString(file).replace("erpTimer", "noSuchTimer"));

        Shell.Result result = Shell.run("check", "--home", home.toString());

        assertThat(result.line("access")).describedAs(result.out()).startsWith("✓");
        assertThat(result.line("symfonia.url")).startsWith("✗").contains("the ERP cannot be asked", "direct:erp-call");
        assertThat(result.out()).contains("noSuchTimer");
    }

    @Test
    void aRouteOfTheOperatorsOnTheWayToTheErpIsTakenToo() throws Exception {
        Path file = rig.home(home).resolve("routes/erp-call.camel.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("( +)- to:\\R +id: erp-send-request", "$1- to: direct:noted-call\n$0"));
        Files.writeString(
                home.resolve("routes/noted.camel.yaml"),
                "- from:\n    uri: direct:noted-call\n    steps:\n      - log: asked\n");

        Shell.Result result = Shell.run("check", "--home", home.toString());

        assertThat(Files.readString(file)).contains("direct:noted-call");
        assertThat(result.exitCode()).describedAs(result.out()).isZero();
    }

    @Test
    void noRoutesAtAllAreTold() throws Exception {
        rig.home(home);
        try (var files = Files.list(home.resolve("routes"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }

        assertThat(Shell.run("check", "--home", home.toString()).line("routes"))
                .startsWith("✗")
                .contains("no *.camel.yaml");
    }

    @Test
    @DisplayName("W2 the bank's rate of each other currency is shown, or why there is none")
    void ratesOfTheBank() throws Exception {
        Shell.Result result = checked();
        assertThat(result.line("symfonia.currency-rate")).startsWith("✓").contains("EUR: 4.2567 PLN (NBP ");

        rig.nbp.without("EUR");
        assertThat(checked().line("symfonia.currency-rate")).startsWith("!").contains("no rate of EUR", "W2");

        rig.nbp.down();
        assertThat(checked().line("nbp.url")).startsWith("✗").contains("National Bank");
    }

    @Test
    @DisplayName("W2 so is Symfonia's")
    void ratesOfTheErp() throws Exception {
        rig.set("symfonia.currency-rate", "erp");

        assertThat(checked().line("symfonia.currency-rate")).startsWith("✓").contains("EUR: 4.25 PLN (Symfonia");
        assertThat(rig.nbp.requests()).isEmpty();
    }

    @Test
    @DisplayName("W2 and the shop's, which is too old here")
    void ratesOfTheShop() throws Exception {
        rig.set("symfonia.currency-rate", "shop");

        assertThat(checked().line("symfonia.currency-rate")).startsWith("!").contains("at most 3 days old");
    }

    private Shell.Result checked() throws Exception {
        return Shell.run("check", "--home", rig.home(home).toString());
    }

    private List<String> tables() throws Exception {
        List<String> tables = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(rig.setting("db.url"), "root", "");
                ResultSet found = connection.createStatement().executeQuery("SHOW TABLES")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }
}
