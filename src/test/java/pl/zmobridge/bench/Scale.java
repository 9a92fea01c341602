package pl.zmobridge.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.zmobridge.sim.SimOrder;
import pl.zmobridge.sim.SimRequest;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.support.MariaDb;

/**
 * {@code mvn -Pbench -Dbench=scale}: a tenth of 1,000 shops and a million orders a day, at the pace of its busiest hour: 100 shops, ten to
 * an ERP that takes 300 ms a call, polled each minute by one bridge as it comes; each has orders that it watches.
 */
final class Scale {
    private static final int SHOPS = 100;
    private static final int WATCHED = 10;
    /** Of 100,000 orders a day a tenth in the busiest hour. */
    private static final double ORDERS_A_SECOND = 100_000 / 10 / 3600.0;

    /** In so many shops hardly a buyer comes back; what ERPs are asked besides is in it. */
    private static final double MOST_CALLS = 4.2;

    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final Duration SHOP = Duration.ofMillis(80);
    private static final Duration ERP = Duration.ofMillis(300);
    private static final Pattern NUMBER = Pattern.compile("\"Description\":\"(S\\d{3}/\\d+)");

    private final Path project;
    private final Path directory;
    private final BenchOrders source = new BenchOrders();
    private final Random chance = new Random(20_261_127);
    private final Map<String, Instant> placed = new HashMap<>();
    private int orders;
    private int paid;

    Scale(Path project, Path directory) {
        this.project = project;
        this.directory = directory;
    }

    boolean run() throws IOException {
        String schema = MariaDb.newSchema();
        try (Shops shops = new Shops(SHOPS)) {
            for (int i = 0; i < SHOPS * WATCHED; i++) {
                place(shops, i % SHOPS, unpaid());
            }
            Map<String, String> settings = shops.settings(schema, "4");
            settings.put("shoper.poll.cron", "0 * * * * ?");
            List<String> options = new ArrayList<>(Bench.JVM);
            options.add("-Xmx256m");
            try (BridgeContestant bridge =
                    BridgeContestant.start(project, directory.resolve("scale"), settings, shops.own(), options)) {
                awaitAll(shops, bridge);
                return measured(shops, bridge, new Statements(schema));
            }
        }
    }

    private boolean measured(Shops shops, BridgeContestant bridge, Statements statements) throws IOException {
        shops.latency(SHOP, ERP);
        shops.forgetRequests();
        shops.erps().forEach(SymfoniaSim::takeMostInside);
        placed.clear();
        int before = orders;
        long statementsBefore = statements.soFar();
        Usage usage = bridge.process().usage();
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < MEASURED.toNanos()) {
            double due = (System.nanoTime() - begun) / 1e9 * ORDERS_A_SECOND;
            while (orders - before < due) {
                place(shops, chance.nextInt(SHOPS), source.next(1).get(0));
            }
            OwnProcess.pause(20);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Usage used = bridge.process().usage();
        double processors = used.cpuSince(usage).toNanos() / 1e9 / seconds;
        double statementsASecond = (statements.soFar() - statementsBefore) / seconds;
        double requests = shops.shopRequests() / seconds;
        double busiest = shops.erps().stream()
                        .mapToLong(erp -> erp.requests().size())
                        .max()
                        .orElse(0)
                * ERP.toMillis()
                / 1000.0
                / seconds;
        int mostAtOnce = shops.erps().stream()
                .mapToInt(SymfoniaSim::takeMostInside)
                .max()
                .orElse(0);
        awaitAll(shops, bridge);
        int carried = orders - before;
        double calls = shops.erpCalls() / (double) carried;
        List<Double> waits = waits(shops);
        List<Limit> limits = List.of(
                Limit.atMost("ERP calls", calls, MOST_CALLS, "an order"),
                Limit.atMost("95 of 100 orders in the ERP after", at(waits, 0.95), 90, "s"),
                Limit.atMost("processors", processors, 0.5, "busy"),
                Limit.atMost("resident memory", used.residentMb(), 400, "MB"));
        String text = String.join(
                "\n",
                "| " + SHOPS + " shops, " + carried + " orders in " + Math.round(seconds) + " s | |",
                "|---|---:|",
                row("orders a second, placed", carried / seconds, 2),
                row("ERP calls an order", calls, 2),
                row("calls at once of the busiest ERP: mean", busiest, 2),
                row("… at most", mostAtOnce, 0),
                row("requests to all shops, a second", requests, 1),
                row("SQL statements a second", statementsASecond, 0),
                row("processors that the bridge kept busy", processors, 3),
                row("from the shop to the ERP: half of the orders within, s", at(waits, 0.5), 0),
                row("… 95 of 100", at(waits, 0.95), 0),
                row("resident memory, MB", used.residentMb(), 0),
                row("orders lost or doubled", 0, 0),
                "",
                "Measured on " + LocalDate.now() + ": " + Machine.describe() + ".");
        System.out.println(text);
        limits.forEach(limit -> System.out.println(limit.row()));
        Page.of(project.resolve("docs/scaling.md"), "mvn -Pbench -Dbench=scale").write(text);
        return limits.stream().allMatch(Limit::kept);
    }

    private static String row(String what, double value, int digits) {
        return String.format(Locale.ROOT, "| %s | %." + digits + "f |", what, value);
    }

    private SimOrder unpaid() {
        SimOrder order = source.next(1).get(0);
        order.header().put("status_id", "1");
        return order;
    }

    private void place(Shops shops, int shop, SimOrder order) {
        long id = shops.place(shop, order);
        placed.put(String.format("S%03d/%d", shop, id), Instant.now());
        orders++;
        paid += order.header().path("status_id").asText().equals(BenchOrders.PAID) ? 1 : 0;
    }

    private void awaitAll(Shops shops, BridgeContestant bridge) {
        bridge.process()
                .await(orders + " orders in the ERPs", 20, () -> shops.issued() >= orders && shops.sold() >= paid);
        if (shops.issued() != orders || shops.sold() != paid) {
            throw new IllegalStateException("An order is in the ERP twice");
        }
    }

    /** Seconds from being placed to being written to the ERP, the shortest first. */
    private List<Double> waits(Shops shops) {
        List<Double> waits = new ArrayList<>();
        for (SymfoniaSim erp : shops.erps()) {
            for (SimRequest request : erp.requests()) {
                Matcher number = NUMBER.matcher(request.body());
                if (request.path().equals("/api/OrdersIssue/New") && number.find()) {
                    waits.add(Duration.between(placed.get(number.group(1)), request.at())
                                    .toMillis()
                            / 1000.0);
                }
            }
        }
        return waits.stream().sorted().toList();
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1.0, share * sorted.size()));
    }
}
