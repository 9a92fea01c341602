package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.order.CorrectionProposal;
import pl.zmobridge.order.Texts;
import pl.zmobridge.wire.Request;

/** Corrections of sales documents on the wire: beside {@link SymfoniaApi} the only place that knows their paths. */
public final class Corrections {
    private static final String MARK = "korekta ";
    private static final int REASON = 100;

    private Corrections() {}

    /** The document that is to be corrected; empty when the ERP has none of that id. */
    public static Request<Optional<StoredSale>> sale(int id) {
        return Request.get("Sales", "id=" + id, answer -> StoredSale.read(ErpAnswers.question(answer)));
    }

    /** The ids of a document's corrections, the document's own left out; empty when the ERP does not tell. */
    public static Request<Optional<List<Integer>>> sequence(int saleId) {
        return Request.get(
                "Sales/CorrectionSequence",
                "documentId=" + saleId,
                answer -> sequence(ErpAnswers.question(answer), saleId));
    }

    private static Optional<List<Integer>> sequence(JsonNode answer, int saleId) {
        if (!answer.isArray()) { // an ERP without that call answers 404 as for a document that it does not have
            return Optional.empty();
        }
        List<Integer> ids = new ArrayList<>();
        answer.forEach(each -> ids.add(Wire.id(each, "Id")));
        ids.removeIf(id -> id == saleId);
        return Optional.of(ids);
    }

    public static Request<Optional<StoredCorrection>> correction(int id) {
        return Request.get(
                "Sales/Correction", "id=" + id, answer -> StoredCorrection.read(ErpAnswers.question(answer)));
    }

    /** Writes a correction and issues it. */
    public static Request<StoredCorrection> issue(String correction) {
        return new Request<>(
                "POST", "SalesIssue/NewCorrection", "issue=true", correction, answer -> StoredCorrection.read(
                                ErpAnswers.written(answer))
                        .orElseThrow());
    }

    /** How a correction of ours is known, whatever its number: stands in {@code Note}. */
    static String mark(String marker) {
        return MARK + marker;
    }

    /**
     * The body of {@code SalesIssue/NewCorrection}. Every position is sent as it is after the correction, also those that do not change:
     * nothing says what the ERP makes of one that is left out.
     *
     * @param reason stands on the document
     * @param number the order's
     */
    public static String body(
            ErpSettings.Numbering numbering,
            StoredSale sale,
            CorrectionProposal proposal,
            String reason,
            String number,
            String marker) {
        ObjectNode issue = Wire.JSON.createObjectNode();
        issue.put("TypeCode", numbering.type());
        issue.put("Series", numbering.series());
        issue.put("MasterDocumentId", sale.id());
        issue.put("CorrectionReason", Texts.cut(reason, REASON));
        issue.put("Note", Marker.of(number) + mark(marker));
        ArrayNode positions = issue.putArray("Positions");
        for (CorrectionProposal.Line line : proposal.lines()) {
            ObjectNode position = positions.addObject().put("No", line.no());
            if (!line.code().isEmpty()) {
                position.put("Code", line.code());
            }
            position.put("Name", line.name());
            position.put("Quantity", plain(line.after().quantity()));
            position.put("Value", line.after().gross());
            if (!line.rate().isEmpty()) {
                position.putObject("VatRate").put("Code", line.rate());
            }
        }
        return Wire.write(issue);
    }

    private static BigDecimal plain(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
