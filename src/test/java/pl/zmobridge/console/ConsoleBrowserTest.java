package pl.zmobridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.docs.Pictures;
import pl.zmobridge.sim.BadOrder;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.SampleOrders;
import pl.zmobridge.sim.SimOrder;
import pl.zmobridge.support.Browser;
import pl.zmobridge.support.Rig;

/** Every page and every action, in a real Chromium; leaves pictures of every page in {@code target/console/}. */
@DisplayName("The console in a browser")
class ConsoleBrowserTest {
    private static final String ATTACK = "<img src=x onerror=alert(1)>";
    private static final String HOPELESS = "HOPELESS";
    private static final String SOLD_OUT = "BUT-7777";
    private static final Path PICTURES = Path.of("target/console");
    private static Rig rig;
    private static long attack;
    private static long bought;
    private static long missing;
    private static final List<Long> paid = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        if (!Browser.isInstalled()) {
            System.err.println(Browser.HOW_TO_GET_IT);
            Assumptions.abort(Browser.HOW_TO_GET_IT);
        }
        rig = new Rig()
                .set("redelivery.initial", "10m")
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
        for (int i = 0; i < 3; i++) {
            rig.shop.addOrder(new OrderBuilder().line(HOPELESS, "10.00", "1"));
        }
        rig.erp.addProduct(SOLD_OUT, "Buty trekkingowe", "0");
        for (int wanted = 1; wanted <= 2; wanted++) {
            paid.add(rig.shop.addOrder(new OrderBuilder()
                    .line(SOLD_OUT, "100.00", Integer.toString(wanted))
                    .status(3)));
        }
        missing = rig.shop.addOrder(new OrderBuilder().line("LATE-1", "10.00", "1"));
        for (int i = 0; i < 2; i++) {
            rig.shop.addOrder(new OrderBuilder().line("LATE-2", "10.00", "1"));
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
        rig.stop(); // it remembers the hours that are over
        spreadOverTheMonth();
        rig.start();
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
    @DisplayName("A buyer's markup is shown as text everywhere, and nothing in the page complains")
    void markupIsText() throws Exception {
        try (Browser browser = new Browser("pl", false, 1280, 900)) {
            browser.open(page("#/orders?q=" + "onerror")).awaitText("tbody", ATTACK);
            assertThat(images(browser)).isZero();
            browser.click("tbody a", "SH/" + attack).awaitText("#main", "Karta zamówienia");

            assertThat(browser.text("#main")).contains(ATTACK);
            assertThat(images(browser)).isZero();
            assertThat(browser.run("const s = document.createElement('script'); s.textContent = 'window.ran = true';"
                                    + " document.body.append(s); return window.ran === true")
                            .asBoolean())
                    .describedAs("a script in the page is not run")
                    .isFalse();
            browser.picture(PICTURES.resolve("pl-order-markup.png"));
        }
    }

    private static int images(Browser browser) throws Exception {
        return browser.run("return document.querySelectorAll('#main img').length")
                .asInt();
    }

    @Test
    @DisplayName("The start page says what is wrong, asks the shop at once, and leads to a repair")
    void fromTheStartPageToARepair() throws Exception {
        try (Browser browser = new Browser("pl", false, 1280, 900)) {
            browser.open(page("")).awaitText("#verdict", "Ciebie").click("button", "Odpytaj teraz");
            browser.awaitText("#toasts", "sprawdzono statusów");
            browser.click("#top nav a", "Wstrzymane").awaitText("#main", "LATE-1");
            cause(browser, "LATE-1");
            browser.click("#mine button", "Ponów").awaitText("#toasts .bad", "nadal wstrzymane");
            rig.erp.addProduct("LATE-1", "Nareszcie", "100");
            browser.click("#mine button", "Ponów").awaitText("#toasts", "SH/" + missing + ": udało się.");
            rig.awaitState("ISSUED", missing);
            browser.click(".tabs a", "Naprawione")
                    .awaitText(".past", "SH/" + missing)
                    .awaitText(".past", "LATE-1");
            browser.picture(PICTURES.resolve("pl-resolved.png"));
        }
    }

    @Test
    @DisplayName("A person realises an order, imports it again, and is asked before a second ZMO is made")
    void actions() throws Exception {
        try (Browser browser = new Browser("pl", false, 1280, 900)) {
            browser.open(page("#/orders/" + bought)).click("button", "Zrealizuj");
            browser.awaitText("dialog", "dokument sprzedaży").click("dialog button.main", "Zrealizuj");
            browser.awaitText("#toasts", "Zrealizowane").awaitText("header .badge", "Zrealizowane");

            browser.click("#main button", "Importuj ponownie").click("dialog button.main", "Importuj ponownie");
            browser.awaitText("dialog", "drugie ZMO").awaitText("dialog blockquote", "confirm=true");
            browser.picture(PICTURES.resolve("pl-reimport-question.png"));
            browser.click("dialog button", "Anuluj");
            assertThat(rig.order(bought).path("imports")).hasSize(1);

            browser.click("#main button", "Importuj ponownie").click("dialog button.main", "Importuj ponownie");
            browser.awaitText("dialog", "drugie ZMO").click("dialog button.danger", "Tak, wystaw drugie ZMO");
            browser.awaitText("#main", "SH/" + bought + " (2)");
            assertThat(rig.order(bought).path("imports")).hasSize(2);
        }
    }

    @Test
    @DisplayName(
            "The yellow box holds what can be done, and says what each does at once: a paid order gets its document")
    void whatEachDoes() throws Exception {
        long stuck =
                rig.get("/api/orders?state=RECEIVED&size=500&q=").path("items").findValuesAsText("shopOrderId").stream()
                        .mapToLong(Long::parseLong)
                        .filter(id -> problem(id).contains("NIE-MA-MNIE"))
                        .findFirst()
                        .orElseThrow();
        try (Browser browser = new Browser("en", false, 1280, 900)) {
            browser.open(page("#/orders/" + stuck)).awaitText(".trouble", "NIE-MA-MNIE");
            browser.awaitText(".deeds", "issues its ZMO at once").awaitText(".deeds a.button", "Open in the shop");
            nobodyWorks();
            browser.click(".deeds button", "Try again").awaitText("#toasts .bad", "still stuck");

            browser.open(page("#/orders/" + paid.get(0))).awaitText(".trouble", SOLD_OUT);
            browser.awaitText(".deeds", "Issues a receipt for ZMO").awaitText(".deeds", "The order is paid: a receipt");
            assertThat(browser.run("return document.querySelector('.deeds a.button').href")
                            .asText())
                    .isEqualTo("https://sklep.example.pl/panel/orders");
            browser.click(".deeds button", "Discard").awaitText("dialog", "closes this order");
            browser.click("dialog button", "Cancel");
            browser.awaitText("#foot", "Europe/Warsaw");
        }
    }

    @Test
    @DisplayName("Of a paid order that was sold, another import says that a second receipt is issued immediately")
    void secondReceipt() throws Exception {
        long sold = rig.shop.addOrder(
                new OrderBuilder().line("KUB-300", "0.99", "1").status(3));
        rig.poll();
        rig.awaitState("REALISED", sold);
        try (Browser browser = new Browser("en", false, 1280, 900)) {
            browser.open(page("#/orders/" + sold)).click("header .buttons button", "Import again");
            browser.awaitText("dialog", "a second receipt will be issued immediately")
                    .click("dialog button", "Cancel");
        }
    }

    @Test
    @DisplayName(
            "An order whose card cannot be built shows what can be read, each sum side by side, and a way to accept the difference")
    void withoutCard() throws Exception {
        long wrong = rig.shop.addOrder(new OrderBuilder()
                .delivery("firstname", "Wanda", "lastname", "Rutkiewicz")
                .line("KUB-300", "100.00", "1", "10")
                .sum("123.45")
                .notes("Proszę dzwonić"));
        rig.poll();
        await().until(() -> problem(wrong).contains("123.45"));
        try (Browser browser = new Browser("pl", false, 390, 844)) {
            browser.open(page("#/orders/" + wrong)).awaitText("#main", "Zamówienie w sklepie");
            browser.awaitText("#main", "Wanda Rutkiewicz")
                    .awaitText("table.lines", "KUB-300")
                    .awaitText("table.lines", "123.45");
            browser.awaitText("#main", "Próby odczytania cen").awaitText("#main", "rabat pozycji odjęty");
            browser.awaitText(".deeds", "Rozłóż różnicę na towary");
            browser.picture(PICTURES.resolve("pl-order-without-card.png"));
            browser.click(".languages button", "EN").awaitText("#main", "line discount taken off");

            browser.click(".deeds button", "Spread the difference");
            browser.fill("dialog textarea", "the sum is right").click("dialog button.main", "Spread the difference");
            browser.awaitText("header .badge", "ZMO issued");
            assertThat(browser.text("#main")).doesNotContain("The order in the shop");
        }
    }

    /** What another test has had tried again is over, so that no worker holds an order. */
    private static void nobodyWorks() {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            OffsetDateTime soon = OffsetDateTime.now().plusMinutes(1);
            return rig
                    .get("/api/dead-letters?state=OPEN&size=500")
                    .path("items")
                    .findValuesAsText("nextAttemptAt")
                    .stream()
                    .filter(at -> !at.equals("null"))
                    .allMatch(at -> OffsetDateTime.parse(at).isAfter(soon));
        });
    }

    private static String problem(long id) {
        try {
            return rig.order(id).path("problem").asText();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("Orders are found by words, state, status and day, page by page; the address holds it all")
    void finding() throws Exception {
        try (Browser browser = new Browser("en", false, 1280, 900)) {
            browser.open(page("#/orders"))
                    .awaitText("#main [role=status]", "orders")
                    .awaitText("[name=status]", "");
            browser.click(".pager a", "›")
                    .awaitText(".pager", "2 of")
                    .click(".pager a", "‹")
                    .awaitText(".pager", "1 of");
            await().until(() -> browser.run("return document.querySelectorAll('[name=status] option').length > 1")
                    .asBoolean());
            browser.fill("[name=q]", "lucznik ZAKŁADY").awaitText("#main [role=status]", "1 order");
            assertThat(browser.text("tbody")).contains("„Łucznik”");
            String status = rig.order(bought).path("statusId").asText();
            browser.fill("[name=status]", status).fill("[name=from]", "2001-02-03");
            await().until(() -> browser.run("return location.hash").asText().contains("from=2001-02-03"));
            browser.awaitText("#main [role=status]", "1 order");
            assertThat(browser.run("return location.hash").asText()).contains("q=lucznik", "status=" + status);
            assertThat(browser.run("return document.querySelector('.csv a').getAttribute('href')")
                            .asText())
                    .startsWith("/api/orders.csv?q=lucznik")
                    .contains("status=" + status, "from=2001-02-03");
            browser.fill("[name=to]", "2001-02-04").awaitText("#main", "No order matches.");
            browser.picture(PICTURES.resolve("en-nothing-found.png"));
            browser.click(".clear a", "Clear the filters").awaitText(".pager", "1 of");
            assertThat(browser.run("return document.querySelector('[name=from]').value")
                            .asText())
                    .isEmpty();
            browser.fill("[name=state]", "RECEIVED").awaitNoText("tbody", "Realised");
            assertThat(browser.text("tbody")).contains("Stuck");
        }
    }

    @Test
    @DisplayName(
            "What needs a person comes first and is counted apart from what waits for goods, on every page and in the tab")
    void whatNeedsAPerson() throws Exception {
        try (Browser browser = new Browser("pl", false, 1280, 900)) {
            browser.open(page("#/"))
                    .awaitText("#verdict", " na towar")
                    .awaitText(".stuck li:first-child", "Wymaga Ciebie");
            JsonNode summary = rig.get("/api/summary");
            String person = summary.path("needsPerson").asText();
            int others = summary.path("waitsForStock").asInt()
                    + summary.path("waitsForSystem").asInt();
            assertThat(browser.text("#verdict")).matches(person + " wymaga(ją)? Ciebie, \\d+ czeka(ją)? na towar.*");
            browser.awaitText("#top .count:not(.others)", person).awaitText("#top .count.others", "" + others);
            assertThat(browser.run("return document.title").asText()).startsWith("(" + person + ") ");

            browser.open(page("#/dead-letters")).awaitText(".group h2", "Wymaga Ciebie");
            assertThat(browser.run("return [...document.querySelectorAll('.group h2')].map(h => h.innerText).join()")
                            .asText())
                    .matches("Wymaga Ciebie \\d+,Czeka na towar \\d+.*");
        }
    }

    @Test
    @DisplayName(
            "One missing product is one card, with whose orders they are, what they are worth, and how much each wants")
    void oneProductIsOneCard() throws Exception {
        try (Browser browser = new Browser("en", false, 390, 844)) {
            browser.open(page("#/dead-letters")).awaitText("#main", SOLD_OUT);
            cause(browser, SOLD_OUT);
            assertThat(browser.run("return [...document.querySelectorAll('.cause')].filter(c => c.innerText.includes('"
                                    + SOLD_OUT + "')).length")
                            .asInt())
                    .isEqualTo(1);
            browser.awaitText("#mine h3", "2 orders").awaitText("#mine", SOLD_OUT + ": 3 in all of these orders");
            for (int i = 0; i < paid.size(); i++) {
                JsonNode order = rig.order(paid.get(i));
                assertThat(browser.run(
                                        "return [...document.querySelectorAll('#mine .letters li')].map(l => l.innerText)"
                                                + ".find(text => text.includes('SH/" + paid.get(i) + "'))")
                                .asText())
                        .contains(
                                order.at("/contractor/name").asText(),
                                order.path("total").asText() + " PLN",
                                "quantity " + (i + 1),
                                "first",
                                "next try");
            }
        }
    }

    @Test
    @DisplayName("A system that died is told on the start page, with when it answered last, in both languages")
    void deadErp() throws Exception {
        rig.erp.down();
        try (Browser browser = new Browser("pl", false, 1280, 900)) {
            rig.shop.addOrder(new OrderBuilder().line("SPD-101", "10.00", "1"));
            rig.poll();
            browser.open(page("#/"))
                    .awaitText("#verdict", "Ciebie")
                    .awaitText("#verdict", "Symfonia nie odpowiada.")
                    .awaitText(".systems .away", "ostatnia odpowiedź");
            browser.picture(PICTURES.resolve("pl-dead-erp.png"));
            browser.click(".languages button", "EN").awaitText(".systems .away", "answered last at");
            assertThat(browser.text(".systems .away")).matches("(?s).*answered last at \\d\\d:\\d\\d");
            browser.picture(PICTURES.resolve("en-dead-erp.png"));
        } finally {
            rig.erp.up();
            rig.post("/api/dead-letters/replay", "");
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rig.get("/api/summary").path("away").isEmpty());
    }

    @Test
    @DisplayName("S6 An ERP that was stopped is told on the start page, and a person says go on there")
    void stoppedErp() throws Exception {
        rig.change("INSERT INTO erp_stops (erp, stopped_at) VALUES ('" + rig.setting("symfonia.url")
                + "', UTC_TIMESTAMP(3))");
        try (Browser browser = new Browser("pl", false, 1280, 900)) {
            browser.open(page("#/")).awaitText("#verdict", "Zapisy do Symfonii są zatrzymane");
            browser.picture(PICTURES.resolve("pl-stopped.png"));
            browser.click(".refused button", "Wznów zapisy").awaitText("dialog", rig.setting("symfonia.url"));
            browser.click("dialog button.main", "Wznów zapisy").awaitText("#toasts", "Most znów zapisuje");
            assertThat(rig.get("/api/summary").path("erpStopped")).isEmpty();
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
            browser.click(".tabs a", "Discarded").awaitText(".past", number).awaitText(".past", "zamówienie testowe");
        }
    }

    @Test
    @DisplayName("All orders of one cause are tried again, or discarded after a question that says how many")
    void oneCause() throws Exception {
        rig.erp.addProduct("LATE-2", "Nareszcie", "100");
        try (Browser browser = new Browser("pl", false, 1280, 900)) {
            browser.open(page("#/dead-letters")).awaitText("#main", "LATE-2");
            cause(browser, "LATE-2");
            browser.click("#mine button", "Ponów te 2").awaitText("#toasts", "Ponawiam 2 zamówienia.");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !browser.text("#main").contains("LATE-2"));

            cause(browser, HOPELESS);
            browser.click("#mine button", "Odrzuć te 3").awaitText("dialog h2", "Odrzucić 3 zamówienia?");
            browser.awaitText("dialog", "zamknie 3 zamówienia").awaitText("dialog blockquote", HOPELESS);
            browser.picture(PICTURES.resolve("pl-discard-cause.png"));
            browser.click("dialog button.danger", "Odrzuć");
            assertThat(browser.text("dialog h2"))
                    .describedAs("without a reason nothing happens")
                    .isNotEmpty();
            browser.run("document.querySelector('dialog textarea').focus()");
            browser.type("towar wycofany").click("dialog button.danger", "Odrzuć");
            browser.awaitText("#toasts", "Odrzucono 3 zamówienia.");
            browser.click(".tabs a", "Odrzucone").awaitText(".past", HOPELESS).awaitText(".past", "towar wycofany");
            browser.picture(PICTURES.resolve("pl-discarded.png"));
            browser.click(".past a", "SH/")
                    .awaitText("#main", "towar wycofany")
                    .awaitText("header .badge", "Zamknięte");
        }
    }

    /** Its card becomes {@code #mine}. */
    private static void cause(Browser browser, String words) throws Exception {
        browser.run("document.getElementById('mine')?.removeAttribute('id');"
                + "[...document.querySelectorAll('.cause')].find(c => c.innerText.includes('" + words
                + "')).id = 'mine'");
    }

    @Test
    @DisplayName("Everything is tried again after a question")
    void replayAll() throws Exception {
        try (Browser browser = new Browser("en", false, 1280, 900)) {
            browser.open(page("#/dead-letters"))
                    .click("button", "Try all again")
                    .awaitText("dialog", "again?");
            browser.click("dialog button.main", "Try all again").awaitText("#toasts", "orders again.");
        }
    }

    @Test
    @DisplayName("The language can be chosen, and stays chosen")
    void language() throws Exception {
        try (Browser browser = new Browser("en", false, 1280, 900)) {
            browser.open(page("")).awaitText("#top", "Overview").click(".languages button", "PL");
            browser.awaitText("#top", "Przegląd");
            browser.open("about:blank").open(page("")).awaitText("#top", "Przegląd");
            assertThat(browser.run("return document.documentElement.lang").asText())
                    .isEqualTo("pl");
        }
    }

    @Test
    @DisplayName("What the bridge tells, timeline, causes, hints and refusals, is in the chosen language too")
    void languageOfTheBridge() throws Exception {
        try (Browser browser = new Browser("en", false, 1280, 900)) {
            browser.open(page("#/orders/" + bought)).awaitText(".timeline", "Order taken from the shop");
            browser.click(".languages button", "PL").awaitText(".timeline", "Zamówienie pobrane ze sklepu");
            browser.open("about:blank").open(page("#/orders/999999")).awaitText("#main", "Zamówienia 999999 tu nie ma");
            browser.click(".languages button", "EN").awaitText("#main", "Order 999999 is unknown here");
            browser.click("#top nav a", "Stuck")
                    .awaitText("#main", "Symfonia does not know the product")
                    .awaitText(".advice", "add a product of this code in Symfonia");
        }
    }

    @Test
    @DisplayName("Whoever has only a keyboard gets to an order")
    void keyboard() throws Exception {
        try (Browser browser = new Browser("en", false, 1280, 900)) {
            browser.open(page("#/orders?q=" + bought)).awaitText("tbody", "SH/" + bought);
            String wanted = "#/orders/" + bought;
            for (int i = 0;
                    i < 50
                            && !browser.run("return document.activeElement.getAttribute('href')")
                                    .asText()
                                    .equals(wanted);
                    i++) {
                browser.type("\uE004"); // Tab
            }
            browser.type("\uE007").awaitText("h1", "SH/" + bought); // Enter
            assertThat(browser.run("return document.activeElement.id").asText())
                    .describedAs("a screen reader goes on at the new content")
                    .isEqualTo("main");
        }
    }

    @Test
    @DisplayName("Updates keep focus, what is typed, and what is unfolded")
    void calm() throws Exception {
        try (Browser browser = new Browser("en", false, 1280, 900)) {
            browser.open(page("#/orders")).awaitText("#main", "SH/");
            browser.run("document.querySelector('input[type=search]').focus()");
            browser.type("SH/" + bought).awaitText("#main [role=status]", "1 order");
            await().until(() -> browser.run("return document.querySelectorAll('tbody tr').length")
                            .asInt()
                    == 1);
            browser.run("window.row = document.querySelector('tbody tr')");
            browser.run("window.fetches = 0; const f = fetch; fetch = (...a) => { window.fetches++; return f(...a) }");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> browser.run("return window.fetches > 1").asBoolean());

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
            try (Browser browser = new Browser(lang, false, 1280, 900)) {
                for (boolean dark : new boolean[] {false, true}) {
                    for (int width : new int[] {1280, 390}) {
                        String name = lang + (dark ? "-dark" : "-light") + (width < 600 ? "-phone" : "") + "-";
                        browser.emulate(dark, width, width < 600 ? 844 : 900);
                        show(browser, "#/", ".took", name + "start");
                        show(browser, "#/orders", "tbody", name + "orders");
                        show(browser, "#/orders/" + bought, ".timeline", name + "order");
                        show(browser, "#/dead-letters", ".cause", name + "letters");
                    }
                }
            }
        }
        Pictures.takeFrom(PICTURES);
    }

    private static void show(Browser browser, String hash, String ready, String name) throws Exception {
        browser.open("about:blank").open(page(hash)).awaitText(ready, "");
        await().until(() ->
                browser.run("return !!document.querySelector('" + ready + "')").asBoolean());
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth ? ''"
                                + " : [...document.querySelectorAll('#main *')].filter(e => e.getBoundingClientRect().right > innerWidth)"
                                + ".map(e => `${e.tagName}.${e.className}`).join(' ') || 'somewhere'")
                        .asText())
                .describedAs(name + " needs no scrolling sideways")
                .isEmpty();
        browser.picture(PICTURES.resolve(name + ".png"));
    }

    private static String page(String hash) {
        return rig.request("/").build().uri() + hash;
    }

    /** The pictures over time need a past; the newest order's time tells whether the shop was restored. */
    private static void spreadOverTheMonth() throws Exception {
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement statement = connection.createStatement()) {
            String ago = "INTERVAL IF(shop_order_id % 2 = 0, POW(shop_order_id * 37 % 100, 2) / 240,"
                    + " shop_order_id * 53 % 720) HOUR";
            statement.execute("UPDATE orders SET received_at = received_at - " + ago + ", placed_at = received_at"
                    + " - INTERVAL shop_order_id % 90 + 20 SECOND, realise_since = realise_since - " + ago
                    + " WHERE state IN ('ISSUED', 'REALISED') AND shop_order_id <> " + bought);
            statement.execute("UPDATE imports SET issued_at = issued_at - " + ago + ", sold_at = sold_at - " + ago
                    + " + INTERVAL shop_order_id % 40 SECOND WHERE issued_at IS NOT NULL AND shop_order_id <> "
                    + bought);
        }
    }
}
