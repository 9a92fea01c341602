package pl.zmobridge.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.BadOrder;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.SampleOrders;
import pl.zmobridge.sim.SimOrder;
import pl.zmobridge.support.Browser;
import pl.zmobridge.support.Rig;

/** Leaves pictures of every page in {@code target/console/}. */
@Tag("browser")
@DisplayName("The console in a browser")
class ConsoleBrowserTest {
    private static final String ATTACK = "<img src=x onerror=alert(1)>";
    private static final Path PICTURES = Path.of("target/console");
    private static Rig rig;
    private static long attack;
    private static long bought;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(Browser.isInstalled(), Browser.HOW_TO_GET_IT);
        rig = new Rig()
                .set("redelivery.initial", "60s")
                .set("redelivery.max", "15m")
                .set("shoper.poll.cron", "0 * * * * ?")
                .start();
        SampleOrders samples = new SampleOrders(7);
        samples.list(70).forEach(rig.shop::addOrder);
        for (BadOrder bad : BadOrder.values()) {
            rig.shop.addOrder(samples.bad(bad));
        }
        for (int i = 0; i < 5; i++) {
            rig.shop.addOrder(samples.bad(BadOrder.UNKNOWN_CODE));
        }
        attack = rig.shop.addOrder(attacker());
        bought = rig.shop.addOrder(new OrderBuilder()
                .firm("Zakłady Mechaniczne „Łucznik” Sp. z o.o.", "5260001246")
                .line("SPD-101", "149.95", "2")
                .line("KUB-300", "0.99", "12")
                .notes("Proszę dzwonić przed dostawą")
                .build());
        rig.poll();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            int waiting =
                    rig.get("/api/summary").path("orders").path("RECEIVED").asInt();
            return waiting
                            <= rig.get("/api/dead-letters?state=OPEN")
                                    .path("total")
                                    .asInt()
                    && rig.order(bought).path("state").asText().equals("ISSUED");
        });
        spreadOverTheMonth();
    }

    @AfterAll
    static void stop() {
        if (rig != null) {
            rig.close();
        }
    }

    private static SimOrder attacker() {
        return new OrderBuilder()
                .delivery("firstname", ATTACK, "lastname", "", "city", ATTACK)
                .notes(ATTACK)
                .line("KUB-300", "0.99", "1")
                .lineField("name", ATTACK)
                .build();
    }

    @Test
    @DisplayName("A buyer's markup is shown as text everywhere")
    void markupIsText() throws Exception {
        try (Browser browser = new Browser("pl", false, 1280, 900)) {
            browser.open(page("#/orders?q=" + "onerror")).awaitText("tbody", ATTACK);
            browser.click("tbody a", "SH/" + attack).awaitText("#main", "Karta zamówienia");

            assertThat(browser.text("#main")).contains(ATTACK);
            assertThat(browser.run("return document.querySelectorAll('#main img').length")
                            .asInt())
                    .isZero();
            browser.picture(PICTURES.resolve("order-markup.png"));
        }
    }

    @Test
    @DisplayName("A person realises an order, imports it again, and is asked before a second ZMO is made")
    void actions() throws Exception {
        try (Browser browser = new Browser("pl", false, 1280, 900)) {
            browser.open(page("#/orders/" + bought)).click("button", "Zrealizuj");
            browser.awaitText("dialog", "dokument sprzedaży").click("dialog button.main", "Zrealizuj");
            browser.awaitText("#toasts", "Zrealizowane").awaitText("header .badge", "Zrealizowane");

            browser.click(".buttons button", "Importuj ponownie").click("dialog button.main", "Importuj ponownie");
            browser.awaitText("dialog", "drugie ZMO").awaitText("dialog blockquote", "confirm=true");
            browser.picture(PICTURES.resolve("pl-reimport-question.png"));
            browser.click("dialog button", "Anuluj");

            assertThat(rig.order(bought).path("imports")).hasSize(1);
        }
    }

    @Test
    @DisplayName("A person looks at a dead letter's data, and discards it with a reason")
    void discard() throws Exception {
        try (Browser browser = new Browser("en", false, 1280, 900)) {
            browser.open(page("#/dead-letters")).awaitText("h1", "Stuck");
            browser.click("details summary", "Show the orders");
            String number = browser.run("return document.querySelector('.letters a').innerText")
                    .asText();
            browser.click(".payload summary", "Data").awaitText(".payload pre", "NIE-MA-MNIE");
            browser.click(".letters button.quiet", "Discard").awaitText("dialog", "Discard " + number);
            browser.type("zamówienie testowe").picture(PICTURES.resolve("en-discard.png"));
            browser.click("dialog button.danger", "Discard").awaitText("#toasts", number + ": discarded.");
        }
    }

    @Test
    @DisplayName("Updates keep focus, what is typed, and what is unfolded")
    void calm() throws Exception {
        try (Browser browser = new Browser("en", false, 1280, 900)) {
            browser.open(page("#/orders")).awaitText("#main", "SH/");
            browser.run("document.querySelector('input[type=search]').focus()");
            browser.type("SH/" + bought).awaitText("#main [role=status]", "1 order");
            browser.run("window.row = document.querySelector('tbody tr')");
            browser.run("window.fetches = 0; const f = fetch; fetch = (...a) => { window.fetches++; return f(...a) }");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> browser.run("return window.fetches > 2").asBoolean());

            assertThat(browser.run("return document.activeElement.value").asText())
                    .isEqualTo("SH/" + bought);
            assertThat(browser.run("return window.row === document.querySelector('tbody tr')")
                            .asBoolean())
                    .describedAs("the row is the same element still")
                    .isTrue();
        }
    }

    @Test
    @DisplayName("Every page in both languages, light and dark, wide and narrow")
    void pictures() throws Exception {
        for (String lang : new String[] {"pl", "en"}) {
            for (boolean dark : new boolean[] {false, true}) {
                for (int width : new int[] {1280, 390}) {
                    String name = lang + (dark ? "-dark" : "-light") + (width < 600 ? "-phone" : "") + "-";
                    try (Browser browser = new Browser(lang, dark, width, width < 600 ? 844 : 900)) {
                        show(browser, "#/", ".took", name + "start");
                        show(browser, "#/orders", "tbody", name + "orders");
                        show(browser, "#/orders/" + bought, ".timeline", name + "order");
                        show(browser, "#/dead-letters", ".cause", name + "letters");
                    }
                }
            }
        }
    }

    private static void show(Browser browser, String hash, String ready, String name) throws Exception {
        browser.open("about:blank").open(page(hash)).awaitText(ready, "");
        await().until(() ->
                browser.run("return !!document.querySelector('" + ready + "')").asBoolean());
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth")
                        .asBoolean())
                .describedAs(name + " needs no scrolling sideways")
                .isTrue();
        browser.picture(PICTURES.resolve(name + ".png"));
    }

    private static String page(String hash) {
        return rig.request("/").build().uri() + hash;
    }

    /** The pictures over time need a past. */
    private static void spreadOverTheMonth() throws Exception {
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement statement = connection.createStatement()) {
            String ago = "INTERVAL IF(shop_order_id % 2 = 0, POW(shop_order_id * 37 % 100, 2) / 240,"
                    + " shop_order_id * 53 % 720) HOUR";
            statement.execute("UPDATE orders SET received_at = received_at - " + ago + ", placed_at = received_at"
                    + " - INTERVAL shop_order_id % 90 + 20 SECOND, realise_since = realise_since - " + ago
                    + " WHERE state IN ('ISSUED', 'REALISED')");
            statement.execute("UPDATE imports SET issued_at = issued_at - " + ago + ", sold_at = sold_at - " + ago
                    + " + INTERVAL shop_order_id % 40 SECOND WHERE issued_at IS NOT NULL");
        }
    }
}
