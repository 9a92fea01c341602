package pl.zmobridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Browser;
import pl.zmobridge.support.Rig;

/** Ten stuck orders of four causes, mended from a phone by somebody who runs a shop; leaves pictures in {@code target/console/}. */
@DisplayName("Friday evening")
class FridayEveningTest {
    private static final Path PICTURES = Path.of("target/console");
    private static final List<Long> orders = new ArrayList<>();
    private static Rig rig;
    private int taps;

    @BeforeAll
    static void start() throws Exception {
        if (!Browser.isInstalled()) {
            System.err.println(Browser.HOW_TO_GET_IT);
            Assumptions.abort(Browser.HOW_TO_GET_IT);
        }
        rig = new Rig()
                .set("redelivery.initial", "10m") // whatever goes on sooner goes on because something was set
                .set("redelivery.max", "15m")
                .set("symfonia.payment-form.unmatched", "fail")
                .set("symfonia.delivery.code", "")
                .set("symfonia.delivery.code.1", "DOSTAWA");
        rig.shop.desk().tax(9, "Zerowa", "0");
        rig.start();
        for (int i = 1; i <= 3; i++) {
            place(order("Anna", "Nowak").payment(3).line("SPD-101", "149.95", "" + i));
            place(order("Jan", "Kowalski").line("CZAP-15", "199.00", "" + i));
        }
        for (int i = 1; i <= 2; i++) {
            place(order("Zofia", "Wiśniewska").line("KUB-300", "10.00", "" + i).tax("Zerowa", "0"));
            place(order("Piotr", "Wójcik").shipping(3, "9.99").line("KUB-300", "12.00", "" + i));
        }
        rig.poll();
        Rig.eventually(() ->
                assertThat(rig.get("/api/summary").path("needsPerson").asInt()).isEqualTo(10));
    }

    private static OrderBuilder order(String first, String last) {
        return new OrderBuilder().delivery("firstname", first, "lastname", last);
    }

    private static void place(OrderBuilder order) {
        orders.add(rig.shop.addOrder(order));
    }

    @AfterAll
    static void stop() {
        if (rig != null) {
            rig.close();
        }
    }

    @Test
    @DisplayName("Ten stuck orders of four causes go on after thirteen taps, and each page says what to do next")
    void mended() throws Exception {
        try (Browser browser = new Browser("pl", false, 390, 844)) {
            browser.open(page("")).awaitText("#verdict", "10 wymaga Ciebie").awaitText(".stuck", "BLIK");
            assertThat(browser.run("return document.querySelector('.stuck').getBoundingClientRect().top < 844")
                            .asBoolean())
                    .describedAs("what is stuck is seen without scrolling")
                    .isTrue();
            look(browser, "start");

            tap(browser, ".stuck a", "BLIK").awaitText(".cause", "Anna Nowak");
            assertThat(browser.text("#main"))
                    .contains("3 zamówienia", "469,84 PLN")
                    .doesNotContain("Ponów wszystkie");
            assertThat(browser.run("return [...document.querySelectorAll('.cause .main')].map(e => e.innerText).join()")
                            .asText())
                    .describedAs("one thing to do stands out")
                    .isEqualTo("Wybierz formę płatności");
            look(browser, "cause");
            tap(browser, ".cause a.button", "Wybierz formę płatności").awaitText(".setting-form select", "Pobranie");
            look(browser, "form");
            choose(browser, "Karta płatnicza");

            browser.awaitText("h1", "Wstrzymane").awaitText(".cause", "CZAP-15");
            look(browser, "next");
            tap(browser, ".cause a.button", "CZAP-15").awaitText(".setting-form h2", "Produkt CZAP-15 w sklepie");
            choose(browser, "KUB-300");

            browser.awaitText("h1", "Wstrzymane").awaitText("#main", "Stawka VAT „Zerowa”");
            tap(browser, ".cause a.button", "VAT").awaitText(".setting-form select", "23");
            choose(browser, "0");

            browser.awaitText("h1", "Wstrzymane").awaitText(".cause", "Piotr Wójcik");
            browser.awaitText(".cause", "21,99").awaitText(".advice", "kod dostawy podaj na stronie Ustawienia");
            browser.awaitText(".cause .error", "Dostawa „Paczkomaty InPost”");
            tap(browser, ".cause a.button", "Podaj kod dostawy").awaitText(".setting-form h2", "Paczkomaty InPost");
            assertThat(browser.run("return [...document.querySelectorAll('datalist option')].map(o => o.value).join()")
                            .asText())
                    .describedAs("the code that other deliveries have")
                    .isEqualTo("DOSTAWA");
            choose(browser, "DOSTAWA");

            browser.awaitText("#main", "Nic nie jest wstrzymane");
            look(browser, "done");
            rig.awaitState("ISSUED", orders.stream().mapToLong(Long::longValue).toArray());
            assertThat(taps).isEqualTo(13);
        }
    }

    @Test
    @DisplayName("What a check finds stands in Polish on the page Settings")
    void checkInPolish() throws Exception {
        try (Browser browser = new Browser("pl", false, 390, 844)) {
            browser.open(page("#/settings")).awaitText(".findings", "Błąd: ");
            browser.awaitText(".findings", "ustaw to albo symfonia.delivery.code.<id> dla każdego");
            assertThat(browser.text(".findings")).doesNotContain("delivery methods", "have no code");
        }
    }

    /** Chooses or types a value, and sets it: two taps. */
    private void choose(Browser browser, String value) throws Exception {
        browser.fill(".setting-form [name=value]", value);
        taps++;
        tap(browser, ".setting-form button.main", "Ustaw").awaitText("#toasts", "dalej.");
    }

    private Browser tap(Browser browser, String selector, String words) {
        taps++;
        return browser.click(selector, words);
    }

    private static void look(Browser browser, String name) throws Exception {
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth")
                        .asBoolean())
                .describedAs("no scrolling sideways on %s", name)
                .isTrue();
        browser.picture(PICTURES.resolve("pl-friday-" + name + ".png"));
    }

    private static String page(String hash) {
        return rig.request("/").build().uri() + hash;
    }
}
