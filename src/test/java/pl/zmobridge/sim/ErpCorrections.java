package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Corrections of sales documents. A position that is sent says how it stands after the correction. Not safe for threads: the owner locks. */
final class ErpCorrections {
    private static final Map<String, String> SERIES = Map.of("FKS", "sFKS", "PARK", "sPARK");
    private static final Set<String> FIELDS = Set.of(
            "TypeCode",
            "Series",
            "MasterDocumentId",
            "MasterDocumentNumber",
            "CorrectionReason",
            "Note",
            "Positions",
            "IssueDate",
            "SaleDate",
            "Marker",
            "Kind",
            "Catalog",
            "ReceivedBy",
            "PaymentFormId",
            "PaymentRegistry",
            "MaturityDate");

    private final ErpSales sales;
    private final ErpSwitches switches;
    private final ErpNumbers numbers = new ErpNumbers();
    private final List<ObjectNode> corrections = new ArrayList<>();
    private long lastId = 70_000;

    ErpCorrections(ErpSales sales, ErpSwitches switches) {
        this.sales = sales;
        this.switches = switches;
    }

    ObjectNode issue(JsonNode issue, boolean inBuffer, LocalDate today) {
        issue.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw ErpRefusal.bad("Nieznane pole " + name + ".");
            }
        });
        String type = issue.path("TypeCode").asText();
        if (!issue.path("Series").asText().equals(SERIES.get(type))) {
            throw ErpRefusal.bad("Nie znaleziono typu dokumentu " + type + " z serią "
                    + issue.path("Series").asText() + ".");
        }
        ObjectNode master = master(issue.path("MasterDocumentId").asLong());
        if (master.path("Canceled").asInt() != 0) {
            throw ErpRefusal.bad("Dokument " + master.path("DocumentNumber").asText() + " jest anulowany.");
        }
        sales.checkPeriod();
        ArrayNode positions = positions(issue.path("Positions"), master);
        ObjectNode correction = Json.object().put("Id", ++lastId).put("TypeCode", type);
        correction.put("DocumentNumber", inBuffer ? "" : numbers.next(type, today.getYear(), number -> false));
        correction.put("Buffer", inBuffer).put("Canceled", 0);
        correction.put("MasterDocumentOid", master.get("Id").asLong());
        correction.put("CorrectionReason", issue.path("CorrectionReason").asText());
        correction.put("Note", switches.dropsNotes() ? "" : issue.path("Note").asText());
        correction.put("IssueDate", today.toString());
        correction.set("BuyerId", master.get("BuyerId"));
        correction.put("GrossValue", sum(positions, "AfterCorrection").subtract(sum(positions, "BeforeCorrection")));
        correction.set("Positions", positions);
        corrections.add(correction);
        return correction;
    }

    private ObjectNode master(long id) {
        return sales.byId(id)
                .orElseThrow(() -> ErpRefusal.bad("Nie znaleziono korygowanego dokumentu o Id " + id + "."));
    }

    private ArrayNode positions(JsonNode wanted, ObjectNode master) {
        if (!wanted.isArray() || wanted.isEmpty()) {
            throw ErpRefusal.bad("Korekta musi zawierać co najmniej jedną pozycję.");
        }
        Map<Integer, ObjectNode> standing = standing(master);
        Set<Integer> seen = new HashSet<>();
        ArrayNode positions = Json.array();
        for (JsonNode position : wanted) {
            int no = position.path("No").asInt();
            ObjectNode before = Optional.ofNullable(standing.get(no))
                    .orElseThrow(() -> ErpRefusal.bad("Pozycji " + no + " nie ma na korygowanym dokumencie."));
            if (!seen.add(no)) {
                throw ErpRefusal.bad("Pozycja " + no + " występuje dwa razy.");
            }
            if (position.has("Code")
                    && !position.get("Code")
                            .asText()
                            .equals(before.get("ProductCode").asText())) {
                throw ErpRefusal.bad("Pozycja " + no + ": inny towar niż na korygowanym dokumencie.");
            }
            positions.add(corrected(position, before, no));
        }
        return positions;
    }

    private ObjectNode corrected(JsonNode position, ObjectNode before, int no) {
        BigDecimal quantity = amount(position, "Quantity", no);
        BigDecimal value = amount(position, "Value", no);
        if (quantity.compareTo(before.get("Quantity").decimalValue()) > 0) {
            throw ErpRefusal.bad("Pozycja " + no + ": ilość po korekcie jest większa niż sprzedana.");
        }
        ObjectNode after = before.deepCopy();
        if (!switches.takeCorrectionIgnored()) {
            after.put("Quantity", quantity).put("GrossValue", value);
        }
        ObjectNode corrected = Json.object().put("No", no);
        corrected.set("BeforeCorrection", before);
        corrected.set("AfterCorrection", after);
        return corrected;
    }

    private static BigDecimal amount(JsonNode position, String name, int no) {
        return Json.number(position.path(name))
                .filter(amount -> amount.signum() >= 0)
                .orElseThrow(() -> ErpRefusal.bad("Pozycja " + no + ": nieprawidłowe pole " + name + "."));
    }

    /** The document's positions after all corrections that there are. */
    private Map<Integer, ObjectNode> standing(ObjectNode master) {
        Map<Integer, ObjectNode> standing = new HashMap<>();
        master.get("Positions").forEach(each -> standing.put(each.get("No").asInt(), ((ObjectNode) each).deepCopy()));
        of(master.get("Id").asLong()).forEach(correction -> correction
                .get("Positions")
                .forEach(each ->
                        standing.put(each.get("No").asInt(), ((ObjectNode) each.get("AfterCorrection")).deepCopy())));
        return standing;
    }

    private static BigDecimal sum(ArrayNode positions, String side) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode position : positions) {
            sum = sum.add(position.get(side).get("GrossValue").decimalValue());
        }
        return sum;
    }

    List<ObjectNode> of(long saleId) {
        return corrections.stream()
                .filter(each -> each.get("MasterDocumentOid").asLong() == saleId)
                .toList();
    }

    Optional<ObjectNode> byId(long id) {
        return corrections.stream()
                .filter(each -> each.get("Id").asLong() == id)
                .findFirst();
    }

    List<ObjectNode> all() {
        return List.copyOf(corrections);
    }
}
