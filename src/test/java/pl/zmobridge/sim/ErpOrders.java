package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The orders of the ERP. Not safe for threads: the owner locks. */
final class ErpOrders {
    private final ErpIssue issuing;
    private final ErpStock stock;
    private final ErpDictionaries dictionaries;
    private final ErpChanges changes;
    private final Map<Long, ErpOrder> byId = new TreeMap<>();
    private final Map<String, Long> byNumber = new HashMap<>();
    private final ErpNumbers numbers = new ErpNumbers();
    private long lastId = 7000;
    private long lastPosition = 90_000;
    private int issued;

    ErpOrders(ErpIssue issuing, ErpStock stock, ErpDictionaries dictionaries, ErpChanges changes) {
        this.issuing = issuing;
        this.stock = stock;
        this.dictionaries = dictionaries;
        this.changes = changes;
    }

    ErpOrder issue(JsonNode wanted, boolean issue, LocalDate today) {
        ObjectNode given = withPositionIds(wanted.deepCopy());
        ObjectNode document = issuing.document(given, today);
        document.put("Id", ++lastId).put("Buffer", !issue);
        document.put("DocumentNumber", issue ? nextNumber(document) : "");
        ErpOrder order = new ErpOrder(given, document);
        put(order);
        issued++;
        return order;
    }

    /** How many were ever issued, the deleted ones included. */
    int issued() {
        return issued;
    }

    ErpOrder edit(JsonNode wanted) {
        ErpOrder old = byId(wanted.path("Id").asLong())
                .orElseThrow(() -> ErpRefusal.missing(
                        "Nie znaleziono zamówienia o Id " + wanted.path("Id").asText() + "."));
        if (old.status() != ErpOrder.NEW || old.canceled()) {
            throw ErpRefusal.bad("Zamówienie " + old.number()
                    + " jest zrealizowane, zamknięte lub anulowane i nie można go zmienić.");
        }
        for (String kept : List.of("TypeCode", "Series")) {
            if (wanted.has(kept) && !wanted.get(kept).equals(old.issue().get(kept))) {
                throw ErpRefusal.bad("Pole " + kept + ": nie można zmienić typu ani serii wystawionego dokumentu.");
            }
        }
        ObjectNode merged = merged(old.issue(), wanted);
        LocalDate issueDate = LocalDate.parse(old.document().get("IssueDate").asText());
        ObjectNode document = issuing.document(merged, issueDate);
        document.put("Id", old.id()).put("Buffer", old.inBuffer()).put("DocumentNumber", old.number());
        ErpOrder order = new ErpOrder(merged, document);
        put(order);
        return order;
    }

    private ObjectNode merged(ObjectNode issue, JsonNode edit) {
        ObjectNode merged = issue.deepCopy();
        edit.properties().forEach(field -> {
            if (!field.getKey().equals("Positions") && !field.getKey().equals("Id")) {
                merged.set(field.getKey(), field.getValue());
            }
        });
        Map<Long, JsonNode> positions = new TreeMap<>();
        issue.get("Positions")
                .forEach(each -> positions.put(each.get("PositionId").asLong(), each));
        for (JsonNode change : edit.path("Positions")) {
            long id = change.path("PositionId").asLong(0);
            if (id != 0 && !positions.containsKey(id)) {
                throw ErpRefusal.bad("Nie znaleziono pozycji o Id " + id + ".");
            }
            if (change.path("Delete").asBoolean(false)) {
                positions.remove(id);
            } else {
                long kept = id == 0 ? ++lastPosition : id;
                ObjectNode position =
                        id == 0 ? Json.object() : positions.get(id).deepCopy();
                position.setAll((ObjectNode) change);
                positions.put(kept, position.put("PositionId", kept));
            }
        }
        merged.set("Positions", Json.array(positions.values()));
        return merged;
    }

    private ObjectNode withPositionIds(ObjectNode issue) {
        if (issue.path("Positions") instanceof ArrayNode positions) {
            for (JsonNode position : positions) {
                if (position instanceof ObjectNode each) {
                    each.put("PositionId", ++lastPosition);
                }
            }
        }
        return issue;
    }

    private String nextNumber(ObjectNode document) {
        int year = LocalDate.parse(document.get("IssueDate").asText()).getYear();
        return numbers.next(document.get("TypeCode").asText(), year, byNumber::containsKey);
    }

    /** Somebody issues what lies in the buffer. */
    ErpOrder outOfBuffer(long id) {
        ErpOrder order = known(id);
        order.document().put("Buffer", false).put("DocumentNumber", nextNumber(order.document()));
        put(order);
        return order;
    }

    /** Somebody cancels the document: it stays, but is not alive. */
    void cancel(long id) {
        ErpOrder order = known(id);
        order.document().put("Canceled", 1).put("Active", false);
        put(order);
    }

    void status(ErpOrder order, int status) {
        order.document().put("DocumentStatus", status);
        put(order);
    }

    ErpOrder known(long id) {
        return byId(id).orElseThrow(() -> ErpRefusal.missing("Nie znaleziono zamówienia o Id " + id + "."));
    }

    private void put(ErpOrder order) {
        byId.put(order.id(), order);
        if (!order.number().isEmpty()) {
            byNumber.put(order.number(), order.id());
        }
        changes.written(ErpChanges.Kind.ORDERS, order.document());
        if (order.reserves()) {
            stock.reserve(order.id(), order.needs(dictionaries));
        } else {
            stock.free(order.id());
        }
    }

    ErpOrder rename(long id, String number) {
        ErpOrder order = byId(id).orElseThrow(() -> ErpRefusal.missing("Nie znaleziono dokumentu o Id " + id + "."));
        if (number.isBlank()) {
            throw ErpRefusal.bad("Numer dokumentu jest wymagany.");
        }
        if (byNumber.getOrDefault(number, id) != id) {
            throw ErpRefusal.bad("Dokument o numerze " + number + " już istnieje.");
        }
        byNumber.remove(order.number());
        order.document().put("DocumentNumber", number);
        byNumber.put(number, id);
        changes.written(ErpChanges.Kind.ORDERS, order.document());
        return order;
    }

    boolean delete(long id) {
        ErpOrder order = byId.remove(id);
        if (order == null) {
            return false;
        }
        byNumber.remove(order.number());
        stock.free(id);
        changes.deleted(ErpChanges.Kind.ORDERS, id);
        return true;
    }

    Optional<ErpOrder> byId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<ErpOrder> byNumber(String number) {
        return Optional.ofNullable(byNumber.get(number)).map(byId::get);
    }

    /** By issue date, both days included. */
    List<ErpOrder> between(LocalDate from, LocalDate to) {
        return byId.values().stream()
                .filter(order -> {
                    LocalDate issuedOn =
                            LocalDate.parse(order.document().get("IssueDate").asText());
                    return !issuedOn.isBefore(from) && !issuedOn.isAfter(to);
                })
                .toList();
    }

    List<ErpOrder> all() {
        return new ArrayList<>(byId.values());
    }

    /** How many were issued is not part of it. */
    Runnable snapshot() {
        List<ErpOrder> orders = byId.values().stream().map(ErpOrder::copy).toList();
        Runnable numbering = numbers.snapshot();
        long id = lastId;
        long position = lastPosition;
        return () -> {
            byId.clear();
            byNumber.clear();
            orders.stream().map(ErpOrder::copy).forEach(order -> {
                byId.put(order.id(), order);
                if (!order.number().isEmpty()) {
                    byNumber.put(order.number(), order.id());
                }
            });
            numbering.run();
            lastId = id;
            lastPosition = position;
        };
    }
}
