package pl.zmobridge.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.symfonia.ErpSettings;
import pl.zmobridge.symfonia.ErpSettings.Numbering;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.Wire;

/** The ZMO types and series of invoices and receipts, and what the ERP makes of them (Z5). */
final class DocumentTypeCheck {
    private final ErpSettings documents;
    private final boolean realised;
    private final ErpQuestions erp;
    private final Findings findings;

    DocumentTypeCheck(ShopSettings settings, ErpQuestions erp, Findings findings) {
        this.documents = settings.symfonia().documents();
        this.realised = settings.realisation().enabled();
        this.erp = erp;
        this.findings = findings;
    }

    void run(JsonNode types) throws IOException, InterruptedException {
        String invoice = numbering("invoice", documents.invoice(), types);
        String receipt = numbering("receipt", documents.receipt(), types);
        if (!invoice.isEmpty() && invoice.equals(receipt)) {
            findings.note(
                    "symfonia.receipt.type",
                    "orders with and without a NIP become sales documents of the same type " + invoice + " (rule Z5)",
                    "take two ZMO types, one associated with invoices, one with receipts, unless that is meant");
        }
    }

    /** The id of the associated document type; blank when there is none. */
    private String numbering(String kind, Numbering wanted, JsonNode types) throws IOException, InterruptedException {
        String key = "symfonia." + kind + ".type";
        Optional<JsonNode> type = ErpDictionaryCheck.entry(types, "Code", wanted.type());
        if (type.isEmpty()) {
            findings.bad(
                    key,
                    "the ERP has no ZMO type „" + wanted.type() + "”",
                    "take one of " + ErpDictionaryCheck.names(ErpDictionaryCheck.active(types), "Code"));
            return "";
        }
        if (!Wire.field(type.get(), "Active").asBoolean(true)) {
            findings.bad(
                    key,
                    "the ZMO type „" + wanted.type() + "” is not active",
                    "activate it in the ERP, or take one of "
                            + ErpDictionaryCheck.names(ErpDictionaryCheck.active(types), "Code"));
            return "";
        }
        String related = related(key, wanted.type(), type.get());
        series("symfonia." + kind + ".series", wanted, type.get());
        return related;
    }

    private String related(String key, String code, JsonNode type) {
        String related = Wire.text(type, "RelatedTypeId");
        String named = ErpDictionaryCheck.described(code, Wire.text(type, "Name"));
        if (!related.isEmpty() && !related.equals("0")) {
            findings.good(
                    key,
                    named + "; realised into document type " + related + ", series " + Wire.text(type, "RelatedSerieId")
                            + " (rule Z5)");
            return related;
        }
        String advice = "choose one in the ERP: the definition of the ZMO type, associated documents";
        if (realised) {
            findings.bad(key, named + " has no associated sales document, so it cannot be realised (rule Z5)", advice);
        } else {
            findings.note(key, named + " has no associated sales document (rule Z5)", advice);
        }
        return "";
    }

    private void series(String key, Numbering wanted, JsonNode type) throws IOException, InterruptedException {
        JsonNode series = erp.ask(SymfoniaApi.seriesOf(Wire.id(type, "Id")));
        if (ErpDictionaryCheck.entry(series, "Code", wanted.series()).isPresent()) {
            findings.good(key, wanted.series());
        } else {
            findings.bad(
                    key,
                    "the ZMO type " + wanted.type() + " has no series „" + wanted.series() + "”",
                    "take one of " + ErpDictionaryCheck.names(series, "Code"));
        }
    }
}
