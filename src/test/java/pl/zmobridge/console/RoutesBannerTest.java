package pl.zmobridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.support.Browser;
import pl.zmobridge.support.Rig;
import pl.zmobridge.support.RouteEdits;

@Tag("browser")
@DisplayName("The start page tells of edited routes that are not used")
class RoutesBannerTest {
    @TempDir
    private Path home;

    @Test
    void untilTheyAreRepaired() throws Exception {
        Assumptions.assumeTrue(Browser.isInstalled(), Browser.HOW_TO_GET_IT);
        try (Rig rig = new Rig();
                Browser browser = new Browser("pl", false, 1280, 900)) {
            rig.startIn(rig.home(home));
            RouteEdits routes = new RouteEdits(rig, home);
            String good = routes.text("poll-orders.camel.yaml");
            routes.change("poll-orders.camel.yaml", "ref: pollTurn", "ref: <b>outage</b>");
            String told = routes.refused();

            browser.open("http://127.0.0.1:" + rig.port() + "/")
                    .awaitText(".refused", told.replace("line", "wiersz").replace("there is no bean", "nie ma beanu"));
            browser.picture(Path.of("target/console/routes-refused.png"));

            routes.save("poll-orders.camel.yaml", good);
            routes.repaired();
            Rig.eventually(() -> assertThat(browser.run("return document.querySelectorAll('.refused').length")
                            .asInt())
                    .isZero());

            browser.open("about:blank")
                    .open("http://127.0.0.1:" + rig.port() + "/#/orders")
                    .awaitText("#main", "Nie ma jeszcze żadnych zamówień.");
        }
    }
}
