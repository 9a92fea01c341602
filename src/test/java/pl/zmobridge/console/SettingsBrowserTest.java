package pl.zmobridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Browser;
import pl.zmobridge.support.Rig;

/** From what is stuck to the setting, in a real Chromium; leaves pictures in {@code target/console/}. */
@DisplayName("The page of settings in a browser")
class SettingsBrowserTest {
    private static final Path PICTURES = Path.of("target/console");
    private static Rig rig;
    private static long blik;
    private static long shoes;

    @BeforeAll
    static void start() throws Exception {
        if (!Browser.isInstalled()) {
            System.err.println(Browser.HOW_TO_GET_IT);
            Assumptions.abort(Browser.HOW_TO_GET_IT);
        }
        rig = new Rig()
                .set("redelivery.initial", "10m")
                .set("redelivery.max", "15m")
                .set("symfonia.payment-form.unmatched", "fail")
                .set("symfonia.payment-form.18", "Gotówka")
                .start();
        blik = rig.shop.addOrder(new OrderBuilder().payment(3).line("SPD-101", "149.95", "1"));
        shoes = rig.shop.addOrder(new OrderBuilder().payment(18).line("NIE-MA-42", "199.00", "1"));
        rig.poll();
        Rig.eventually(() -> assertThat(rig.deadLetters()).hasSize(2));
    }

    @AfterAll
    static void stop() {
        if (rig != null) {
            rig.close();
        }
    }

    @Test
    @DisplayName(
            "A link of a stuck order leads to the field; what is chosen there lets the order go on, and is undone with a click")
    void fromStuckToSet() throws Exception {
        try (Browser browser = new Browser("pl", false, 1280, 900)) {
            pictures(browser);

            browser.open(page("#/dead-letters")).click(".cause a.button", "Wybierz formę płatności");
            browser.awaitText(".setting-form h2", "Zapłata „BLIK” (3)").awaitText(".setting-form select", "Pobranie");
            browser.fill(".setting-form [name=value]", "Karta płatnicza").click(".setting-form button.main", "Ustaw");
            browser.awaitText("#toasts", "1 zamówienie idzie dalej").awaitText("h1", "Wstrzymane");
            rig.awaitState("ISSUED", blik);
            browser.open(page("#/settings"));
            browser.awaitText(".rows", "Karta płatnicza").awaitText(".rows", "W pliku: nie ustawiono");
            browser.picture(PICTURES.resolve("pl-settings-set.png"));
            browser.click(".rows button", "Cofnij").awaitText("#toasts", "cofnięto");
            await().until(() -> !browser.text(".rows").contains("Karta płatnicza"));

            browser.open(page("#/orders/" + shoes))
                    .click(".trouble a.button", "Podaj kod, który NIE-MA-42 ma w Symfonii");
            browser.awaitText(".setting-form h2", "Produkt NIE-MA-42 w sklepie");
            browser.fill(".setting-form [name=value]", "NIE-MA").click(".setting-form button.main", "Ustaw");
            browser.awaitText("#toasts .bad", "Symfonia nie ma towaru „NIE-MA”");
            browser.fill(".setting-form [name=value]", "KUB-300").click(".setting-form button.main", "Ustaw");
            browser.awaitText("#toasts", "1 zamówienie idzie dalej").awaitText("h1", "SH/" + shoes);
            rig.awaitState("ISSUED", shoes);
        }
    }

    /** While orders wait, in both languages, light and dark, wide and narrow. */
    private static void pictures(Browser browser) throws Exception {
        Rig.eventually(() -> assertThat(
                        rig.get("/api/settings").path("check").path("at").asText())
                .contains("T"));
        for (String lang : new String[] {"en", "pl"}) {
            browser.open(page("#/settings")).click(".languages button", lang.toUpperCase(Locale.ROOT));
            for (boolean dark : new boolean[] {false, true}) {
                for (int width : new int[] {1280, 390}) {
                    browser.emulate(dark, width, width < 600 ? 844 : 900);
                    browser.open("about:blank").open(page("#/settings?set=payment-form&of=3"));
                    browser.awaitText(".setting-form select", "Pobranie").awaitText(".findings", "symfonia");
                    assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth")
                                    .asBoolean())
                            .describedAs("no scrolling sideways")
                            .isTrue();
                    browser.picture(PICTURES.resolve(
                            lang + (dark ? "-dark" : "-light") + (width < 600 ? "-phone" : "") + "-settings.png"));
                }
            }
        }
        browser.emulate(false, 1280, 900);
        browser.open("about:blank").open(page("#/settings?set=documents&of=")).awaitText(".setting-form", "Wypróbuj");
        browser.picture(PICTURES.resolve("pl-settings-rules.png"));
    }

    private static String page(String hash) {
        return rig.request("/").build().uri() + hash;
    }
}
