package pl.zmobridge.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;

/**
 * Compares shop, ERP and register when all is quiet, and says everything that is not as the invariants want it: nothing lost, nothing
 * twice, nothing silent (I1, I2, I3), and every document as the shop's order is now, to the grosz, the rate and the buyer (I9).
 */
final class Audit {
    private final ShoperSim shop;
    private final Register register;
    private final int issuedEver;
    private final Map<String, List<ObjectNode>> zmoOf = new HashMap<>();
    private final Map<Long, List<ObjectNode>> documentsOf = new HashMap<>();
    private final List<ObjectNode> zmo;
    private final List<ObjectNode> documents;
    private final List<ObjectNode> contractors;
    private final Map<Long, Map<String, Object>> orders = new TreeMap<>();
    private final Map<Long, List<Map<String, Object>>> imports = new TreeMap<>();
    private final Map<Long, Set<String>> noted = new HashMap<>();
    private final Map<Long, List<Map<String, Object>>> letters = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    private Audit(ShoperSim shop, SymfoniaSim erp, Register register) {
        this.shop = shop;
        this.register = register;
        issuedEver = erp.ordersIssued();
        zmo = erp.orders();
        documents = erp.invoices();
        contractors = erp.contractors();
        zmo.forEach(each ->
                zmoOf.computeIfAbsent(marker(each), key -> new ArrayList<>()).add(each));
        documents.forEach(each -> documentsOf
                .computeIfAbsent(each.get("OrderId").asLong(), key -> new ArrayList<>())
                .add(each));
        register.rows("SELECT * FROM orders").forEach(row -> orders.put(id(row, "shop_order_id"), row));
        register.rows("SELECT * FROM imports")
                .forEach(row -> imports.computeIfAbsent(id(row, "shop_order_id"), key -> new ArrayList<>())
                        .add(row));
        register.rows("SELECT * FROM sales_documents WHERE kind = 'FV'")
                .forEach(row -> noted.computeIfAbsent(id(row, "import_id"), key -> new HashSet<>())
                        .add(row.get("document_id") + " " + row.get("number")));
        register.rows("SELECT *, next_attempt_at > UTC_TIMESTAMP(3) - INTERVAL 10 SECOND AS is_tried FROM dead_letters"
                        + " WHERE state = 'OPEN'")
                .forEach(row -> letters.computeIfAbsent(id(row, "shop_order_id"), key -> new ArrayList<>())
                        .add(row));
    }

    /** Everything that is wrong, one sentence each; empty when nothing is. */
    static List<String> of(ShoperSim shop, SymfoniaSim erp, Register register, Map<Long, Expected> expected) {
        Audit audit = new Audit(shop, erp, register);
        expected.forEach(audit::order);
        audit.whole(expected);
        audit.buyers(expected);
        return audit.violations;
    }

    private void order(long id, Expected wanted) {
        String number = "SH/" + id;
        List<ObjectNode> issued = zmoOf.getOrDefault(number, List.of());
        int sold = issued.stream().mapToInt(each -> documentsOf(each).size()).sum();
        Expected expected = wanted.given(sold);
        int least = expected == Expected.CANCELLED ? 0 : 1;
        if (issued.size() < least || issued.size() > 1) {
            say(number + ": " + issued.size() + " ZMO instead of one");
        }
        if (sold != expected.documents()) {
            say(number + ": " + sold + " sales documents instead of " + expected.documents());
        }
        if (expected.state().equals("CLOSED")) {
            issued.forEach(each -> named(id, each));
        } else {
            issued.forEach(each -> exact(id, wanted, each));
        }
        registered(id, expected, issued);
        open(id, wanted);
    }

    /** E1: what is left of a cancelled order in the ERP is named by something open. */
    private void named(long id, ObjectNode left) {
        String number = left.get("DocumentNumber").asText();
        boolean named = lettersOf(id).stream()
                .anyMatch(each -> each.get("error").toString().contains(number));
        if (!named) {
            say("SH/" + id + ": cancelled, and nothing open names the ZMO " + number);
        }
    }

