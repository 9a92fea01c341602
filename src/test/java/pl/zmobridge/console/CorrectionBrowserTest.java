package pl.zmobridge.console;

import static org.assertj.core.api.Assertions.assertThat;

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

/** E6: the proposed correction of a returned order, in a real Chromium; leaves pictures in {@code target/console/}. */
@DisplayName("The correction on the page of an order")
class CorrectionBrowserTest {
    private static final Path PICTURES = Path.of("target/console");
    private static Rig rig;
    private static long returned;
    private static long byHand;

    @BeforeAll
    static void start() throws Exception {
        if (!Browser.isInstalled()) {
            System.err.println(Browser.HOW_TO_GET_IT);
            Assumptions.abort(Browser.HOW_TO_GET_IT);
        }
        rig = new Rig()
                .set("symfonia.correction.invoice.type", "FKS")
                .set("symfonia.correction.invoice.series", "sFKS")
                .start();
        rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "10.00", "1")); // watched, so that each poll looks at the others
        returned = rig.shop.addOrder(new OrderBuilder()
                .user(71)
                .firm("Firma sp. z o.o.", "5260250274")
                .line("SPD-101", "149.95", "2")
                .line("KUB-300", "40.00", "1")
                .status(3));
        byHand = rig.shop.addOrder(
                new OrderBuilder().user(72).line("SPD-101", "149.95", "1").status(3));
        rig.poll();
        rig.awaitState("REALISED", returned, byHand);
        rig.shop.setStatus(returned, 10);
        rig.shop.setStatus(byHand, 10);
        rig.poll();
        assertThat(rig.deadLetters()).hasSize(2);
    }

    @AfterAll
    static void stop() {
        if (rig != null) {
            rig.close();
        }
    }

    @Test
    @DisplayName(
            "E6 is read line by line, in both languages and on a phone, and issued with one click that says what happens")
    void issued() throws Exception {
        try (Browser browser = new Browser("pl", false, 1280, 900)) {
            pictures(browser);
            browser.open(page(returned)).awaitText(".correction table", "SPD-101");
            assertThat(browser.text(".correction"))
                    .contains("Po korekcie", "-359,89", "VAT 23", "Dostawa zostaje zapłacona");
            browser.click(".correction summary", "Dokładnie to zostanie wysłane do Symfonii");
            browser.awaitText(".correction pre", "\"MasterDocumentId\"");

            browser.click(".correction input[type=checkbox]", "");
            browser.awaitText(".correction tfoot", "-339,90");
            browser.click(".correction button.main", "Wystaw korektę");
            browser.awaitText("dialog", "Tego nie da się cofnąć").picture(PICTURES.resolve("pl-correction-dialog.png"));
            browser.click("dialog button.danger", "Wystaw korektę");

            browser.awaitText("#toasts", "Korekta FKS");
            browser.awaitText("[aria-labelledby=header]", "Korekty");
            assertThat(rig.erp.corrections()).hasSize(1);
            assertThat(browser.text("main")).doesNotContain("Wystaw korektę");

            browser.open(page(byHand)).awaitText(".correction", "symfonia.correction.receipt.type");
            browser.click(".correction button", "Wystawiłem ręcznie").awaitText("dialog", "Numer korekty w Symfonii");
            browser.fill("dialog textarea", "PARK 7/2026").click("dialog button.main", "Wystawiłem ręcznie");
            browser.awaitText("[aria-labelledby=header]", "PARK 7/2026");
            assertThat(rig.erp.corrections()).hasSize(1);
        }
    }

    private static void pictures(Browser browser) throws Exception {
        for (String lang : new String[] {"en", "pl"}) {
            browser.open(page(returned)).click(".languages button", lang.toUpperCase(Locale.ROOT));
            for (int width : new int[] {1280, 390}) {
                browser.emulate(false, width, width < 600 ? 844 : 900);
                browser.open("about:blank").open(page(returned)).awaitText(".correction table", "KUB-300");
                assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth")
                                .asBoolean())
                        .describedAs("no scrolling sideways, %s at %d", lang, width)
                        .isTrue();
                browser.picture(PICTURES.resolve(lang + (width < 600 ? "-phone" : "") + "-correction.png"));
            }
        }
        browser.emulate(false, 1280, 900);
    }

    private static String page(long order) {
        return rig.request("/").build().uri() + "#/orders/" + order;
    }
}
