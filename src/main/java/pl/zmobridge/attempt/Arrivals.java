package pl.zmobridge.attempt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.order.ReceivedOrder;
import pl.zmobridge.shoper.FetchedOrder;

/**
 * Orders on their way into the register together: what the variable {@code orders} holds. They come as the shop sent them, get
 * their cards, and those that the register holds already are left out. It belongs to one exchange.
 */
public final class Arrivals implements SqlParameters {
    private final List<FetchedOrder> fetched;
    private final List<ReceivedOrder> received = new ArrayList<>();

    Arrivals(List<FetchedOrder> fetched) {
        this.fetched = List.copyOf(fetched);
    }

    /** As the shop sent them. */
    public List<FetchedOrder> fetched() {
        return fetched;
    }

    public boolean isSeveral() {
        return fetched.size() > 1;
    }

    void add(ReceivedOrder withCard) {
        received.add(withCard);
    }

    /** Instead of those that have been added. */
    void replace(List<ReceivedOrder> others) {
        received.clear();
        received.addAll(others);
    }

    /** With their cards, or with the reasons why they have none. */
    public List<ReceivedOrder> received() {
        return List.copyOf(received);
    }

    /** @param known rows of {@code orders-known} */
    void leaveOut(List<Map<String, Object>> known) {
        Set<Long> ids = known.stream()
                .map(row -> ((Number) row.get("shop_order_id")).longValue())
                .collect(Collectors.toSet());
        received.removeIf(order -> ids.contains(order.id()));
    }

    @Override
    public Object parameter(String name) {
        return name.equals("arrivalIds")
                ? received.stream().map(ReceivedOrder::id).toList()
                : NONE;
    }
}
