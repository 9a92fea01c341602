package pl.zmobridge.attempt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import pl.zmobridge.shoper.OrderedGoods;

/** What orders take that the ERP did not know when it was asked for its stock: those in the register, and those that the shop must be asked about. */
final class StockOrders {
    private final Set<Long> asked = new HashSet<>();
    private final List<OrderedGoods> goods = new ArrayList<>();
    private List<Long> newOrders = List.of();
    private boolean isAllKnown;
    private Map<String, BigDecimal> quantities = Map.of();

    /** @param isComplete whether they are all that are newer than those that polls have seen */
    void areNew(List<Long> orders, boolean isComplete) {
        newOrders = orders;
        isAllKnown = isComplete;
    }

    /** Of these orders, and of new ones, nobody knows what they are about; each is asked about once. */
    List<Long> unasked(List<Long> orders) {
        return Stream.concat(orders.stream(), newOrders.stream())
                .filter(asked::add)
                .toList();
    }

    void asks(OrderedGoods about) {
        goods.add(about);
    }

    Stream<OrderedGoods> goods() {
        return goods.stream();
    }

    /** @param rows of {@code stock-ordered}; an order that is there is not counted once more as one that the shop was asked about */
    void inRegister(List<Map<String, Object>> rows) {
        Map<String, BigDecimal> sum = new HashMap<>();
        Set<Long> registered = new HashSet<>();
        for (Map<String, Object> row : rows) {
            registered.add(((Number) row.get("shop_order_id")).longValue());
            sum.merge(row.get("code").toString(), (BigDecimal) row.get("quantity"), BigDecimal::add);
        }
        for (OrderedGoods each : goods) {
            each.without(registered).forEach((code, quantity) -> sum.merge(code, quantity, BigDecimal::add));
        }
        quantities = sum;
    }

    /** By product code. */
    Map<String, BigDecimal> quantities() {
        return quantities;
    }

    /** Whether there is no order of which nobody knows what it is about: else nothing may be sold once more. */
    boolean isAllKnown() {
        return isAllKnown;
    }
}
