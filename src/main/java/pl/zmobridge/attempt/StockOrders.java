package pl.zmobridge.attempt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pl.zmobridge.shoper.OrderedGoods;

/** What orders take that the ERP did not know when it was asked for its stock: those in the register, and those that their shops must be asked about. */
final class StockOrders {
    private final List<String> shops;
    private final Set<Order> asked = new HashSet<>();
    private final List<Asked> goods = new ArrayList<>();
    private final Set<String> incomplete = new HashSet<>();
    private final Set<String> silent = new HashSet<>();
    private List<Long> newOrders = List.of();
    private Optional<OrderedGoods> reading = Optional.empty();
    private Map<String, BigDecimal> quantities = Map.of();

    private record Order(String shop, long id) {}

    private record Asked(String shop, OrderedGoods goods) {}

    /** @param shops all that sell what the ERP has */
    StockOrders(List<String> shops) {
        this.shops = shops;
    }

    /** The shops to ask: one that has not answered is left alone until the next comparison. */
    List<String> shops() {
        return shops.stream().filter(shop -> !silent.contains(shop)).toList();
    }

    /** @param isComplete whether they are all that are newer than those that polls have seen */
    void areNew(String shop, List<Long> orders, boolean isComplete) {
        newOrders = orders;
        incomplete.remove(shop);
        if (!isComplete) {
            incomplete.add(shop);
        }
    }

    /** Of these orders, and of new ones, nobody knows what they are about; each is asked about once. */
    List<Long> unasked(String shop, List<Long> orders) {
        return Stream.concat(orders.stream(), newOrders.stream())
                .filter(id -> asked.add(new Order(shop, id)))
                .toList();
    }

    void asks(String shop, OrderedGoods about) {
        goods.add(new Asked(shop, about));
        reading = Optional.of(about);
    }

    /** What is being read. */
    Stream<OrderedGoods> reading() {
        return reading.stream();
    }

    /** The shop does not say what its orders are about. */
    void isSilent(String shop) {
        silent.add(shop);
        reading = Optional.empty();
    }

    /** @param rows of {@code stock-ordered}; an order that its shop was asked about, too, takes the larger of both numbers */
    void inRegister(List<Map<String, Object>> rows) {
        Map<Order, Map<String, BigDecimal>> all = new HashMap<>();
        for (Map<String, Object> row : rows) {
            Order order = new Order(row.get("shop").toString(), ((Number) row.get("shop_order_id")).longValue());
            all.computeIfAbsent(order, each -> new HashMap<>())
                    .merge(row.get("code").toString(), (BigDecimal) row.get("quantity"), BigDecimal::add);
        }
        for (Asked each : goods) {
            each.goods().byOrder().forEach((id, codes) -> {
                Map<String, BigDecimal> known =
                        all.computeIfAbsent(new Order(each.shop(), id), order -> new HashMap<>());
                codes.forEach((code, quantity) -> known.merge(code, quantity, BigDecimal::max));
            });
        }
        Map<String, BigDecimal> sum = new HashMap<>();
        all.values().forEach(codes -> codes.forEach((code, quantity) -> sum.merge(code, quantity, BigDecimal::add)));
        quantities = sum;
    }

    /** By the ERP's product codes. */
    Map<String, BigDecimal> quantities() {
        return quantities;
    }

    /** Whether there is no order of which nobody knows what it is about: else nothing may be sold once more. */
    boolean isAllKnown() {
        return incomplete.isEmpty() && silent.isEmpty();
    }
}
