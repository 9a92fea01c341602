package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.zmobridge.wire.Request;

/** Collects the lines of a page of orders, which come together in few requests. One collector serves one page. */
public final class LinesOfPage implements Pages {
    private final OrderReader reader = new OrderReader();

    private final List<JsonNode> orders;
    private final List<Long> ids;
    private final Map<Long, List<JsonNode>> lines = new HashMap<>();
    private int next = 1;
    private int count;
    private boolean more;

    /** @param orders rows of {@code GET /orders}, at most one page of them */
    public LinesOfPage(List<JsonNode> orders) {
        this.orders = List.copyOf(orders);
        this.ids = orders.stream().map(reader::orderId).toList();
        this.more = !ids.isEmpty();
    }

    @Override
    public boolean isMore() {
        return more;
    }

    @Override
    public Request<ListPage> request() {
        return ShoperApi.lines(ids, next);
    }

    @Override
    public void accept(ListPage page) {
        if (next > 1 && page.count() != count) {
            beginAgain();
            return;
        }
        count = page.count();
        for (JsonNode line : page.rows()) {
            lines.computeIfAbsent(reader.orderId(line), id -> new ArrayList<>()).add(line);
        }
        more = !page.isLast();
        next++;
    }

    /** Lines came or went between two pages: some may have moved from one to the other. */
    private void beginAgain() {
        lines.clear();
        next = 1;
    }

    /** The orders with their lines. */
    public List<FetchedOrder> orders() {
        return orders.stream()
                .map(row -> new FetchedOrder(row, lines.getOrDefault(reader.orderId(row), List.of())))
                .toList();
    }
}
