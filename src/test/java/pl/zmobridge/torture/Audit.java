package pl.zmobridge.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;

/** Compares shop, ERP and register when all is quiet, and says everything that is not as the invariants I1, I2 and I3 want it. */
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
        register.rows("SELECT * FROM sales_documents")
                .forEach(row -> noted.computeIfAbsent(id(row, "import_id"), key -> new HashSet<>())
                        .add(row.get("document_id") + " " + row.get("number")));
    }

    /** Everything that is wrong, one sentence each; empty when nothing is. */
    static List<String> of(ShoperSim shop, SymfoniaSim erp, Register register, Map<Long, Expected> expected) {
        Audit audit = new Audit(shop, erp, register);
        expected.forEach(audit::order);
        audit.whole(expected);
        audit.buyers(expected);
        return audit.violations;
    }

    private void order(long id, Expected expected) {
        String number = "SH/" + id;
        List<ObjectNode> issued = zmoOf.getOrDefault(number, List.of());
        int least = expected == Expected.CANCELLED ? 0 : 1;
        if (issued.size() < least || issued.size() > 1) {
            say(number + ": " + issued.size() + " ZMO instead of one");
        }
        int sold = issued.stream().mapToInt(each -> documentsOf(each).size()).sum();
        int toSell = expected == Expected.SOLD ? 1 : 0;
        if (sold != toSell) {
            say(number + ": " + sold + " sales documents instead of " + toSell);
        }
        for (ObjectNode each : issued) {
            amounts(id, each);
        }
        registered(id, expected, issued);
    }

    private void amounts(long id, ObjectNode issued) {
        BigDecimal sum = new BigDecimal(shop.order(id).orElseThrow().get("sum").asText());
        if (issued.get("GrossValue").decimalValue().compareTo(sum) != 0) {
            say("SH/" + id + ": the ZMO is for " + issued.get("GrossValue") + ", the order for " + sum);
        }
    }

    private void registered(long id, Expected expected, List<ObjectNode> issued) {
        String number = "SH/" + id;
        Map<String, Object> row = orders.get(id);
        if (row == null) {
            say(number + ": not in the register");
            return;
        }
        String state = row.get("state").toString();
        String wanted =
                switch (expected) {
                    case SOLD -> "REALISED";
                    case ISSUED -> "ISSUED";
                    case CANCELLED -> "CLOSED";
                };
        if (!state.equals(wanted)) {
            say(number + ": " + state + " in the register instead of " + wanted);
        }
        List<Map<String, Object>> rows = imports.getOrDefault(id, List.of());
        if (rows.size() != 1) {
            say(number + ": " + rows.size() + " imports instead of one");
        } else if (issued.size() == 1) {
            agrees(number, rows.get(0), issued.get(0));
        }
    }

    private void agrees(String number, Map<String, Object> row, ObjectNode issued) {
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
        if (!notes.equals(sold)) {
            say(number + ": the register knows the sales documents " + notes + ", the ERP has " + sold);
        }
    }

    private void whole(Map<Long, Expected> expected) {
        if (issuedEver > zmo.size()) {
            say((issuedEver - zmo.size()) + " ZMO were issued and are gone");
        }
        zmoOf.forEach((marker, list) -> {
            if (!marker.startsWith("SH/") || !expected.containsKey(Long.valueOf(marker.substring(3)))) {
                say("a ZMO that nobody ordered: " + marker);
            }
        });
        register.rows("SELECT * FROM dead_letters WHERE state = 'OPEN'")
                .forEach(row -> say("SH/" + row.get("shop_order_id") + ": open dead letter, " + row.get("step")
                        + ", attempt " + row.get("attempts") + ": " + row.get("error")));
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

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static long id(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private void say(String violation) {
        violations.add(violation);
    }
}