    /** I9: ZMO and documents are what the shop says now, unless a review says that they are not. */
    private void exact(long id, Expected wanted, ObjectNode issued) {
        List<ObjectNode> all = new ArrayList<>(List.of(issued));
        all.addAll(documentsOf(issued));
        List<String> differences = all.stream()
                .flatMap(each ->
                        DocumentCheck.differences(shop.order(id).orElseThrow(), shop.lines(id), each, contractor(each)))
                .toList();
        if (wanted != Expected.SOLD_AND_CHANGED) {
            differences.forEach(each -> say("SH/" + id + ": " + each));
        } else if (!differences.isEmpty() && !isUnderReview(id, "CHANGED_AFTER_SALE")) {
            say("SH/" + id + ": no review says that it changed after its sale: " + differences);
        }
        if (wanted == Expected.SOLD_OR_CANCELLED
                && shop.order(id).orElseThrow().get("status_id").asInt() == OrderLives.CANCELLED
                && !isUnderReview(id, "CANCELLED_AFTER_SALE")) {
            say("SH/" + id + ": no review says that it was cancelled after its sale");
        }
    }

    /** I3: what is open belongs to a person, and somebody tries it. */
    private void open(long id, Expected wanted) {
        Set<String> causes = new HashSet<>(
                switch (wanted) {
                    case SOLD_AND_CHANGED -> Set.of("CHANGED_AFTER_SALE");
                    case SOLD_OR_CANCELLED -> Set.of("CANCELLED_AFTER_SALE");
                    case SOLD_BY_HAND_AND_CANCELLED -> Set.of("ZMO_NOT_WITHDRAWN");
                    default -> Set.of();
                });
        for (Map<String, Object> letter : lettersOf(id)) {
            boolean review = letter.get("step").equals("REVIEW");
            if (!causes.contains(String.valueOf(letter.get("cause")))) {
                say("SH/" + id + ": open dead letter, " + letter.get("step") + ", attempt " + letter.get("attempts")
                        + ", the next at " + letter.get("next_attempt_at") + " UTC: " + letter.get("error"));
            } else if (!review && id(letter, "is_tried") == 0) {
                say("SH/" + id + ": nobody tries the open dead letter " + letter.get("cause"));
            }
        }
    }

    private boolean isUnderReview(long id, String cause) {
        return lettersOf(id).stream().anyMatch(each -> cause.equals(each.get("cause")));
    }

    private List<Map<String, Object>> lettersOf(long id) {
        return letters.getOrDefault(id, List.of());
    }

    private JsonNode contractor(ObjectNode document) {
        long buyer = document.get("BuyerId").asLong();
        return contractors.stream()
                .filter(each -> each.get("Id").asLong() == buyer)
                .findFirst()
                .map(JsonNode.class::cast)
                .orElse(MissingNode.getInstance());
    }

    private void registered(long id, Expected expected, List<ObjectNode> issued) {
        String number = "SH/" + id;
        Map<String, Object> row = orders.get(id);
        if (row == null) {
            say(number + ": not in the register");
            return;
        }
        String state = row.get("state").toString();
        if (!state.equals(expected.state())) {
            say(number + ": " + state + " in the register instead of " + expected.state());
        }
        List<Map<String, Object>> rows = imports.getOrDefault(id, List.of()).stream()
                .filter(each -> !each.get("step").equals("WITHDRAWN"))
                .toList();
        if (rows.size() != 1) {
            say(number + ": " + rows.size() + " imports instead of one");
        } else if (issued.size() == 1) {
            agrees(number, rows.get(0), issued.get(0), expected);
        } else if (issued.isEmpty() && !rows.get(0).get("step").equals("NEW")) {
            say(number + ": no ZMO, but an import that is " + rows.get(0).get("step"));
        }
    }

