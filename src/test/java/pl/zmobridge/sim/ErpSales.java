package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Realisation of orders and the documents it leaves. Not safe for threads: the owner locks. */
final class ErpSales {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final ErpOrders orders;
    private final ErpContractors contractors;
    private final ErpChanges changes;
    private final ErpStock stock;
    private final ErpDictionaries dictionaries;
    private final ErpNumbers numbers = new ErpNumbers();
    private final Map<Long, ObjectNode> sales = new TreeMap<>();
    private final Map<Long, List<ObjectNode>> salesOf = new HashMap<>();
    private final Map<Long, List<ObjectNode>> releasesOf = new HashMap<>();
    private boolean doubleRealisation;
    private boolean deletesRealised;
    private boolean periodClosed;
    private int released = ErpOrder.REALISED;
    private long lastId = 40_000;

    ErpSales(
            ErpOrders orders,
            ErpContractors contractors,
            ErpStock stock,
            ErpDictionaries dictionaries,
            ErpChanges changes) {
        this.orders = orders;
        this.contractors = contractors;
        this.changes = changes;
        this.stock = stock;
        this.dictionaries = dictionaries;
    }

    void allowDoubleRealisation(boolean allowed) {
        doubleRealisation = allowed;
    }

    void deleteRealised(boolean deleted) {
        deletesRealised = deleted;
    }

    /** What {@code DocumentStatus} a warehouse document gives its order; the wire file does not tell. */
    void releaseGives(int status) {
        released = status;
    }

    void closePeriod(boolean closed) {
        periodClosed = closed;
    }

    /** Issues the sales document that the order's type is associated with. */
    ObjectNode realise(ErpOrder order, LocalDate today) {
        check(order);
        if (order.realised() && !ofOrder(order.id()).isEmpty() && !doubleRealisation) {
            throw ErpRefusal.bad("Zamówienie " + order.number() + " zostało już zrealizowane.");
        }
        if (!releasesOf.containsKey(order.id()) || !ofOrder(order.id()).isEmpty()) {
            stock.take(order.id(), order.needs(dictionaries));
        }
        ObjectNode sale = document(order, today, prefix(order));
        keep(order, sale);
        orders.status(order, ErpOrder.REALISED);
        if (deletesRealised) {
            orders.delete(order.id());
        }
        return sale;
    }

    /** Somebody sells half of every position in the ERP; the rest stays open. */
    ObjectNode realiseHalf(ErpOrder order, LocalDate today) {
        check(order);
        Map<String, BigDecimal> half = order.needs(dictionaries);
        half.replaceAll((code, quantity) -> quantity.multiply(HALF));
        stock.take(order.id(), half);
        ObjectNode sale = document(order, today, prefix(order));
        for (String sum : List.of("GrossValue", "NetValue")) {
            sale.put(sum, sale.get(sum).decimalValue().multiply(HALF).setScale(2, RoundingMode.HALF_UP));
        }
        keep(order, sale);
        orders.status(order, ErpOrder.PARTIAL);
        return sale;
    }

    private void keep(ErpOrder order, ObjectNode sale) {
        sales.put(sale.get("Id").asLong(), sale);
        salesOf.computeIfAbsent(order.id(), id -> new ArrayList<>()).add(sale);
        changes.written(ErpChanges.Kind.SALES, sale);
    }

    ObjectNode release(ErpOrder order, LocalDate today) {
        check(order);
        boolean again = order.realised() || releasesOf.containsKey(order.id());
        if (again && !doubleRealisation) {
            throw ErpRefusal.bad("Do zamówienia " + order.number() + " wydano już towar.");
        }
        stock.take(order.id(), order.needs(dictionaries));
        ObjectNode release = document(order, today, "WZ");
        releasesOf.computeIfAbsent(order.id(), id -> new ArrayList<>()).add(release);
        orders.status(order, released);
        return release;
    }

    private void check(ErpOrder order) {
        if (order.inBuffer()) {
            throw ErpRefusal.bad("Zamówienie " + order.number() + " jest w buforze.");
        }
        if (order.canceled() || order.status() == ErpOrder.CLOSED) {
            throw ErpRefusal.bad("Zamówienie " + order.number() + " jest anulowane lub zamknięte.");
        }
        checkPeriod();
        contractors.checkSale(order.document().get("BuyerId").asLong());
    }

    void checkPeriod() {
        if (periodClosed) {
            throw ErpRefusal.bad("Okres sprawozdawczy jest zamknięty.");
        }
    }

    private String prefix(ErpOrder order) {
        return dictionaries.makesReceipts(relatedType(order)) ? "PA" : "FV";
    }

    private long relatedType(ErpOrder order) {
        return dictionaries
                .type(order.document().get("TypeCode").asText())
                .orElseThrow()
                .get("RelatedTypeId")
                .asLong();
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
        sale.set("CurrencyRateCIT", from.get("CurrencyRate"));
        sale.set(
                "JPK_V7Attributes",
                dictionaries.documentType(relatedType(order)).orElseThrow().get("JPK_V7Attributes"));
        sale.put("Fisacal", prefix.equals("PA") ? 1 : 0).put("Canceled", 0).put("Settled", false);
        sale.set("Positions", from.get("Positions").deepCopy());
        int no = 0;
        for (JsonNode position : sale.get("Positions")) {
            ((ObjectNode) position).put("No", ++no);
        }
        return sale;
    }

    List<ObjectNode> ofOrder(long orderId) {
        return salesOf.getOrDefault(orderId, List.of());
    }

    List<ObjectNode> releasesOf(long orderId) {
        return releasesOf.getOrDefault(orderId, List.of());
    }

    Optional<ObjectNode> byId(long id) {
        return Optional.ofNullable(sales.get(id));
    }

    /** By issue date, both days included. */
    List<ObjectNode> between(LocalDate from, LocalDate to) {
        return sales.values().stream()
                .filter(each -> {
                    LocalDate issued = LocalDate.parse(each.get("IssueDate").asText());
                    return !issued.isBefore(from) && !issued.isAfter(to);
                })
                .toList();
    }

    List<ObjectNode> all() {
        return new ArrayList<>(sales.values());
    }

    /** Somebody cancels the document in the ERP. */
    void cancel(long id) {
        ObjectNode sale = byId(id).orElseThrow(() -> ErpRefusal.missing("Nie znaleziono dokumentu o Id " + id + "."));
        changes.written(ErpChanges.Kind.SALES, sale.put("Canceled", 1));
    }

    Runnable snapshot() {
        List<ObjectNode> was = all().stream().map(ObjectNode::deepCopy).toList();
        Map<Long, List<ObjectNode>> released = Map.copyOf(releasesOf);
        Runnable numbering = numbers.snapshot();
        long id = lastId;
        return () -> {
            sales.clear();
            salesOf.clear();
            releasesOf.clear();
            was.stream().map(ObjectNode::deepCopy).forEach(sale -> {
                sales.put(sale.get("Id").asLong(), sale);
                salesOf.computeIfAbsent(sale.get("OrderId").asLong(), none -> new ArrayList<>())
                        .add(sale);
            });
            released.forEach((order, releases) -> releasesOf.put(order, new ArrayList<>(releases)));
            numbering.run();
            lastId = id;
        };
    }

    List<ObjectNode> releases() {
        return releasesOf.values().stream().flatMap(List::stream).toList();
    }
}
