package pl.zmobridge.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pl.zmobridge.sim.SimOrder;
import pl.zmobridge.support.FilledRegister;
import pl.zmobridge.support.MariaDb;
import pl.zmobridge.support.RowsRead;

/**
 * {@code mvn -Pbench -Dbench=growth}: what an order and a quiet poll cost with more and more orders in the register, and with more and
 * more shops. Nothing waits for anybody, so nothing but work is left. It fails when a cost grows with what it should not depend on.
 */
final class Growth {
    private static final List<Integer> REGISTERS = List.of(1_000, 10_000, 100_000);
    private static final List<Integer> SHOPS = List.of(1, 50, 200);
    private static final int ORDERS = 400;
    private static final int POLLS = 200;
    /** Before anything is measured: the bridge's code is compiled by then. */
    private static final int WARM_UP = 600;

    /** Orders that come at a time, and to each of many shops: as many for one shop as for 200. */
    private static final int BUSY = 100;

    private static final int QUIET = 2;
    private static final double ROWS_MAY_GROW = 1.3;
    private static final double CPU_MAY_GROW = 1.5;

    private final Path project;
    private final Path directory;
    private final BenchOrders source = new BenchOrders();
    private int placed;

    Growth(Path project, Path directory) {
        this.project = project;
        this.directory = directory;
    }

    boolean run() throws IOException {
        List<Cost> byOrders = byOrders();
        List<Cost> byShops = new ArrayList<>();
        for (int shops : SHOPS) {
            byShops.add(withShops(shops));
        }
        List<Limit> limits = new ArrayList<>(limits("100,000 orders against 1,000", byOrders));
        limits.addAll(limits("200 shops against 1", byShops));
        GrowthReport report = new GrowthReport(byOrders, byShops, limits);
        System.out.println(report.text());
        report.writeTo(project.resolve("docs"));
        return limits.stream().allMatch(Limit::kept);
    }

    private static List<Limit> limits(String what, List<Cost> costs) {
        Cost first = costs.get(0);
        Cost last = costs.get(costs.size() - 1);
        return List.of(
                Limit.atMost(
                        what + ": rows an order",
                        last.order().rows() / first.order().rows(),
                        ROWS_MAY_GROW,
                        "times"),
                Limit.atMost(
                        what + ": rows a poll",
                        last.poll().rows() / first.poll().rows(),
                        ROWS_MAY_GROW,
                        "times"),
                Limit.atMost(
                        what + ": processor time an order",
                        last.order().cpuMillis() / first.order().cpuMillis(),
                        CPU_MAY_GROW,
                        "times"),
                Limit.atMost(
                        what + ": processor time a poll",
                        last.poll().cpuMillis() / first.poll().cpuMillis(),
                        CPU_MAY_GROW,
                        "times"));
    }

    private List<Cost> byOrders() {
        String schema = MariaDb.newSchema();
        List<Cost> costs = new ArrayList<>();
        try (Shops shops = new Shops(1);
                BridgeContestant bridge = start(shops, schema)) {
            carry(shops, bridge, WARM_UP, BUSY);
            int filled = 0;
            for (int orders : REGISTERS) {
                FilledRegister.grow(schema, Shops.id(0), filled, orders - placed);
                filled = orders - placed;
                costs.add(measured(orders, shops, bridge, schema, BUSY));
            }
        }
        return costs;
    }

    private Cost withShops(int count) {
        String schema = MariaDb.newSchema();
        try (Shops shops = new Shops(count);
                BridgeContestant bridge = start(shops, schema)) {
            carry(shops, bridge, WARM_UP, QUIET * count);
            return measured(count, shops, bridge, schema, QUIET * count);
        }
    }

    private BridgeContestant start(Shops shops, String schema) {
        placed = 0;
        List<String> options = new ArrayList<>(Bench.JVM);
        options.add("-Xmx256m");
        Path home = directory.resolve("growth-" + shops.count() + "-" + schema.substring(schema.lastIndexOf('/') + 1));
        for (int shop = 0; shop < shops.count(); shop++) {
            shops.place(shop, paid(), FilledRegister.FIRST_ORDER);
            placed++;
        }
        BridgeContestant bridge =
                BridgeContestant.start(project, home, shops.settings(schema, "4"), shops.own(), options);
        bridge.process().await("the first polls", 20, shops::allPolled);
        awaitAll(shops, bridge);
        return bridge;
    }

    /** Polls first: what they cost is part of what an order seems to cost. */
    private Cost measured(int size, Shops shops, BridgeContestant bridge, String schema, int wave) {
        FilledRegister.forgetEnded(schema);
        Meter meter = new Meter(bridge, schema);
        for (int poll = 0; poll < POLLS; poll++) {
            bridge.look(Shops.id(poll % shops.count()));
        }
        Cost.Of poll = meter.each(POLLS);
        Meter orders = new Meter(bridge, schema);
        double polls = carry(shops, bridge, ORDERS, wave);
        Cost cost = new Cost(size, orders.each(ORDERS).minus(poll, polls / ORDERS), poll);
        System.out.println(cost.row());
        return cost;
    }

    /**
     * Orders in all shops in turn; answers the polls that they took.
     *
     * @param most that come at a time
     */
    private int carry(Shops shops, BridgeContestant bridge, int orders, int most) {
        int polls = 0;
        for (int done = 0; done < orders; ) {
            int wave = Math.min(orders - done, most);
            for (int order = 0; order < wave; order++) {
                shops.place(placed++ % shops.count(), paid());
            }
            done += wave;
            for (int shop = 0; shop < shops.count(); shop++) {
                bridge.look(Shops.id(shop));
                polls++;
            }
            awaitAll(shops, bridge);
        }
        return polls;
    }

    /** One that is over once it is in the ERP: watched orders are a poll's work, and would grow with what was carried. */
    private SimOrder paid() {
        SimOrder order = source.next(1).get(0);
        order.header().put("status_id", BenchOrders.PAID);
        return order;
    }

    private void awaitAll(Shops shops, BridgeContestant bridge) {
        bridge.process()
                .await(placed + " orders in the ERP", 5, () -> shops.issued() >= placed && shops.sold() >= placed);
        if (shops.issued() != placed || shops.sold() != placed) {
            throw new IllegalStateException("An order is in the ERP twice");
        }
    }

    /** What is used from now on. */
    private static final class Meter {
        private final BridgeContestant bridge;
        private final Statements statements;
        private final RowsRead rows;
        private final Usage usageBefore;
        private final long statementsBefore;
        private final long rowsBefore;

        Meter(BridgeContestant bridge, String schema) {
            this.bridge = bridge;
            statements = new Statements(schema);
            rows = new RowsRead(schema);
            usageBefore = bridge.process().usage();
            statementsBefore = statements.soFar();
            rowsBefore = rows.soFar();
        }

        Cost.Of each(int times) {
            return new Cost.Of(
                    bridge.process().usage().cpuSince(usageBefore).toNanos() / 1e6 / times,
                    (statements.soFar() - statementsBefore) / (double) times,
                    (rows.soFar() - rowsBefore) / (double) times);
        }
    }
}
