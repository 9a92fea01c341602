package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.zmobridge.symfonia.SalesDocument;

/** What an attempt has decided about an order's sale, and the documents that came of it. */
public final class SaleFacts {
    private SaleDecision decision = new SaleDecision.Nothing();
    private List<SalesDocument> documents = List.of();
    private Optional<JsonNode> candidates = Optional.empty();

    void forget() {
        decision = new SaleDecision.Nothing();
        documents = List.of();
        candidates = Optional.empty();
    }

    void decided(SaleDecision now) {
        decision = now;
        if (now instanceof SaleDecision.AlreadySold sold) {
            documents = sold.documents();
        }
    }

    void documents(List<SalesDocument> exist) {
        documents = exist;
    }

    void candidates(JsonNode sales) {
        candidates = Optional.of(sales);
    }

    JsonNode candidates() {
        return candidates.orElseThrow(() -> new IllegalStateException("The ERP was not asked for the buyer's sales"));
    }

    public SaleDecision decision() {
        return decision;
    }

    public List<SalesDocument> documents() {
        return documents;
    }

    public boolean hasDocuments() {
        return !documents.isEmpty();
    }

    /** The documents' numbers, for people. */
    public String numbers() {
        return documents.stream().map(SalesDocument::number).collect(Collectors.joining(", "));
    }
}
