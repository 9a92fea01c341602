package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.CronExpression;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.HttpEar;
import pl.zmobridge.support.Rig;
import pl.zmobridge.support.RouteEdits;

@DisplayName("The examples of docs/examples work as they stand there, beside routes that nobody changed")
class ExamplesTest {
    @TempDir
    private Path home;

    private final Rig rig = new Rig();
    private RouteEdits routes;

    /** An example as it is shipped. */
    private record Example(String name, String text) {
        static Example of(String file) throws Exception {
            String name = file + ".camel.yaml";
            return new Example(name, Files.readString(Path.of("docs/examples", name)));
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
    void fewerPollsAtNight() throws Exception {
        Example night = Example.of("night-polls");
        Matcher cron = Pattern.compile("(?m)^ +cron: (.*)$").matcher(night.text());
        assertThat(cron.find()).isTrue();
        Matcher day = Pattern.compile("shoper.poll.cron=(.*) in config").matcher(night.text());
        assertThat(day.find()).isTrue();
        CronExpression byNight = new CronExpression(cron.group(1));
        CronExpression byDay = new CronExpression(day.group(1));

        assertThat(polls(byDay, byNight, 6, 22))
                .describedAs("each minute by day")
                .isEqualTo(16 * 60);
        assertThat(polls(byDay, byNight, 22, 30))
                .describedAs("each quarter by night")
                .isEqualTo(8 * 4);

        routes.save(night.name(), night.text().replace(cron.group(1), "0/1 * * * * ?"));
        for (int orders = 1; orders <= 2; orders++) { // the first may come with the poll after the replacement
            rig.shop.addOrder(order("n" + orders));
            int expected = orders;
            Rig.eventually(() -> assertThat(
                            rig.get("/api/orders?state=ISSUED").path("total").asInt())
                    .isEqualTo(expected));
        }
    }

    @Test
    void anotherSystemIsToldOfEachSaleAndItsFailuresTouchNoOrder() throws Exception {
        try (HttpEar ear = new HttpEar()) {
            ear.answers(500);
            Example tell = Example.of("tell-warehouse");
            assertThat(tell.text()).contains("http://127.0.0.1:9090", "period: 10000");
            routes.save(
                    tell.name(),
                    tell.text().replace("http://127.0.0.1:9090", ear.url()).replace("period: 10000", "period: 300"));
            long first = rig.shop.addOrder(order("t1").status(3));
            rig.poll();
            rig.awaitState("REALISED", first);
            Rig.eventually(() -> assertThat(ear.heard()).hasSizeGreaterThan(1));
            assertThat(ear.heard()).containsOnly("POST /sold {\"order\":\"SH/" + first + "\"}");
            assertThat(rig.get("/api/dead-letters").path("total").asInt()).isZero();
            assertThat(rig.erp.invoices()).hasSize(1);

            ear.answers(204);
            int failed = ear.heard().size();
            Rig.eventually(() -> assertThat(ear.heard()).hasSizeGreaterThan(failed));
            ear.heard().clear();
            long second = rig.shop.addOrder(order("t2").status(3));
            rig.poll();
            Rig.eventually(() -> assertThat(ear.heard()).contains("POST /sold {\"order\":\"SH/" + second + "\"}"));
            long third = rig.shop.addOrder(order("t3").status(3));
            rig.poll();
            Rig.eventually(() -> assertThat(ear.heard()).contains("POST /sold {\"order\":\"SH/" + third + "\"}"));
            assertThat(ear.heard()).describedAs("each once").hasSize(2);
        }
    }

    @Test
    void ordersOfOnePaymentMethodAreClosedWithAReason() throws Exception {
        Example skip = Example.of("skip-payment");
        routes.save(skip.name(), skip.text());

        Rig.eventually(() -> {
            long skipped = rig.shop.addOrder(order("s").payment(2));
            rig.poll();
            Rig.eventually(
                    () -> assertThat(rig.order(skipped).path("state").asText()).isIn("CLOSED", "ISSUED"));
            assertThat(rig.order(skipped).path("closedReason").asText()).contains("Pobranie");
        });
        int issued = rig.erp.ordersIssued();
        rig.imported(rig.shop.addOrder(order("o").payment(1)));
        assertThat(rig.erp.ordersIssued()).isEqualTo(issued + 1);
        assertThat(rig.deadLetters()).isEmpty();
    }

    @Test
    void aLargeOrderWaitsForAPersonAndGoesOnWhenThePersonSaysSo() throws Exception {
        Example hold = Example.of("hold-large-orders");
        assertThat(hold.text()).contains("> 15000");
        routes.save(hold.name(), hold.text().replace("> 15000", "> 150"));

        Rig.eventually(() -> {
            long large = rig.shop.addOrder(order("l" + System.nanoTime()).line("SPD-101", "149.95", "2"));
            rig.poll();
            Rig.eventually(() -> assertThat(rig.order(large).path("problem").asText()
                            + rig.order(large).path("state").asText())
                    .matches(".*powyżej 15 000 PLN.*|.*ISSUED"));
            assertThat(rig.order(large).path("state").asText()).isEqualTo("RECEIVED");
        });
        long small = rig.shop.addOrder(order("small"));
        rig.imported(small);
        JsonNode letter = rig.deadLetters().get(0);
        Rig.eventually(() -> rig.post("/api/dead-letters/" + letter.path("id").asLong() + "/replay", ""));
        rig.awaitState("ISSUED", letter.path("shopOrderId").asLong());
    }

    @Test
    void everyExampleTellsWhatStartsItWhatItLeavesAndWhatMayBeChanged() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("docs/examples"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file))
                        .describedAs(file.toString())
                        .contains("# Starts:", "Leaves:", "# Safe to change:");
                assertThat(Files.readString(Path.of("docs/routes.md")))
                        .contains("(examples/" + file.getFileName() + ")");
            }
        }
    }

    private static long polls(CronExpression byDay, CronExpression byNight, int fromHour, int toHour) {
        ZonedDateTime midnight = ZonedDateTime.of(2026, 10, 5, 0, 0, 0, 0, ZoneId.systemDefault());
        return fires(byDay, midnight, fromHour, toHour) + fires(byNight, midnight, fromHour, toHour);
    }

    private static long fires(CronExpression cron, ZonedDateTime midnight, int fromHour, int toHour) {
        Instant end = midnight.plusHours(toHour).toInstant();
        List<Instant> fires = new ArrayList<>();
        Instant at = midnight.plusHours(fromHour).toInstant().minusSeconds(1);
        while (true) {
            at = cron.getNextValidTimeAfter(Date.from(at)).toInstant();
            if (!at.isBefore(end)) {
                return fires.size();
            }
            fires.add(at);
        }
    }

    private static OrderBuilder order(String buyer) {
        return new OrderBuilder().with("email", buyer + "@example.com").line("KUB-300", "0.99", "1");
    }
}
