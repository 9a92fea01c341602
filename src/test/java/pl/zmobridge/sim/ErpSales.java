package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Realisation of orders and the documents it leaves. Not safe for threads: the owner locks. */
final class ErpSales {
    private static final int RECEIPT_TYPE = 12;

    private final ErpOrders orders;
    private final ErpStock stock;
    private final ErpDictionaries dictionaries;
    private final ErpNumbers numbers = new ErpNumbers();
    private final Map<Long, ObjectNode> sales = new TreeMap<>();
    private final Map<Long, List<ObjectNode>> salesOf = new HashMap<>();
    private final Map<Long, List<ObjectNode>> releasesOf = new HashMap<>();
    private boolean doubleRealisation;
    private boolean deletesRealised;
    private boolean periodClosed;
    private long lastId = 40_000;

    ErpSales(ErpOrders orders, ErpStock stock, ErpDictionaries dictionaries) {
        this.orders = orders;
        this.stock = stock;
        this.dictionaries = dictionaries;
    }

    void allowDoubleRealisation(boolean allowed) {
        doubleRealisation = allowed;
    }

    void deleteRealised(boolean deleted) {
        deletesRealised = deleted;
    }

    void closePeriod(boolean closed) {
        periodClosed = closed;
    }

    /** Issues the sales document that the order's type is associated with. */
    ObjectNode realise(ErpOrder order, LocalDate today) {
        check(order);
        if (order.realised() && !doubleRealisation) {
            throw ErpRefusal.bad("Zamówienie " + order.number() + " zostało już zrealizowane.");
        }
        if (!releasesOf.containsKey(order.id()) || order.realised()) {
            stock.take(order.id(), order.needs(dictionaries));
        }
        ObjectNode sale = document(order, today, prefix(order));
        sales.put(sale.get("Id").asLong(), sale);
        salesOf.computeIfAbsent(order.id(), id -> new ArrayList<>()).add(sale);
        order.document().put("DocumentStatus", ErpOrder.REALISED);
        if (deletesRealised) {
            orders.delete(order.id());
        }
        return sale;
    }

    ObjectNode release(ErpOrder order, LocalDate today) {
        check(order);
        if (order.realised() || releasesOf.containsKey(order.id())) {
            throw ErpRefusal.bad("Do zamówienia " + order.number() + " wydano już towar.");
        }
        stock.take(order.id(), order.needs(dictionaries));
        ObjectNode release = document(order, today, "WZ");
        releasesOf.computeIfAbsent(order.id(), id -> new ArrayList<>()).add(release);
        return release;
    }

    private void check(ErpOrder order) {
        if (order.inBuffer()) {
            throw ErpRefusal.bad("Zamówienie " + order.number() + " jest w buforze.");
        }
        if (periodClosed) {
            throw ErpRefusal.bad("Okres sprawozdawczy jest zamknięty.");
        }
    }

    private String prefix(ErpOrder order) {
        long related = dictionaries
                .type(order.document().get("TypeCode").asText())
                .orElseThrow()
                .get("RelatedTypeId")
                .asLong();
        return related == RECEIPT_TYPE ? "PA" : "FV";
    }

    private ObjectNode document(ErpOrder order, LocalDate today, String prefix) {
        ObjectNode from = order.document();
        ObjectNode sale = Json.object().put("Id", ++lastId).put("TypeCode", prefix);
        sale.put("DocumentNumber", numbers.next(prefix, today.getYear(), number -> false));
        sale.put("OrderId", order.id()).put("OrderNumber", order.number());
        sale.put("BuyerId", from.get("BuyerId").asLong());
        sale.put("RecipientId", from.get("RecipientId").asLong());
        sale.put("IssueDate", today.toString()).put("SaleDate", today.toString());
        sale.set("GrossValue", from.get("GrossValue"));
        sale.set("NetValue", from.get("NetValue"));
        sale.set("Currency", from.get("Currency"));
        return sale;
    }

    List<ObjectNode> ofOrder(long orderId) {
        return salesOf.getOrDefault(orderId, List.of());
    }

    Optional<ObjectNode> byId(long id) {
        return Optional.ofNullable(sales.get(id));
    }

    /** By issue date, both days included; of every buyer when none is named. */
    List<ObjectNode> between(Optional<Long> buyer, LocalDate from, LocalDate to) {
        return sales.values().stream()
                .filter(each -> buyer.isEmpty() || each.get("BuyerId").asLong() == buyer.get())
                .filter(each -> {
                    LocalDate issued = LocalDate.parse(each.get("IssueDate").asText());
                    return !issued.isBefore(from) && !issued.isAfter(to);
                })
                .toList();
    }

    List<ObjectNode> all() {
        return new ArrayList<>(sales.values());
    }

    List<ObjectNode> releases() {
        return releasesOf.values().stream().flatMap(List::stream).toList();
    }
}
