package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.order.UnreadableValue;
import pl.zmobridge.wire.Request;

/** How much of which product some orders are about: which of them still stand, then their lines, at most {@value ShoperApi#PAGE_SIZE} orders at once. */
public final class OrderedGoods implements Pages {
    private final List<Long> ids;
    private final Optional<Dictionaries> dictionaries;
    private final Map<Long, Map<String, BigDecimal>> byOrder = new HashMap<>();
    private int done;
    private List<Long> standing = List.of();
    private int page;

    /** @param dictionaries what statuses mean; without them every order stands */
    public OrderedGoods(List<Long> ids, Optional<Dictionaries> dictionaries) {
        this.ids = List.copyOf(ids);
        this.dictionaries = dictionaries;
    }

    @Override
    public boolean isMore() {
        return done < ids.size() || page > 0;
    }

    @Override
    public Request<ListPage> request() {
        return page > 0
                ? ShoperApi.lines(standing, page)
                : ShoperApi.orders(ids.subList(done, Math.min(ids.size(), done + ShoperApi.PAGE_SIZE)));
    }

    @Override
    public void accept(ListPage answered) {
        if (page > 0) {
            answered.rows().forEach(this::add);
            page = answered.isLast() ? 0 : page + 1;
            return;
        }
        done = Math.min(ids.size(), done + ShoperApi.PAGE_SIZE);
        standing = new ArrayList<>();
        for (JsonNode order : answered.rows()) {
            if (!isOver(order)) {
                standing.add(Fields.id(order, "order_id"));
            }
        }
        page = standing.isEmpty() ? 0 : 1;
    }

    private boolean isOver(JsonNode order) {
        return dictionaries
                .flatMap(known -> Fields.optionalId(order, "status_id").flatMap(known::status))
                .filter(status -> status.kind() == StatusKind.NOT_COMPLETED)
                .isPresent();
    }

    /** A bundle counts as itself and as what is in it: which of them the ERP has, nobody knows here. */
    private void add(JsonNode line) {
        Map<String, BigDecimal> quantities =
                byOrder.computeIfAbsent(Fields.id(line, "order_id"), order -> new HashMap<>());
        count(line, quantities);
        line.path("children").forEach(child -> count(child, quantities));
    }

    private static void count(JsonNode line, Map<String, BigDecimal> quantities) {
        try {
            quantities.merge(Fields.code(line, "code"), Fields.amount(line, "quantity"), BigDecimal::add);
        } catch (UnreadableValue e) {
            // such an order is a dead letter; no product is named by it
        }
    }

    /** The ids on a page of {@link ShoperApi#ordersAfter(long)}. */
    public static List<Long> ids(ListPage page) {
        return page.rows().stream().map(row -> Fields.id(row, "order_id")).toList();
    }

    /** By product code, without these orders. */
    public Map<String, BigDecimal> without(Set<Long> orders) {
        Map<String, BigDecimal> sum = new HashMap<>();
        byOrder.forEach((order, quantities) -> {
            if (!orders.contains(order)) {
                quantities.forEach((code, quantity) -> sum.merge(code, quantity, BigDecimal::add));
            }
        });
        return sum;
    }
}
