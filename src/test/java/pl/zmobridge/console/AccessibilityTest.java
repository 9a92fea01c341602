package pl.zmobridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.sim.BadOrder;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.SampleOrders;
import pl.zmobridge.support.Browser;
import pl.zmobridge.support.Rig;

/** axe-core over every page of the console: contrast, names, roles, headings, size of targets. */
@DisplayName("axe finds nothing on any page")
@TestMethodOrder(MethodOrderer.MethodName.class) // "ticks" gives up what the others count
class AccessibilityTest {
    private static final String RULES =
            "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}";

    private static Rig rig;
    private static Rig guarded;
    private static long stuck;
    private static long full;
    private static List<Long> given;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        if (!Browser.isInstalled()) {
            System.err.println(Browser.HOW_TO_GET_IT);
            Assumptions.abort(Browser.HOW_TO_GET_IT);
        }
        rig = new Rig()
                .set("redelivery.initial", "10m")
                .set("redelivery.max", "15m")
                .set("symfonia.correction.invoice.type", "FKS")
                .set("symfonia.correction.invoice.series", "sFKS")
                .set("parcels.enabled", "true")
                .set("documents.pdf", "folder")
                .set("documents.folder", folder.toString())
                .set("ksef.enabled", "true")
                .set("ksef.url", "http://127.0.0.1:" + Rig.freePort())
                .set("ksef.nip", "5260001246")
                .set("ksef.token", "only-for-tests")
                .set("ksef.poll.cron", "0 0 0 1 1 ? 2099");
        rig.start(main -> main.addInitialProperty("documents.look", "150"));
        new SampleOrders(3).list(12).forEach(rig.shop::addOrder);
        rig.shop.addOrder(new SampleOrders(3).bad(BadOrder.UNKNOWN_CODE));
        stuck = rig.shop.addOrder(new OrderBuilder().line("BRAK-1", "10.00", "1"));
        rig.shop.addOrder(new OrderBuilder().line("BRAK-1", "12.00", "1"));
        given = List.of(
                rig.shop.addOrder(new OrderBuilder().line("BRAK-2", "5.00", "1")),
                rig.shop.addOrder(new OrderBuilder().line("BRAK-2", "6.00", "2")));
        rig.poll();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rig.order(stuck).path("problem").asText().contains("BRAK-1"));
        full = withEverything();
        guarded = rig.another().set("ops.password", "kowadło").start();
    }

    /** A sold and returned order: an invoice with its PDF and its KSeF number, tracking numbers, a proposed correction. */
    private static long withEverything() throws Exception {
        long id = rig.shop.addOrder(new OrderBuilder()
                .firm("Firma sp. z o.o.", "5260250274")
                .line("SPD-101", "149.95", "2")
                .line("KUB-300", "40.00", "1")
                .with("shipping_id", "2")
                .status(3));
        rig.poll();
        rig.awaitState("REALISED", id);
        Rig.eventually(
                () -> assertThat(rig.order(id).at("/salesDocuments/0/pdf/file").asText())
                        .isEqualTo("SAVED"));
        rig.change("INSERT INTO ksef_documents (import_id, document_id, need, ksef_number, accepted_at, mode)"
                + " SELECT import_id, document_id, 'REQUIRED', '5260001246-20261127-000000-000000-00', UTC_TIMESTAMP(3), 'Online'"
                + " FROM document_pdfs WHERE shop_order_id = " + id);
        rig.post("/api/orders/" + id + "/parcel", "{\"number\":\"JJD000390007817382910\",\"carrier\":\"kurier dpd\"}");
        rig.post("/api/orders/" + id + "/parcel", "{\"number\":\"" + "1234567890".repeat(5) + "\"}");
        rig.shop.setStatus(id, 10);
        rig.poll();
        await().until(() -> !rig.order(id).path("problems").isEmpty());
        return id;
    }

    @AfterAll
    static void stop() {
        if (rig != null) {
            guarded.close();
            rig.close();
        }
    }

    @ParameterizedTest(name = "{0}, dark: {1}, {2} px")
    @CsvSource({"pl, false, 1280", "pl, true, 390", "en, true, 1280", "en, false, 390"})
    void everyPage(String language, boolean dark, int width) throws Exception {
        Map<String, List<String>> found = new TreeMap<>();
        try (Browser browser = new Browser(language, dark, width, 900)) {
            for (Map.Entry<String, String> page : pages().entrySet()) {
                browser.open("about:blank").open(page.getKey()).awaitText(page.getValue(), "");
                await(page.getKey())
                        .until(() -> browser.run("return !!document.querySelector('" + page.getValue() + "')")
                                .asBoolean());
                List<String> violations = violations(browser);
                if (browser.run(
                                "return document.documentElement.scrollWidth > innerWidth"
                                        + " || [...document.querySelectorAll('.card')].some(c => c.scrollWidth > c.clientWidth)")
                        .asBoolean()) {
                    violations.add("something is wider than its place");
                }
                if (page.getKey().endsWith("/" + full)) {
                    browser.picture(Path.of("target/console/" + language + "-full-" + width + ".png"));
                    browser.click("[aria-labelledby=parcels] button", "")
                            .awaitText("dialog", language.equals("pl") ? "Numer przesyłki" : "Tracking number");
                    violations.addAll(violations(browser));
                }
                if (!violations.isEmpty()) {
                    found.put(page.getKey(), violations);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("A slash searches from any page, a question mark lists the shortcuts, and typing is left alone")
    void keyboard() throws Exception {
        try (Browser browser = new Browser("pl", false, 1280, 900)) {
            browser.open(home() + "#/").awaitText("#verdict", "Ciebie");
            browser.type("?").awaitText("dialog", "Skróty klawiszowe");
            browser.picture(Path.of("target/console/pl-keys.png"));
            browser.type("\uE00C").type("/"); // Escape
            await().until(() -> browser.run("return document.activeElement.type === 'search'")
                    .asBoolean());
            browser.type("BRAK/?gl");
            await().until(() ->
                    browser.run("return location.hash.includes('q=')").asBoolean());
            assertThat(browser.run("return document.activeElement.value").asText())
                    .isEqualTo("BRAK/?gl");
            browser.run("document.activeElement.blur()");
            browser.type("gl").awaitText("h1", "Wstrzymane");
        }
    }

    @Test
    @DisplayName("The list shows only stuck orders when that is wanted, sorted, and the address keeps it")
    void filters() throws Exception {
        try (Browser browser = new Browser("en", false, 1280, 900)) {
            browser.open(home() + "#/orders").awaitText(".above", "18 orders");
            browser.click(".tick", "Only stuck ones").awaitText(".above", "5 orders");
            browser.click("thead a", "Total");
            await().until(() -> browser.run("return document.querySelector('[aria-sort]')?.ariaSort")
                    .asText()
                    .equals("descending"));
            assertThat(browser.run("return location.hash").asText()).contains("stuck=true", "sort=-total");
            browser.open("about:blank")
                    .open(home() + "#/orders?stuck=true&sort=total")
                    .awaitText(".above", "5 orders");
            browser.click(".clear a", "").awaitText(".above", "18 orders");
            assertThat(browser.run("return document.querySelector('[name=stuck]').checked")
                            .asBoolean())
                    .isFalse();
        }
    }

    @Test
    @DisplayName("Several ticked orders are tried again and given up at once")
    void ticks() throws Exception {
        try (Browser browser = new Browser("en", false, 390, 844)) {
            browser.open(home() + "#/dead-letters").awaitText("#main", "BRAK-2");
            assertThat(browser.text(".ticks")).isEmpty();
            for (long id : given) {
                browser.click("input[aria-label='Select SH/" + id + "']", "");
            }
            browser.awaitText(".ticks", "2 selected").picture(Path.of("target/console/en-ticks-phone.png"));
            browser.click(".ticks button", "Try").awaitText("#toasts", "2 orders tried again, 0 went through.");
            for (long id : given) {
                browser.click("input[aria-label='Select SH/" + id + "']", "");
            }
            browser.click(".ticks button", "Discard").awaitText("dialog blockquote", "SH/" + given.get(0));
            browser.type("bought elsewhere").click("dialog button", "Discard");
            browser.awaitText("#toasts", "2 ");
        }
        for (long id : given) {
            assertThat(rig.order(id).path("closedReason").asText()).contains("bought elsewhere");
        }
    }

    private static String home() {
        return "http://127.0.0.1:" + rig.port() + "/";
    }

    /** The address of each page, and what is there once it is drawn. */
    private static Map<String, String> pages() {
        String console = home();
        return Map.of(
                console + "#/", "#verdict",
                console + "#/orders", "tbody tr",
                console + "#/orders?q=nothing-like-this", ".empty",
                console + "#/orders/" + stuck, ".timeline",
                console + "#/orders/" + full, ".correction table",
                console + "#/orders/999999", "#main .card h1",
                console + "#/dead-letters", ".cause",
                console + "#/dead-letters?state=RESOLVED", ".tabs",
                "http://127.0.0.1:" + guarded.port() + "/console/login.html", "form input");
    }

    private static List<String> violations(Browser browser) throws Exception {
        browser.run(script());
        browser.run(
                "window.axed = null; axe.run(document, " + RULES
                        + ").then((done) => { window.axed = done.violations; }, (e) => { window.axed = [{id: String(e), nodes: []}]; })");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> browser.run("return window.axed !== null").asBoolean());
        List<String> all = new ArrayList<>();
        for (JsonNode violation : browser.run("return window.axed")) {
            for (JsonNode node : violation.path("nodes")) {
                all.add(violation.path("id").asText() + ": " + node.path("html").asText() + " "
                        + node.path("failureSummary").asText());
            }
            if (violation.path("nodes").isEmpty()) {
                all.add(violation.path("id").asText());
            }
        }
        return all;
    }

    private static String script() throws IOException {
        try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
