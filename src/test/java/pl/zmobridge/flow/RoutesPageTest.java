package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

@DisplayName("The examples of docs/routes.md work as they stand there")
class RoutesPageTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+) (\\S+)\\n(.*?)^```$");

    @TempDir
    private Path home;

    private final Rig rig = new Rig();
    private RouteEdits routes;

    /** A fenced block that names its file. */
    private record Block(String language, String file, String text) {
        String name() {
            return Path.of(file).getFileName().toString();
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
        Block night = block("yaml", "night.camel.yaml");
        Matcher cron = Pattern.compile("cron: (.*)").matcher(night.text());
        assertThat(cron.find()).isTrue();
        Properties config = new Properties();
        config.load(
                new StringReader(block("properties", "application.properties").text()));
        CronExpression byNight = new CronExpression(cron.group(1));
        CronExpression byDay = new CronExpression(config.getProperty("shoper.poll.cron"));

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
            Block tell = block("yaml", "tell-warehouse.camel.yaml");
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
        Block skip = block("yaml", "skip-payment.camel.yaml");
        routes.save(skip.name(), skip.text());
        Block change = block("diff", "import-order.camel.yaml");
        routes.save(change.name(), changed(routes.text(change.name()), change.text()));

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
        assertThat(rig.get("/api/dead-letters").path("total").asInt()).isZero();
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

    private static Block block(String language, String name) throws Exception {
        Matcher found = BLOCK.matcher(Files.readString(Path.of("docs/routes.md")));
        while (found.find()) {
            Block block = new Block(found.group(1), found.group(2), found.group(3));
            if (block.language().equals(language) && block.name().equals(name)) {
                return block;
            }
        }
        throw new AssertionError("docs/routes.md has no " + language + " block of " + name);
    }

    /** Applies the hunks of a diff whose places are found by their text. */
    private static String changed(String text, String diff) {
        String result = text;
        for (String hunk : diff.split("(?m)^@@\\n")) {
            StringBuilder was = new StringBuilder();
            StringBuilder is = new StringBuilder();
            hunk.lines().forEach(line -> {
                String rest = line.substring(1) + "\n";
                was.append(line.startsWith("+") ? "" : rest);
                is.append(line.startsWith("-") ? "" : rest);
            });
            assertThat(result).contains(was);
            result = result.replace(was, is);
        }
        return result;
    }

    private static OrderBuilder order(String buyer) {
        return new OrderBuilder().with("email", buyer + "@example.com").line("KUB-300", "0.99", "1");
    }
}
