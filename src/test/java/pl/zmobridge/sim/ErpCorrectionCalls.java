package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.function.BiConsumer;

/** Calls about corrections of sales documents. */
final class ErpCorrectionCalls {
    private final Erp erp;

    ErpCorrectionCalls(Erp erp) {
        this.erp = erp;
    }

    void register(BiConsumer<String, ErpApi.Operation> on) {
        on.accept("POST /api/SalesIssue/NewCorrection", this::issue);
        on.accept("GET /api/Sales/Correction", this::correction);
        on.accept("GET /api/Sales/CorrectionSequence", this::sequence);
    }

    private JsonNode issue(SimRequest request) {
        JsonNode correction =
                erp.corrections.issue(ErpParams.body(request), !ErpParams.flag(request, "issue", true), erp.today());
        return erp.switches.takeNullAnswer() ? NullNode.getInstance() : correction;
    }

    private JsonNode correction(SimRequest request) {
        long id = ErpParams.requiredId(request, "id");
        return erp.corrections
                .byId(id)
                .filter(each -> !erp.switches.hidesCorrections())
                .orElseThrow(() -> ErpRefusal.missing("Nie znaleziono korekty o Id " + id + "."));
    }

    private JsonNode sequence(SimRequest request) {
        long id = ErpParams.requiredId(request, "documentId");
        if (erp.switches.forbidsCorrections()) {
            throw ErpRefusal.bad("Brak uprawnień do korekt.");
        }
        if (!erp.switches.tellsCorrections()) {
            throw ErpRefusal.missing("Nie znaleziono zasobu HTTP zgodnego z identyfikatorem URI żądania.");
        }
        erp.sales.byId(id).orElseThrow(() -> ErpRefusal.missing("Nie znaleziono dokumentu o Id " + id + "."));
        ArrayNode shown = Json.array();
        erp.corrections.of(id).forEach(each -> shown.addObject()
                .put("Id", each.get("Id").asLong())
                .put("No", shown.size())
                .put("DocumentNumber", each.get("DocumentNumber").asText())
                .put("IssueDate", each.get("IssueDate").asText()));
        return shown;
    }
}
