package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the ERP issued for a ZMO: an invoice or a receipt, or a warehouse document. Their ids are of two kinds, too. */
public record SalesDocument(int id, String number, Kind kind) {

    /** As the wire calls it. */
    public enum Kind {
        /** An invoice, a receipt or whatever else the ERP associates with the ZMO's type (Z5). */
        FV,
        /** A warehouse document. */
        WZ
    }

    public SalesDocument(int id, String number) {
        this(id, number, Kind.FV);
    }

    /** Reads {@code OrderFV[]} or {@code OrderWZ[]}; empty when none exists. */
    public static List<SalesDocument> read(JsonNode answer, Kind kind) {
        List<SalesDocument> documents = new ArrayList<>();
        for (JsonNode document : answer) {
            documents.add(new SalesDocument(Wire.id(document, "Id"), Wire.text(document, "DocumentNumber"), kind));
        }
        return documents;
    }

    /**
     * Reads the answer to {@code PUT OrdersIssue/FV} or {@code WZ}.
     *
     * @throws ErpUnavailable when it names no document: whether one was issued must be asked
     */
    public static List<SalesDocument> issued(JsonNode answer, Kind kind) {
        List<SalesDocument> documents = read(answer, kind);
        if (documents.isEmpty()) {
            throw ErpUnavailable.because("NO_DOCUMENT");
        }
        return documents;
    }
}
