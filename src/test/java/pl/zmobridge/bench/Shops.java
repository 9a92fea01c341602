package pl.zmobridge.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SimOrder;
import pl.zmobridge.sim.SymfoniaSim;

/** Many shops of one bridge, ten to an ERP. */
final class Shops implements AutoCloseable {
    private static final int SHOPS_OF_AN_ERP = 10;

    private final List<ShoperSim> shops = new ArrayList<>();
    private final List<SymfoniaSim> erps = new ArrayList<>();

    Shops(int count) {
        for (int i = 0; i < count; i++) {
            if (i % SHOPS_OF_AN_ERP == 0) {
                erps.add(new SymfoniaSim().start());
            }
            shops.add(new ShoperSim().start());
        }
    }

    static String id(int shop) {
        return String.format("sklep-%03d", shop);
    }

    int count() {
        return shops.size();
    }

    List<SymfoniaSim> erps() {
        return erps;
    }

    /** What each shop has of its own, by id. */
    Map<String, Map<String, String>> own() {
        Map<String, Map<String, String>> own = new TreeMap<>();
        for (int i = 0; i < shops.size(); i++) {
            own.put(
                    id(i),
                    Map.of(
                            "shoper.url", shops.get(i).url(),
                            "symfonia.url", erps.get(i / SHOPS_OF_AN_ERP).url(),
                            "order.number.prefix", String.format("S%03d/", i)));
        }
        return own;
    }

    /** What they have in common. */
    Map<String, String> settings(String schema, String concurrency) {
        Map<String, String> settings = BridgeContestant.settings(shops.get(0), erps.get(0), schema, concurrency);
        settings.remove("shop.id");
        settings.remove("shoper.url");
        settings.remove("symfonia.url");
        return settings;
    }

    void latency(Duration shop, Duration erp) {
        shops.forEach(each -> each.latency(shop));
        erps.forEach(each -> each.latency(erp));
    }

    long place(int shop, SimOrder order) {
        return shops.get(shop).addOrder(order);
    }

    long place(int shop, SimOrder order, long id) {
        return shops.get(shop).addOrder(order, id);
    }

    boolean allPolled() {
        return shops.stream().allMatch(each -> each.requests("GET", "/webapi/rest/orders") > 0);
    }

    int issued() {
        return erps.stream().mapToInt(SymfoniaSim::ordersIssued).sum();
    }

    int sold() {
        return erps.stream().mapToInt(SymfoniaSim::invoicesIssued).sum();
    }

    long shopRequests() {
        return shops.stream()
                .mapToLong(each -> sum(each.requestCounters().values()))
                .sum();
    }

    long erpCalls() {
        return erps.stream()
                .mapToLong(each -> sum(each.requestCounters().values()))
                .sum();
    }

    void forgetRequests() {
        shops.forEach(ShoperSim::forgetRequests);
        erps.forEach(SymfoniaSim::forgetRequests);
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        shops.forEach(ShoperSim::close);
        erps.forEach(SymfoniaSim::close);
    }
}
