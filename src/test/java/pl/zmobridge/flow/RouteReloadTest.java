package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.settings.BadSettings;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.HttpEar;
import pl.zmobridge.support.Rig;
import pl.zmobridge.support.RouteEdits;

@DisplayName("Routes that are edited while the bridge runs")
class RouteReloadTest {
    private static final int ORDERS = 60;
    private static final int SAVES = 30;
    private static final int BURST = 3;
    private static final String MINE = "mine.camel.yaml";
    private static final String IMPORT = "import-order.camel.yaml";
    private static final String LOG_ISSUED = "                      - log:\n                          id: log-issued\n";

    @TempDir
    private Path home;

    private final Rig rig = new Rig();
    private RouteEdits routes;

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
    void aStepThatIsAddedTakesEffectAndOneThatIsRemovedGoes() throws Exception {
        try (HttpEar ear = new HttpEar()) {
            String before = routes.text(IMPORT);
            routes.save(IMPORT, before.replace(LOG_ISSUED, told(ear) + LOG_ISSUED));
            Rig.eventually(() -> {
                rig.imported(order());
                assertThat(ear.heard()).isNotEmpty();
            });
            assertThat(ear.heard().get(0)).startsWith("POST /issued SH/");
            assertThat(rig.erp.openSessions()).describedAs("licensed and few").isLessThanOrEqualTo(1);

            routes.save(IMPORT, before);
            Rig.eventually(() -> {
                int heard = ear.heard().size();
                rig.imported(order());
                assertThat(ear.heard()).hasSize(heard);
            });
            assertThat(routes.problems()).isEmpty();
        }
    }

    @Test
    void aFileThatIsAddedTakesEffectAndGoesWhenItIsRemoved() throws Exception {
        routes.save(
                "hello.camel.yaml",
                """
                - route:
                    id: hello
                    from:
                      uri: platform-http:/hello
                      steps:
                        - setBody:
                            constant: good morning
                """);
        Rig.eventually(() -> assertThat(hello().body()).isEqualTo("good morning"));

        routes.remove("hello.camel.yaml");
        Rig.eventually(() -> assertThat(hello().statusCode()).isEqualTo(404));
        rig.imported(order());
    }

    @Test
    void aStartWithABrokenFileIsRefusedInTheSameWords() throws Exception {
        rig.stop();
        Files.writeString(home.resolve("routes").resolve("broken.camel.yaml"), "x: [\n");

        assertThatThrownBy(() -> rig.startIn(home))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("routes/broken.camel.yaml, line")
                .hasMessageContaining("no YAML");
    }

    @Test
    void aFileOfAnEarlierVersionThatWouldTakeTheBridgesOwnRoutesAwayIsRefusedAtTheStart() throws Exception {
        rig.stop();
        Files.writeString(
                home.resolve("routes").resolve("work.camel.yaml"),
                "- route:\n    id: claim\n    from:\n      uri: direct:old-claim\n      steps:\n        - log: {message: x}\n");

        assertThatThrownBy(() -> rig.startIn(home))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("routes/work.camel.yaml, line 2")
                .hasMessageContaining("claim is taken already by the bridge's own");
    }

    @Test
    void aRouteConfigurationThatChangesAppliesToTheRoutesOfOtherFiles() throws Exception {
        routes.change("dead-letters.camel.yaml", "maximumRedeliveries: 3", "maximumRedeliveries: 0");
        Rig.eventually(() -> {
            long id = order();
            rig.imported(id);
            rig.erp.forgetRequests();
            rig.erp.down();
            rig.shop.setStatus(id, 3);
            rig.poll();
            Rig.eventually(() -> assertThat(rig.deadLetters()).isNotEmpty());
            JsonNode letter = rig.deadLetters().get(0);
            rig.erp.up();
            rig.awaitState("REALISED", id);
            assertThat(letter.path("step").asText()).isEqualTo("REALISE");
        });
    }

