package pl.zmobridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.WaitsFor;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

@DisplayName("Prometheus metrics of a bridge that has carried orders")
class MonitoringTest {
    private static final Path ALERTS = Path.of("docker/prometheus-alerts.yaml");
    private static final Path DASHBOARD = Path.of("docker/grafana-dashboard.json");
    /** Prometheus adds them itself. */
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

    private static Rig rig;

    @BeforeAll
    static void flyOrders() throws Exception {
        rig = new Rig()
                .set("shop.id", "buty")
                .set("redelivery.initial", "1h")
                .set("redelivery.max", "2h")
                .set("ksef.enabled", "true")
                .set("ksef.url", "http://127.0.0.1:1")
                .set("ksef.nip", "5260001246")
                .set("ksef.token", "unused")
                .set("ksef.poll.cron", "0 0 0 1 1 ? 2099")
                .set("stock.enabled", "true")
                .set("stock.poll.cron", "0 0 0 1 1 ? 2099")
                .start();
        long paid = rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "10.00", "1").status(3).build());
        long placed = rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "20.00", "1").build());
        rig.shop.addOrder(new OrderBuilder().line("", "30.00", "1").build());
        rig.poll();
        rig.awaitState("REALISED", paid);
        rig.awaitState("ISSUED", placed);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    @DisplayName("say what became of the orders, by shop")
    void sayWhatBecameOfTheOrders() {
        Rig.eventually(() -> {
            Scrape scrape = Scrape.of(rig);
            assertThat(scrape.value("zmobridge_orders", "shop", "buty", "state", "REALISED"))
                    .isEqualTo(1);
            assertThat(scrape.value("zmobridge_orders", "shop", "buty", "state", "ISSUED"))
                    .isEqualTo(1);
            assertThat(scrape.value("zmobridge_orders", "shop", "buty", "state", "RECEIVED"))
                    .isEqualTo(1);
            assertThat(scrape.value("zmobridge_orders", "shop", "buty", "state", "CLOSED"))
                    .isZero();
            assertThat(scrape.value("zmobridge_orders_due", "shop", "buty", "step", "IMPORT"))
                    .isZero();
            assertThat(scrape.value("zmobridge_dead_letters_open", "shop", "buty"))
                    .isEqualTo(1);
            assertThat(scrape.value(
                            "zmobridge_dead_letters",
                            "shop",
                            "buty",
                            "step",
                            "IMPORT",
                            "cause",
                            "PRODUCT_WITHOUT_CODE",
                            "waits_for",
                            "PERSON"))
                    .isEqualTo(1);
            assertThat(scrape.value("zmobridge_waiting", "shop", "buty", "waits_for", "PERSON"))
                    .isEqualTo(1);
            assertThat(scrape.value("zmobridge_waiting", "shop", "buty", "waits_for", "STOCK"))
                    .isZero();
            assertThat(scrape.value("zmobridge_waiting", "shop", "buty", "waits_for", "SYSTEM"))
                    .isZero();
            assertThat(scrape.value("zmobridge_register_up")).isEqualTo(1);
        });
    }

    @Test
    @DisplayName("say how long orders, polls and calls took")
    void sayHowLongThingsTook() throws Exception {
        Scrape scrape = Scrape.of(rig);

        assertThat(scrape.value("zmobridge_shop_to_zmo_seconds_count", "shop", "buty"))
                .isEqualTo(2);
        assertThat(scrape.value("zmobridge_paid_to_document_seconds_count", "shop", "buty"))
                .isEqualTo(1);
        assertThat(scrape.value("zmobridge_paid_to_document_seconds_bucket", "shop", "buty", "le", "60.0"))
                .isEqualTo(1);
        assertThat(scrape.value("zmobridge_poll_seconds_count", "shop", "buty")).isGreaterThanOrEqualTo(1);
        assertThat(scrape.value("zmobridge_poll_orders_total", "shop", "buty")).isEqualTo(3);
        assertThat(scrape.value("zmobridge_poll_requests_total", "shop", "buty"))
                .isGreaterThanOrEqualTo(2);
        assertThat(scrape.value("zmobridge_polls_failed_total", "shop", "buty")).isZero();
        assertThat(scrape.value("zmobridge_poll_age_seconds", "shop", "buty")).isBetween(0.0, 60.0);
        assertThat(scrape.value("zmobridge_poll_late", "shop", "buty")).isZero();
        assertThat(scrape.value("zmobridge_shop_call_seconds_count", "shop", "buty", "call", "orders", "outcome", "ok"))
                .isGreaterThanOrEqualTo(1);
        assertThat(scrape.value(
                        "zmobridge_erp_call_seconds_count", "shop", "buty", "call", "OrdersIssue/New", "outcome", "ok"))
                .isEqualTo(2);
        assertThat(scrape.value("zmobridge_shop_bucket_limit", "shop", "buty")).isPositive();
        assertThat(scrape.value("zmobridge_workers")).isEqualTo(4);
        assertThat(scrape.value("zmobridge_outage", "shop", "buty", "system", "ERP"))
                .isZero();
        for (String system : List.of("shop", "ERP", "database")) {
            assertThat(scrape.value("zmobridge_answered_age_seconds", "shop", "buty", "system", system))
                    .isBetween(0.0, 60.0);
        }
        assertThat(scrape.value("hikaricp_connections_max", "pool", "register")).isPositive();
    }

    @Test
    @DisplayName("are few, so that 200 shops in one process are still a small scrape")
    void areFew() throws Exception {
        Scrape scrape = Scrape.of(rig);
        long ofShop = scrape.series().stream()
                .filter(series -> series.labels().containsValue("buty"))
                .count();

        assertThat(ofShop).describedAs("series of one shop").isLessThan(130);
        assertThat(scrape.series().size() - ofShop)
                .describedAs("series of the process")
                .isLessThan(120);
        assertThat(scrape.series()).describedAs("nothing of one route").noneMatch(series -> !series.labels()
                .getOrDefault("routeId", "")
                .isEmpty());
    }

    @Test
    @DisplayName("are all that the alert rules name")
    void areAllThatTheAlertsName() throws Exception {
        Scrape scrape = Scrape.of(rig);
        Set<String> names = new HashSet<>();
        for (Map<?, ?> rule : rules()) {
            assertThat(rule.keySet().stream().map(Object::toString))
                    .contains("alert", "expr", "for", "labels", "annotations");
            assertThat(names.add(rule.get("alert").toString())).isTrue();
            assertThat(rule.get("for").toString()).matches("\\d+[smh]");
            assertThat(((Map<?, ?>) rule.get("labels")).get("severity")).isIn("warning", "critical");
            Map<?, ?> annotations = (Map<?, ?>) rule.get("annotations");
            PromQl expression = PromQl.read(rule.get("expr").toString());
            assertExists(scrape, expression, rule.get("alert").toString());
            for (String text : List.of("summary", "summary_pl", "description", "description_pl")) {
                assertThat(annotations.get(text)).describedAs(text).isInstanceOf(String.class);
                assertThat(usedIn(annotations.get(text).toString()))
                        .describedAs("labels of %s", rule.get("alert"))
                        .allMatch(label -> scrape.series().stream()
                                .anyMatch(s -> s.labels().containsKey(label)));
            }
        }
        assertThat(names).hasSizeGreaterThan(10);
    }

    @Test
    @DisplayName("are all that the dashboard shows, and the dashboard shows all that are ours")
    void areAllThatTheDashboardShows() throws Exception {
        Scrape scrape = Scrape.of(rig);
        JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
        assertThat(dashboard.path("title").asText()).isEqualTo("ZMO Bridge");
        Set<Integer> ids = new HashSet<>();
        Set<String> shown = new TreeSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            assertThat(panel.path("gridPos").path("x").asInt()
                            + panel.path("gridPos").path("w").asInt())
                    .isLessThanOrEqualTo(24);
            for (JsonNode target : panel.path("targets")) {
                PromQl expression = PromQl.read(target.path("expr").asText());
                assertThat(expression.metrics()).describedAs(target.toString()).isNotEmpty();
                assertExists(scrape, expression, panel.path("title").asText());
                shown.addAll(expression.metrics().keySet());
            }
        }
        JsonNode shops = dashboard.path("templating").path("list").get(1);
        assertThat(shops.path("query").asText()).isEqualTo("label_values(zmobridge_poll_age_seconds, shop)");

        Set<String> ours = new TreeSet<>(scrape.names());
        ours.removeIf(name -> !name.startsWith("zmobridge_") || shown.contains(name) || isPartOf(name, shown));
        ours.removeAll(Set.of(
                "zmobridge_poll_late", "zmobridge_ksef_age_seconds", "zmobridge_stock_stopped")); // for the alerts
        assertThat(ours).describedAs("metrics that no panel shows").isEmpty();
    }

    @Test
    @DisplayName("are each explained in docs/monitoring.md")
    void areExplained() throws Exception {
        String page = Files.readString(Path.of("docs/monitoring.md"));
        Set<String> names = new TreeSet<>();
        for (String name : Scrape.of(rig).names()) {
            if (name.startsWith("zmobridge_")) {
                names.add(name.replaceFirst("_(count|sum|max|bucket)$", ""));
            }
        }
        assertThat(names).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    private static boolean isPartOf(String name, Set<String> shown) {
        String family = name.replaceFirst("_(count|sum|max|bucket)$", "");
        return shown.stream().anyMatch(other -> other.startsWith(family + "_"));
    }

    private static void assertExists(Scrape scrape, PromQl expression, String where) {
        expression.metrics().forEach((metric, labels) -> {
            if (metric.equals("up")) {
                return; // Prometheus itself says it
            }
            List<Scrape.Series> series = scrape.named(metric);
            assertThat(series).describedAs("%s, named in %s", metric, where).isNotEmpty();
            labels.forEach((label, value) -> {
                assertThat(series)
                        .describedAs("label %s of %s, named in %s", label, metric, where)
                        .anyMatch(one -> one.labels().containsKey(label));
                assertThat(value.split("\\|"))
                        .describedAs("values of %s, named in %s", label, where)
                        .allMatch(one -> one.startsWith("$") || isKnown(label, one));
            });
        });
        for (String label : expression.grouping()) {
            assertThat(expression.metrics().keySet())
                    .describedAs("label %s, grouped by in %s", label, where)
                    .anyMatch(metric -> OF_PROMETHEUS.contains(label)
                            || scrape.named(metric).stream()
                                    .anyMatch(one -> one.labels().containsKey(label)));
        }
    }

    private static boolean isKnown(String label, String value) {
        return switch (label) {
            case "system" -> Set.of("shop", "ERP", "database").contains(value);
            case "state" -> Set.of("RECEIVED", "ISSUED", "REALISED", "CLOSED").contains(value);
            case "cause" ->
                Stream.of(Cause.values()).anyMatch(cause -> cause.name().equals(value));
            case "waits_for" ->
                Stream.of(WaitsFor.values()).anyMatch(heals -> heals.name().equals(value));
            case "outcome" ->
                Set.of("ok", "refused", "throttled", "failed", "unanswered").contains(value);
            case "pool" -> value.equals("register");
            case "area" -> value.equals("heap");
            default -> false;
        };
    }

    private static List<String> usedIn(String text) {
        List<String> labels = new ArrayList<>();
        Matcher matcher = Pattern.compile("\\$labels\\.(\\w+)").matcher(text);
        while (matcher.find()) {
            labels.add(matcher.group(1));
        }
        return labels;
    }

    private static List<Map<?, ?>> rules() throws Exception {
        Object yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(ALERTS));
        List<Map<?, ?>> rules = new ArrayList<>();
        for (Object group : (List<?>) ((Map<?, ?>) yaml).get("groups")) {
            assertThat(((Map<?, ?>) group).get("name")).isEqualTo("zmo-bridge");
            for (Object rule : (List<?>) ((Map<?, ?>) group).get("rules")) {
                rules.add((Map<?, ?>) rule);
            }
        }
        return rules;
    }
}
