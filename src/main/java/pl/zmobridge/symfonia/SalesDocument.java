package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** An invoice or a receipt that the ERP issued for a ZMO. */
public record SalesDocument(int id, String number) {

    /** Reads {@code OrderFV[]}; empty when none exists. */
    public static List<SalesDocument> read(JsonNode answer) {
        List<SalesDocument> documents = new ArrayList<>();
        for (JsonNode document : answer) {
            documents.add(new SalesDocument(Wire.id(document, "Id"), Wire.text(document, "DocumentNumber")));
        }
        return documents;
    }

    /**
     * Reads the answer to {@code PUT OrdersIssue/FV}.
     *
     * @throws ErpUnavailable when it names no document: whether one was issued must be asked
     */
    public static List<SalesDocument> issued(JsonNode answer) {
        List<SalesDocument> documents = read(answer);
        if (documents.isEmpty()) {
            throw ErpUnavailable.because("NO_DOCUMENT");
        }
        return documents;
    }
}