    @Test
    void aHookIsCalledAsSoonAsItsFileIsThereAndNoLongerThanThat() throws Exception {
        routes.save(
                MINE,
                RouteEdits.mine(
                        "direct:before-import", "- setVariable: {name: reason, constant: 'not before Friday'}"));
        Rig.eventually(() -> {
            long held = order();
            rig.poll();
            Rig.eventually(() -> assertThat(rig.order(held).path("problem").asText()
                            + rig.order(held).path("state"))
                    .matches("not before Friday.*|.*ISSUED.*"));
            assertThat(rig.order(held).path("problem").asText()).contains("not before Friday");
        });
        assertThat(rig.deadLetters()).isNotEmpty();

        routes.remove(MINE);
        Rig.eventually(() -> assertThat(rig.deadLetters()).isEmpty());
    }

    @Test
    void ordersThatFlowWhileRoutesAreReplacedAllTheTimeAreNeitherLostNorDoubled() throws Exception {
        rig.erp.latency(Duration.ofMillis(20));
        AtomicBoolean flowing = new AtomicBoolean(true);
        CompletableFuture<Void> edits = CompletableFuture.runAsync(this::edit);
        CompletableFuture<Integer> refused = CompletableFuture.supplyAsync(() -> ask(flowing));
        List<Long> ids = new ArrayList<>();
        while (!edits.isDone() || ids.size() < ORDERS) {
            if (ids.size() < ORDERS) {
                ids.add(order(3));
            }
            rig.poll();
        }
        flowing.set(false);

        edits.join();
        assertThat(refused.join())
                .describedAs("requests, reading and writing, that were not answered with 200")
                .isZero();
        rig.poll();
        rig.awaitState("REALISED", ids.stream().mapToLong(Long::longValue).toArray());
        assertThat(rig.erp.ordersIssued()).describedAs("I2").isEqualTo(ORDERS);
        assertThat(rig.erp.invoices()).describedAs("I2").hasSize(ORDERS);
        assertThat(rig.get("/api/dead-letters").path("total").asInt()).isZero();
        assertThat(routes.problems()).isEmpty();
        rig.stop();
        assertThat(rig.erp.openSessions()).isZero();
    }

    /** Saves in bursts, as people do who try something; the last text of each burst must run before the next one. */
    private void edit() {
        for (int save = 1; save <= SAVES; save++) {
            String answer = "save " + save;
            try {
                routes.save(
                        "hello.camel.yaml",
                        """
                        - route:
                            id: hello
                            from:
                              uri: platform-http:/hello
                              steps:
                                - setBody:
                                    constant: %s
                        """
                                .formatted(answer));
                if (save % BURST == 0) {
                    Rig.eventually(() -> assertThat(hello().body()).isEqualTo(answer));
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private int ask(AtomicBoolean flowing) {
        int refused = 0;
        while (flowing.get()) {
            try {
                for (HttpRequest request : List.of(
                        rig.request("/api/summary").GET().build(),
                        rig.request("/api/dead-letters/replay")
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build())) {
                    refused += rig.exchange(request).statusCode() == 200 ? 0 : 1;
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return refused;
    }

    private HttpResponse<String> hello() throws Exception {
        return rig.exchange(rig.request("/hello").GET().build());
    }

    private long order() {
        return order(1);
    }

    private long order(long status) {
        return rig.shop.addOrder(new OrderBuilder()
                .with("email", "b" + System.nanoTime() + "@example.com")
                .status(status)
                .line("KUB-300", "0.99", "1"));
    }

    private static String told(HttpEar ear) {
        return """
                - setBody:
                    simple: ${variable.attempt.registered.number}
                - removeHeaders:
                    pattern: "*"
                - setHeader:
                    name: CamelHttpMethod
                    constant: POST
                - to:
                    id: tell-issued
                    uri: %s/issued
                """
                .formatted(ear.url())
                .indent(22);
    }
}
