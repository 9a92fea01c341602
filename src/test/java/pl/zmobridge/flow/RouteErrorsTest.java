package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;
import pl.zmobridge.support.RouteEdits;

@DisplayName("I11 an Error of an operator's own class")
class RouteErrorsTest {
    private static final String MINE = "mine.camel.yaml";

    @TempDir
    private Path home;

    private final Rig rig = new Rig();
    private RouteEdits routes;

    /** A class that cannot be initialized: its {@code Error} flies out of whoever uses it. */
    public static final class Unusable {
        private static final String NEEDED = System.getProperty("is not set").strip();

        public String needed() {
            return NEEDED;
        }
    }

    /** A class that was built against another version of something. */
    public static final class Outdated {
        public void call() {
            throw new NoSuchMethodError("org.example.Gone.call()");
        }
    }

    @BeforeEach
    void start() throws Exception {
        rig.startIn(rig.home(home));
        routes = new RouteEdits(rig, home);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    @DisplayName("refuses the edit, and the next edit is looked at all the same")
    void refusesTheEdit() throws Exception {
        routes.save(
                MINE, hook("after-import", "bean: { beanType: '" + Unusable.class.getName() + "', method: needed }"));

        assertThat(routes.refused()).isNotBlank();

        routes.save(MINE, hook("after-import", "log: imported"));
        routes.repaired();
        rig.imported(rig.shop.addOrder(new OrderBuilder().line("SPD-101", "10.00", "1")));
    }

    @Test
    @DisplayName(
            "in a hook holds the order, whoever tries it; mended routes are used at once, for nothing is held (Gate)")
    void inAHookHoldsTheOrder() throws Exception {
        rig.stop();
        routes.save(
                MINE, hook("before-import", "bean: { beanType: '" + Outdated.class.getName() + "', method: call }"));
        rig.startIn(home);
        long id = rig.shop.addOrder(new OrderBuilder().line("SPD-101", "10.00", "1"));
        rig.poll();
        Rig.eventually(() -> assertThat(rig.deadLetters().findValuesAsText("error"))
                .singleElement()
                .asString()
                .contains("org.example.Gone.call()"));
        assertThat(rig.post("/api/orders/" + id + "/import", "").path("problem").asText())
                .contains("org.example.Gone.call()");

        routes.save(MINE, hook("before-import", "log: imported"));

        rig.awaitState("ISSUED", id);
        Rig.eventually(() -> assertThat(rig.deadLetters()).isEmpty());
    }

    private static String hook(String name, String step) {
        return "- route:\n    id: mine\n    from:\n      uri: direct:" + name + "\n      steps:\n        - " + step
                + "\n";
    }
}
