package pl.zmobridge.monitoring;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Map;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.WaitsFor;
import pl.zmobridge.monitoring.RegisterFigures.Figures;
import pl.zmobridge.monitoring.RegisterFigures.Letters;
import pl.zmobridge.monitoring.RegisterFigures.OfShop;
import pl.zmobridge.monitoring.RegisterFigures.Waiting;

/** The register's figures at the moment of a scrape. While the database is away there are none, but {@code zmobridge_register_up 0}. */
final class RegisterCollector implements MultiCollector {
    private static final String RESTORED = Cause.SHOP_RESTORED.name();
    private static final String KSEF_MISSING = Cause.KSEF_MISSING.name();
    private static final List<String> STATES = List.of("RECEIVED", "ISSUED", "REALISED", "CLOSED");
    private static final List<String> STEPS = List.of("IMPORT", "REALISE");

    private final RegisterFigures register;

    RegisterCollector(RegisterFigures register) {
        this.register = register;
    }

    @Override
    public MetricSnapshots collect() {
        Figures figures = register.now();
        GaugeSnapshot.Builder up = gauge("register_up", "1 when the database answers, 0 when it does not");
        up.dataPoint(point(figures.answered() ? 1 : 0));
        GaugeSnapshot.Builder orders = gauge("orders", "Orders in the register by state");
        GaugeSnapshot.Builder due = gauge("orders_due", "Orders that wait for a worker, by step");
        GaugeSnapshot.Builder oldestDue = gauge(
                "orders_due_oldest_seconds", "How long the first of the orders that wait for a worker has waited");
        GaugeSnapshot.Builder letters = gauge("dead_letters", "Open dead letters by step and cause; none: no series");
        GaugeSnapshot.Builder open = gauge("dead_letters_open", "Open dead letters");
        GaugeSnapshot.Builder waiting = gauge("waiting", "Open dead letters and reviews by what they wait for");
        GaugeSnapshot.Builder oldest =
                gauge("dead_letters_oldest_seconds", "For how long the oldest open dead letter has failed");
        GaugeSnapshot.Builder forgotten = gauge(
                "dead_letters_forgotten",
                "Open dead letters that should have been tried again an hour ago and were not");
        GaugeSnapshot.Builder reviews = gauge("reviews", "Open reviews: orders that a person should look at");
        GaugeSnapshot.Builder restored = gauge(
                "shop_restored",
                "1 while it looks as if the shop was restored from a backup, until a person has looked");
        GaugeSnapshot.Builder missing = gauge(
                "ksef_missing",
                "Orders whose invoice should have its KSeF number and has none, until a person has looked");
        figures.shops().forEach((id, shop) -> {
            orders(orders, id, shop);
            due(due, oldestDue, id, shop);
            letters(letters, open, oldest, id, shop);
            waiting(waiting, id, shop);
            forgotten.dataPoint(
                    point(shop.letters().stream().mapToLong(Letters::forgotten).sum(), "shop", id));
            reviews.dataPoint(point(count(shop.reviews()), "shop", id));
            boolean isRestored =
                    shop.reviews().stream().anyMatch(some -> some.cause().equals(RESTORED));
            restored.dataPoint(point(isRestored ? 1 : 0, "shop", id)); // S7
            missing.dataPoint(point(
                    shop.reviews().stream()
                            .filter(some -> some.cause().equals(KSEF_MISSING))
                            .mapToLong(Letters::count)
                            .sum(),
                    "shop",
                    id));
        });
        return MetricSnapshots.of(
                up.build(),
                orders.build(),
                due.build(),
                oldestDue.build(),
                letters.build(),
                open.build(),
                waiting.build(),
                oldest.build(),
                forgotten.build(),
                reviews.build(),
                restored.build(),
                missing.build());
    }

    private static void orders(GaugeSnapshot.Builder orders, String id, OfShop shop) {
        for (String state : STATES) {
            orders.dataPoint(point(shop.orders().getOrDefault(state, 0L), "shop", id, "state", state));
        }
    }

    private static void due(GaugeSnapshot.Builder due, GaugeSnapshot.Builder oldest, String id, OfShop shop) {
        Map<String, Waiting> waiting = shop.due();
        for (String step : STEPS) {
            Waiting orders = waiting.getOrDefault(step, Waiting.NOBODY);
            due.dataPoint(point(orders.orders(), "shop", id, "step", step));
            oldest.dataPoint(point(orders.oldestSeconds(), "shop", id, "step", step));
        }
    }

    private static void letters(
            GaugeSnapshot.Builder letters,
            GaugeSnapshot.Builder open,
            GaugeSnapshot.Builder oldest,
            String id,
            OfShop shop) {
        for (Letters some : shop.failures()) {
            letters.dataPoint(point(
                    some.count(),
                    "shop",
                    id,
                    "step",
                    some.step(),
                    "cause",
                    some.cause(),
                    "waits_for",
                    some.waitsFor()));
        }
        open.dataPoint(point(count(shop.failures()), "shop", id));
        oldest.dataPoint(point(
                shop.failures().stream()
                        .mapToDouble(Letters::oldestSeconds)
                        .max()
                        .orElse(0),
                "shop",
                id));
    }

    private static void waiting(GaugeSnapshot.Builder waiting, String id, OfShop shop) {
        for (WaitsFor what : WaitsFor.values()) {
            long count = count(shop.letters().stream()
                    .filter(some -> some.waitsFor().equals(what.name()))
                    .toList());
            waiting.dataPoint(point(count, "shop", id, "waits_for", what.name()));
        }
    }

    private static long count(List<Letters> letters) {
        return letters.stream().mapToLong(Letters::count).sum();
    }

    private static GaugeSnapshot.Builder gauge(String name, String help) {
        return GaugeSnapshot.builder().name("zmobridge_" + name).help(help);
    }

    private static GaugeDataPointSnapshot point(double value, String... labels) {
        return GaugeDataPointSnapshot.builder()
                .labels(Labels.of(labels))
                .value(value)
                .build();
    }
}
