package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import pl.zmobridge.people.Role;
import pl.zmobridge.people.UsersFile;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.support.Rig;

@DisplayName("What an operator sets while the bridge runs")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsPageTest extends CasesFixture {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> PASSWORDS = Map.of("ola", "hasło operatorki", "jan", "hasło widza");
    private static final String RULES =
            """
            documents:
              - id: wish
                when: { invoiceWish: true }
                then: { kind: INVOICE, type: ZMO, series: sZMO }
              - id: small
                when: { total: { below: 5000 } }
                then: { kind: RECEIPT, type: ZMP, series: sZMP }
            """;
    private static final String LARGE =
            """
              - id: large
                then: { kind: RECEIPT, type: ZMP, series: sZMP }
            """;

    private final ListAppender<ILoggingEvent> audit = new ListAppender<>();
    private final ExecutorService requests = Executors.newSingleThreadExecutor();
    private Path home;
    private Path token;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        home = directory;
        rig = new Rig()
                .set("redelivery.initial", "10m") // whatever goes on sooner goes on because something was set
                .set("redelivery.max", "15m")
                .set("symfonia.payment-form.unmatched", "fail")
                .set("symfonia.payment-form.18", "Gotówka")
                .set("symfonia.payment-registry.2", "NIE-MA")
                .set("symfonia.delivery.code", "")
                .set("symfonia.delivery.code.1", "DOSTAWA");
        token = Files.writeString(directory.resolve("token"), ShoperSim.TOKEN);
        rig.set("shoper.token", "").set("shoper.token-file", token.toString());
        rig.shop.desk().tax(9, "Zerowa", "0");
        rig.home(home);
        Files.writeString(home.resolve("config/documents.yaml"), RULES);
        UsersFile users = new UsersFile(home);
        users.put("ola", Role.OPERATOR, PASSWORDS.get("ola"));
        users.put("jan", Role.VIEWER, PASSWORDS.get("jan"));
        audit.start();
        ((Logger) LoggerFactory.getLogger("pl.zmobridge.audit")).addAppender(audit);
        rig.startIn(home);
        Rig.eventually(() -> assertThat(ola("GET", "/api/summary", "").body()).doesNotContain("\"lastPoll\":null"));
    }

    @AfterAll
    void stop() {
        ((Logger) LoggerFactory.getLogger("pl.zmobridge.audit")).detachAppender(audit);
        requests.shutdownNow();
        rig.close();
    }

    @Test
    @DisplayName("M0: a payment form; who and when stand in the timeline and in the log, and undo brings back what was")
    void paymentForm() throws Exception {
        long stuck = stuck(order().payment(3), "PAYMENT_UNMATCHED");
        assertThat(mend(stuck)).isEqualTo("payment-form 3");
        assertThat(row("payment-form", "3").path("waiting").asInt())
                .describedAs("orders of other tests may wait for it too")
                .isPositive();

        JsonNode set = set("payment-form", "3", "karta płatnicza");

        assertThat(set.path("key").asText()).isEqualTo("symfonia.payment-form.3");
        assertThat(set.path("goingOn").asInt()).isPositive();
        goesOn(stuck);
        assertThat(rig.sentIssue("SH/" + stuck).path("PaymentFormId").asInt()).isEqualTo(2);
        assertThat(events(stuck, "en"))
                .contains("Another try, for symfonia.payment-form.3 was set to karta płatnicza (ola)");
        assertThat(events(stuck, "pl"))
                .contains("Ponowienie, bo ustawiono symfonia.payment-form.3: karta płatnicza (ola)");
        assertThat(audit.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("ola (operator) at 127.0.0.1: symfonia.payment-form.3 = karta płatnicza, before: nothing");
        JsonNode row = row("payment-form", "3");
        assertThat(row.path("name").asText()).isEqualTo("BLIK");
        assertThat(row.path("value").asText()).isEqualTo("karta płatnicza");
        assertThat(row.path("change").path("by").asText()).isEqualTo("ola");
        assertThat(row.path("change").path("at").asText()).contains("T");

        assertThat(undo("payment-form", "3").path("value").asText()).isEmpty();
        assertThat(row("payment-form", "3").path("change").isNull()).isTrue();
        stuck(order().payment(3), "PAYMENT_UNMATCHED");
        assertThat(ola("DELETE", "/api/settings/payment-form?of=3", "").statusCode())
                .isEqualTo(409);
    }

    @Test
    @DisplayName(
            "A value over the file's, and another one over that: each undo takes one back, and the file's stands beside it")
    void overTheFile() throws Exception {
        set("payment-form", "18", "Pobranie");
        set("payment-form", "18", "4");
        assertThat(row("payment-form", "18").path("file").asText()).isEqualTo("Gotówka");
        assertThat(row("payment-form", "18").path("change").path("before").asText())
                .isEqualTo("Pobranie");
        assertThat(key("symfonia.payment-form.18").path("source").asText()).isEqualTo("PAGE");
        assertThat(undo("payment-form", "18").path("value").asText()).isEqualTo("Pobranie");
        assertThat(undo("payment-form", "18").path("value").asText()).isEqualTo("Gotówka");
        assertThat(key("symfonia.payment-form.18").path("source").asText()).isEqualTo("FILE");
    }

    @Test
    @DisplayName("M0: a payment registry")
    void paymentRegistry() throws Exception {
        long stuck = stuck(order().payment(2), "UNKNOWN_SETTING");
        assertThat(mend(stuck)).startsWith("payment-registry");
        set("payment-registry", "2", "KASA");
        goesOn(stuck);
        assertThat(sentIssues(stuck))
                .extracting(issue -> issue.path("PaymentRegistry").path("Code").asText())
                .containsExactly("NIE-MA", "KASA");
        undo("payment-registry", "2");
        stuck(order().payment(2), "UNKNOWN_SETTING");
    }

    @Test
    @DisplayName("V1: the counterpart of a VAT rate")
    void vat() throws Exception {
        long stuck = stuck(order().tax("Zerowa", "0"), "VAT_UNSETTLED");
        assertThat(mend(stuck)).isEqualTo("vat Zerowa");
        set("vat", "Zerowa", "0");
        goesOn(stuck);
        undo("vat", "Zerowa");
        stuck(order().tax("Zerowa", "0"), "VAT_UNSETTLED");
    }

    @Test
    @DisplayName("L3: the code of a delivery method")
    void deliveryCode() throws Exception {
        long stuck = stuck(order().shipping(3, "9.99"), "PRODUCT_WITHOUT_CODE");
        assertThat(mend(stuck)).isEqualTo("delivery-code 3");
        set("delivery-code", "3", "DOSTAWA");
        goesOn(stuck);
        undo("delivery-code", "3");
        stuck(order().shipping(3, "9.99"), "PRODUCT_WITHOUT_CODE");
    }

    @Test
    @DisplayName("L8: the ERP's code of a product that has another one in the shop")
    void productCode() throws Exception {
        String odd = "BUT 42/Ł:é=1";
        long stuck = stuck(empty().line("NIE-MA-42", "10.00", "1"), "UNKNOWN_PRODUCT_CODE");
        long again = stuck(empty().line("NIE-MA-42", "20.00", "1"), "UNKNOWN_PRODUCT_CODE");
        stuck(empty().line("nie-ma-42", "10.00", "1"), "UNKNOWN_PRODUCT_CODE");
        assertThat(mend(stuck)).isEqualTo("product-code NIE-MA-42");
        assertThat(row("product-code", "NIE-MA-42").path("waiting").asInt()).isEqualTo(2);
        assertThat(row("product-code", "nie-ma-42").path("waiting").asInt()).isEqualTo(1);
        set("product-code", "NIE-MA-42", "KUB-300");
        goesOn(stuck);
        goesOn(again);
        assertThat(sentIssues(stuck))
                .extracting(
                        issue -> issue.path("Positions").path(0).path("Code").asText())
                .containsExactly("NIE-MA-42", "KUB-300");
        undo("product-code", "NIE-MA-42");
        stuck(empty().line("NIE-MA-42", "10.00", "1"), "UNKNOWN_PRODUCT_CODE");

        set("product-code", odd, "KUB-300");
        long spelt = sent(empty().line(odd, "10.00", "1"));
        goesOn(spelt);
        undo("product-code", odd);
    }

    @Test
    @DisplayName("D1: the field that means a wish for an invoice, and the rules for documents")
    void wishAndRules() throws Exception {
        long wished = stuck(empty().line("SPD-101", "6000.00", "1").additionalField(3, "1"), "NO_DOCUMENT_RULE");
        long large = stuck(empty().line("SPD-101", "6000.00", "1"), "NO_DOCUMENT_RULE");
        assertThat(mend(large)).isEqualTo("documents ");

        set("invoice-wish-field", "", "3");
        goesOn(wished);
        assertThat(order(wished).path("documentRule").asText()).isEqualTo("wish");
        Rig.eventually(() -> assertThat(order(large).path("problem").asText()).isNotEmpty());
        undo("invoice-wish-field", "");
        long named = stuck(empty().line("SPD-101", "6000.00", "1").additionalField(3, "1"), "NO_DOCUMENT_RULE");
        set(
                "invoice-wish-field",
                "",
                "Chcę otrzymać fakturę"); // the dictionaries were fetched without the names of fields
        goesOn(named);
        assertThat(order(named).path("documentRule").asText()).isEqualTo("wish");

        HttpResponse<String> bad = ola("PUT", "/api/settings/documents", value(RULES + "  - id: small\n"));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("RULES_UNUSABLE", "wiersz 8: ");
        set("documents", "", RULES + LARGE);
        goesOn(large);
        assertThat(order(large).path("documentRule").asText()).isEqualTo("large");
        assertThat(row("documents", "").path("file").asText()).isEqualTo(RULES);
        assertThat(json(ola("GET", "/api/orders/" + large + "/explain", ""))
                        .path("rule")
                        .asText())
                .describedAs("explained by the rules in force")
                .isEqualTo("large");

        undo("documents", "");
        undo("invoice-wish-field", "");
        stuck(empty().line("SPD-101", "6000.00", "1"), "NO_DOCUMENT_RULE");
        stuck(empty().line("SPD-101", "6000.00", "1").additionalField(3, "1"), "NO_DOCUMENT_RULE");
    }

    @Test
    @DisplayName(
            "While a file of a secret is away nothing changes: what is set stays in force, and the answer says why")
    void secretAway() throws Exception {
        set("payment-form", "18", "Pobranie");
        set("payment-form", "18", "karta płatnicza");
        try {
            Files.delete(token);
            for (HttpResponse<String> answer : List.of(
                    ola("DELETE", "/api/settings/payment-form?of=18", ""),
                    ola("PUT", "/api/settings/payment-form?of=18", value("Pobranie")))) {
                assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(503);
                assertThat(json(answer).path("code").asText()).isEqualTo("FILES_UNREADABLE");
                assertThat(json(answer).path("detail").asText())
                        .startsWith("Nie da się teraz odczytać plików konfiguracji")
                        .contains("shoper.token-file");
            }
            rig.change("UPDATE settings_changes SET undone_at = UTC_TIMESTAMP(3), undone_by = 'ola'"
                    + " WHERE name = 'symfonia.payment-form.18' AND value = 'karta płatnicza'"); // by another bridge
            JsonNode row = row("payment-form", "18");
            assertThat(row.path("value").asText()).isEqualTo("karta płatnicza");
            assertThat(row.path("change").path("unusable").isNull()).isTrue();
        } finally {
            Files.writeString(token, ShoperSim.TOKEN);
        }
        Rig.eventually(() ->
                assertThat(row("payment-form", "18").path("value").asText()).isEqualTo("Pobranie"));
        undo("payment-form", "18");
    }

    @Test
    @DisplayName(
            "A file that goes away while a value is being stored makes no answer wrong: what is stored is in force")
    void awayWhileItIsStored() throws Exception {
        set("payment-form", "18", "Pobranie");
        try {
            assertThat(whileTheFileGoes("PUT", value("karta płatnicza")).statusCode())
                    .isEqualTo(200);
            assertThat(row("payment-form", "18").path("value").asText()).isEqualTo("karta płatnicza");
            Files.writeString(token, ShoperSim.TOKEN);
            assertThat(whileTheFileGoes("DELETE", "").statusCode()).isEqualTo(200);
            assertThat(row("payment-form", "18").path("value").asText()).isEqualTo("Pobranie");
        } finally {
            Files.writeString(token, ShoperSim.TOKEN);
        }
        undo("payment-form", "18");
    }

    /** Its row cannot be written until the file of the token is away. */
    private HttpResponse<String> whileTheFileGoes(String method, String body) throws Exception {
        try (Connection other = DriverManager.getConnection(rig.database(), "root", "");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery("SELECT id FROM settings_changes FOR UPDATE");
            Future<HttpResponse<String>> answer =
                    requests.submit(() -> ola(method, "/api/settings/payment-form?of=18", body));
            Rig.eventually(() -> assertThat(rig.row("SELECT COUNT(*) AS n FROM information_schema.innodb_trx"
                            + " WHERE trx_state = 'LOCK WAIT' AND trx_query LIKE '%settings_changes%'"))
                    .containsEntry("n", 1L));
            Files.delete(token);
            other.rollback();
            return answer.get(20, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "payment-form?of=3, Czeki, 422, NO_FORM_IN_ERP, Symfonia nie ma aktywnej formy płatności „Czeki”",
        "payment-form?of=3, Przelew – 30 dni, 422, NO_FORM_IN_ERP, nie ma aktywnej",
        "payment-form?of=77, Gotówka, 422, NO_PAYMENT_METHOD, Sklep nie ma formy zapłaty 77",
        "payment-form?of=x, Gotówka, 422, NO_METHOD_NUMBER, nie jest numerem",
        "payment-registry?of=3, SEJF, 422, NO_REGISTRY_IN_ERP, nie ma rejestru płatności „SEJF”",
        "vat?of=zw., 77, 422, NO_RATE_IN_ERP, nie ma aktywnej stawki VAT „77”",
        "vat, 23, 422, SETTING_FOR, czego dotyczy vat",
        "delivery-code?of=3, NIC, 422, NO_PRODUCT_IN_ERP, nie ma towaru „NIC”",
        "product-code?of=A, NIC, 422, NO_PRODUCT_IN_ERP, nie ma towaru „NIC”",
        "invoice-wish-field, 99, 422, NO_FIELD_IN_SHOP, nie ma pola dodatkowego „99”",
        "payment-form?of=3, ' ', 422, SETTING_VALUE, Podaj wartość",
        "shop-url, x, 404, NO_SUCH_SETTING, Nie ma ustawienia „shop-url”"
    })
    @DisplayName("A value that cannot be used is refused in words, and nothing is set")
    void refused(String setting, String value, int status, String code, String words) throws Exception {
        String before = ola("GET", "/api/settings", "").body().replaceAll("\"check\":.*", "");
        HttpResponse<String> answer = ola("PUT", "/api/settings/" + setting, value(value));

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("code").asText()).isEqualTo(code);
        assertThat(json(answer).path("detail").asText()).contains(words);
        assertThat(ola("GET", "/api/settings", "").body().replaceAll("\"check\":.*", ""))
                .isEqualTo(before);
    }

    @Test
    @DisplayName("A viewer sees all of it without a secret, and sets nothing")
    void viewer() throws Exception {
        HttpResponse<String> seen = as("jan", "GET", "/api/settings", "");
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body())
                .contains("shoper.url", rig.setting("shoper.url"))
                .doesNotContain(ShoperSim.TOKEN, rig.setting("symfonia.application-guid"));
        assertThat(json(as("jan", "GET", "/api/settings/payment-form/offers", ""))
                        .path("offers")
                        .findValuesAsText("value"))
                .contains("Gotówka", "Pobranie")
                .doesNotContain("Przelew – 30 dni");
        for (String[] deed : new String[][] {
            {"PUT", "/api/settings/payment-form?of=3"},
            {"DELETE", "/api/settings/payment-form?of=3"},
            {"POST", "/api/settings/check"}
        }) {
            HttpResponse<String> refused = as("jan", deed[0], deed[1], value("Gotówka"));
            assertThat(refused.statusCode()).describedAs(deed[0]).isEqualTo(403);
            assertThat(refused.body()).contains("\"code\":\"VIEWER\"");
        }
        assertThat(as("nobody", "GET", "/api/settings", "").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("A check runs beside the work with the values in force, and tells when it found what")
    void check() throws Exception {
        set("payment-form", "1", "Pobranie");
        Rig.eventually(() -> {
            JsonNode check = json(ola("GET", "/api/settings", "")).path("check");
            assertThat(check.path("running").asBoolean()).isFalse();
            assertThat(check.path("at").asText()).contains("T");
            List<String> about = new ArrayList<>();
            check.path("findings")
                    .forEach(each -> about.add(each.path("mark").asText() + " "
                            + each.path("about").asText()));
            assertThat(about).contains("GOOD symfonia.payment-form.default", "BAD symfonia.payment-registry.2");
            assertThat(about).anyMatch(each -> each.endsWith(" symfonia.payment-form.1"));
        });
        undo("payment-form", "1");
    }

    @Test
    @DisplayName(
            "A second bridge on the database takes over what was set, also when it begins later; a restart keeps it")
    void twoBridges() throws Exception {
        Rig other = rig.another();
        other.startIn(home);
        try {
            set("delivery-code", "4", "DOSTAWA");
            Rig.eventually(() -> assertThat(
                            row(other, "delivery-code", "4").path("value").asText())
                    .isEqualTo("DOSTAWA"));
            undo("delivery-code", "4");
            Rig.eventually(() -> assertThat(
                            row(other, "delivery-code", "4").path("change").isNull())
                    .isTrue());
            set("delivery-code", "4", "DOSTAWA");
        } finally {
            other.stop();
        }
        other.startIn(home);
        try {
            assertThat(row(other, "delivery-code", "4").path("value").asText()).isEqualTo("DOSTAWA");
        } finally {
            other.stop();
        }
        undo("delivery-code", "4");
    }

    private long sent(OrderBuilder order) throws Exception {
        long id = rig.shop.addOrder(order);
        assertThat(ola("POST", "/api/poll", "").statusCode()).isEqualTo(200);
        return id;
    }

    private List<JsonNode> sentIssues(long id) throws Exception {
        return rig.sent("POST", "/api/OrdersIssue/New").stream()
                .filter(issue -> issue.path("Description").asText().startsWith("SH/" + id + " | "))
                .toList();
    }

    private long stuck(OrderBuilder order, String cause) throws Exception {
        long id = sent(order);
        Rig.eventually(() -> assertThat(
                        order(id).path("problems").path(0).path("cause").asText())
                .describedAs("%s", order(id).path("problem"))
                .isEqualTo(cause));
        return id;
    }

    private String mend(long id) throws Exception {
        JsonNode mend = order(id).path("problems").path(0).path("mend");
        return mend.path("setting").asText() + " " + mend.path("of").asText();
    }

    private void goesOn(long id) {
        Rig.eventually(() -> assertThat(order(id).path("state").asText())
                .describedAs("%s", order(id).path("problem"))
                .isEqualTo("ISSUED"));
    }

    private JsonNode order(long id) throws Exception {
        return json(ola("GET", "/api/orders/" + id, ""));
    }

    private List<String> events(long id, String language) throws Exception {
        HttpRequest request = signed("ola", "/api/orders/" + id, rig)
                .header("Accept-Language", language)
                .GET()
                .build();
        return json(rig.exchange(request)).path("events").findValuesAsText("text");
    }

    private JsonNode set(String setting, String of, String value) throws Exception {
        return done(ola("PUT", "/api/settings/" + setting + "?of=" + encoded(of), value(value)));
    }

    private JsonNode undo(String setting, String of) throws Exception {
        return done(ola("DELETE", "/api/settings/" + setting + "?of=" + encoded(of), ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String value(String text) {
        return JsonNodeFactory.instance.objectNode().put("value", text).toString();
    }

    private static JsonNode done(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private JsonNode row(String setting, String of) throws Exception {
        return row(rig, setting, of);
    }

    private JsonNode row(Rig bridge, String setting, String of) throws Exception {
        HttpRequest request = signed("ola", "/api/settings", bridge).GET().build();
        for (JsonNode row : json(bridge.exchange(request)).path("settable")) {
            if (row.path("setting").asText().equals(setting)
                    && row.path("of").asText().equals(of)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + setting + " " + of);
    }

    private JsonNode key(String name) throws Exception {
        for (JsonNode section : json(ola("GET", "/api/settings", "")).path("sections")) {
            for (JsonNode key : section.path("keys")) {
                if (key.path("key").asText().equals(name)) {
                    return key;
                }
            }
        }
        throw new AssertionError("no key " + name);
    }

    private HttpResponse<String> ola(String method, String path, String body) throws Exception {
        return as("ola", method, path, body);
    }

    private HttpResponse<String> as(String user, String method, String path, String body) throws Exception {
        return rig.exchange(signed(user, path, rig)
                .header("Accept-Language", "pl")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder signed(String user, String path, Rig bridge) {
        String pair = user + ":" + PASSWORDS.getOrDefault(user, "?");
        return bridge.request(path)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
