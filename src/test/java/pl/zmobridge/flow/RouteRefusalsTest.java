package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;
import pl.zmobridge.support.RouteEdits;

/** One bridge refuses them all, one after the other, and goes on with the routes that it has. */
@DisplayName("Edited routes that a running bridge refuses")
class RouteRefusalsTest {
    private static final String MINE = "mine.camel.yaml";

    @TempDir
    private static Path home;

    private static Rig rig;
    private static RouteEdits routes;

    @BeforeAll
    static void start() throws Exception {
        rig = new Rig();
        rig.startIn(rig.home(home));
        routes = new RouteEdits(rig, home);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no YAML | - log: { | routes/mine.camel.yaml, line | no YAML",
                "no step of Camel | - removeHeadr: {name: x} | routes/mine.camel.yaml, line 6 | removeHeadr",
                "an unknown bean | - bean: {ref: outage, method: x} | routes/mine.camel.yaml, line 6 | there is no bean outage",
                "an unknown method | - bean: {ref: outages, method: databaseAnswer} | routes/mine.camel.yaml, line 6 | no method databaseAnswer",
                "too many parameters | - bean: {ref: workers, method: 'wakePoll(1, 2, 3)'} | routes/mine.camel.yaml, line 6 | no method wakePoll with 3 parameters",
                "an unknown method in a text | - setBody: {simple: '${bean:views?method=summery}'} | routes/mine.camel.yaml, line 6 | no method summery",
                "an unknown property | - to: {uri: 'direct:{{not.set}}'} | routes/mine.camel.yaml, line | not.set",
                "an unknown route | - to: {uri: direct:klaim} | routes/mine.camel.yaml, line 6 | direct:klaim",
                "an unknown file | - to: {uri: 'sql:classpath:sql/work-fnid.sql'} | routes/mine.camel.yaml, line 6 | sql/work-fnid.sql",
                "an unknown option | - to: {uri: 'sql:classpath:sql/registered-order.sql?outputTyp=x'} | routes/mine.camel.yaml, line | outputTyp",
                "an id of the bridge's own | - log: {id: select-letter, message: x} | routes/mine.camel.yaml, line 6 | select-letter is taken already by the bridge's own engine/operator.camel.yaml",
                "a route's id of the bridge's own | - log: {id: act-now, message: x} | routes/mine.camel.yaml, line 6 | act-now is taken already by the bridge's own"
            })
    void aSetThatIsNotValidLeavesTheRunningOneAndIsTold(String what, String step, String where, String says)
            throws Exception {
        routes.save(MINE, RouteEdits.mine("timer:mine?repeatCount=1", step));

        assertThat(routes.refused()).describedAs(what).startsWith(where).contains(says);
        rig.imported(order());

        routes.remove(MINE);
        routes.repaired();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a wrong schedule | quartz:mine/x?cron=0+61+*+*+*+? | 61",
                "an address of the bridge's own | direct:view | another route begins with direct:view already, in the bridge's own engine/api",
                "a misspelt hook | direct:befor-import | nobody calls direct:befor-import; did you mean direct:before-import?",
                "a hook that does not exist | direct:after-poll | nobody calls direct:after-poll; did you mean direct:after-"
            })
    void aRouteThatCannotBeginIsRefused(String what, String from, String says) throws Exception {
        routes.save(MINE, RouteEdits.mine(from, "- log: {message: x}"));

        assertThat(routes.refused())
                .describedAs(what)
                .startsWith("routes/mine.camel.yaml, line")
                .contains(says);

        routes.remove(MINE);
        routes.repaired();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a template that is gone | poll-orders.camel.yaml | id: poll-at-start | id: poll-at-stop | poll-at-start",
                "a route that the bridge needs | import-order.camel.yaml | uri: direct:import-order | uri: direct:imports | direct:import-order"
            })
    void whatTheBridgeNeedsMustStay(String what, String file, String was, String is, String says) throws Exception {
        String good = routes.text(file);
        routes.change(file, was, is);

        assertThat(routes.refused()).describedAs(what).startsWith("routes").contains(says);

        routes.save(file, good);
        routes.repaired();
        rig.imported(order());
    }

    @Test
    void aSetThatFailsOnlyWhenItIsStartedGivesWayToThePreviousOne() throws Exception {
        routes.save(
                "second.camel.yaml",
                """
                - route:
                    id: second-import
                    from:
                      uri: direct:{{not.set:import-order}}
                      steps:
                        - setBody:
                            constant: ""
                """);

        assertThat(routes.refused()).contains("Multiple consumers", "import-order");
        rig.imported(order());

        routes.remove("second.camel.yaml");
        routes.repaired();
        rig.imported(order());
    }

    private long order() {
        return rig.shop.addOrder(new OrderBuilder()
                .with("email", "b" + System.nanoTime() + "@example.com")
                .status(1)
                .line("KUB-300", "0.99", "1"));
    }
}
