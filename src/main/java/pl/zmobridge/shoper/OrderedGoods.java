package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pl.zmobridge.order.UnreadableValue;
import pl.zmobridge.wire.Request;

/** How much of which product some orders are about: which of them still stand, then their lines, at most {@value ShoperApi#PAGE_SIZE} orders at once. */
public final class OrderedGoods implements Pages {
    private final List<Long> ids;
    private final Optional<Dictionaries> dictionaries;
    private final UnaryOperator<String> codes;
    private final Map<Long, Map<String, BigDecimal>> byOrder = new HashMap<>();
    private int done;
    private List<Long> standing = List.of();
    private int page;

    /**
     * @param dictionaries what statuses mean; without them every order stands
     * @param codes L8: the ERP's code of a shop's
     */
    public OrderedGoods(List<Long> ids, Optional<Dictionaries> dictionaries, UnaryOperator<String> codes) {
        this.ids = List.copyOf(ids);
        this.codes = codes;
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
        count(line, BigDecimal.ONE, quantities);
        // L7: the shop may count the products of one bundle or of all bundles of the line; more than is sold does no
        // harm
        BigDecimal bundles = quantity(line).max(BigDecimal.ONE);
        line.path("children").forEach(child -> count(child, bundles, quantities));
    }

    private void count(JsonNode line, BigDecimal times, Map<String, BigDecimal> quantities) {
        try {
            String code = codes.apply(Fields.code(line, "code"));
            quantities.merge(code, quantity(line).multiply(times), BigDecimal::add);
        } catch (UnreadableValue e) {
            // such an order is a dead letter; no product is named by it
        }
    }

    private static BigDecimal quantity(JsonNode line) {
        try {
            return Fields.amount(line, "quantity").max(BigDecimal.ZERO);
        } catch (UnreadableValue e) {
            return BigDecimal.ZERO; // as above
        }
    }

    /** The ids on a page of {@link ShoperApi#ordersAfter(long)}. */
    public static List<Long> ids(ListPage page) {
        return page.rows().stream().map(row -> Fields.id(row, "order_id")).toList();
    }

    /** By order, then by the ERP's product codes. */
    public Map<Long, Map<String, BigDecimal>> byOrder() {
        return byOrder;
    }
}