    private void agrees(String number, Map<String, Object> row, ObjectNode issued, Expected expected) {
        String known = row.get("erp_order_id") + " " + row.get("erp_number");
        String real =
                issued.get("Id").asLong() + " " + issued.get("DocumentNumber").asText();
        if (!known.equals(real)) {
            say(number + ": the register knows ZMO " + known + ", the ERP has " + real);
        }
        Set<String> sold = new HashSet<>();
        documentsOf(issued)
                .forEach(each -> sold.add(each.get("Id").asLong() + " "
                        + each.get("DocumentNumber").asText()));
        Set<String> notes = noted.getOrDefault(id(row, "id"), Set.of());
        if (expected != Expected.SOLD_BY_HAND_AND_CANCELLED && !notes.equals(sold)) {
            say(number + ": the register knows the sales documents " + notes + ", the ERP has " + sold);
        }
    }

    private void whole(Map<Long, Expected> expected) {
        long withdrawn = imports.values().stream()
                .flatMap(List::stream)
                .filter(each -> each.get("step").equals("WITHDRAWN") && each.get("erp_order_id") != null)
                .count();
        if (issuedEver - zmo.size() != withdrawn) {
            say((issuedEver - zmo.size()) + " ZMO were issued and are gone, " + withdrawn + " were withdrawn");
        }
        zmoOf.forEach((marker, list) -> {
            if (!marker.startsWith("SH/") || !expected.containsKey(Long.valueOf(marker.substring(3)))) {
                say("a ZMO that nobody ordered: " + marker);
            }
        });
        letters.keySet().stream()
                .filter(id -> !expected.containsKey(id))
                .forEach(id -> say("SH/" + id + ": an open dead letter of no order"));
        register.rows("SELECT * FROM feedback WHERE state <> 'DONE'")
                .forEach(row -> say("SH/" + row.get("shop_order_id") + ": feedback " + row.get("state")));
    }

    private void buyers(Map<Long, Expected> expected) {
        Map<String, List<String>> byNip = new TreeMap<>();
        Map<String, List<String>> byCode = new TreeMap<>();
        for (ObjectNode each : contractors) {
            String code = each.get("Code").asText();
            byCode.computeIfAbsent(code, key -> new ArrayList<>()).add(code);
            String nip = digits(each.path("NIP").asText());
            if (!nip.isEmpty()) {
                byNip.computeIfAbsent(nip, key -> new ArrayList<>()).add(code);
            }
        }
        byNip.forEach((nip, codes) -> {
            if (codes.size() > 1) {
                say("contractors " + codes + " have one NIP");
            }
        });
        byCode.values().forEach(codes -> {
            if (codes.size() > 1) {
                say("contractors with one code: " + codes);
            }
        });
        Map<String, Set<Long>> contractorsOf = new TreeMap<>();
        expected.keySet()
                .forEach(id -> zmoOf.getOrDefault("SH/" + id, List.of()).forEach(each -> contractorsOf
                        .computeIfAbsent(buyer(id), key -> new HashSet<>())
                        .add(each.get("BuyerId").asLong())));
        contractorsOf.forEach((buyer, ids) -> {
            if (ids.size() > 1) {
                say("the orders of " + buyer + " belong to " + ids.size() + " contractors");
            }
        });
    }

    /** Whom the order is from: the NIP, else the account, else the address. */
    private String buyer(long id) {
        ObjectNode order = shop.order(id).orElseThrow();
        String nip = digits(
                order.path("billing_address").path("tax_identification_number").asText(""));
        String user = order.path("user_id").asText("");
        boolean guest = user.isEmpty() || user.equals("0") || user.equals("null");
        return !nip.isEmpty() ? "NIP " + nip : guest ? order.get("email").asText() : "account " + user;
    }

    private List<ObjectNode> documentsOf(ObjectNode issued) {
        return documentsOf.getOrDefault(issued.get("Id").asLong(), List.of());
    }

    private static String marker(JsonNode issued) {
        return issued.path("Description").asText().split(" ", 2)[0];
    }

    static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static long id(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private void say(String violation) {
        violations.add(violation);
    }
}
