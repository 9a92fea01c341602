package pl.zmobridge.attempt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.zmobridge.symfonia.SalesDocument;

/** What an attempt has decided about an order's sale, and the documents that came of it. */
public final class SaleFacts {
    private SaleDecision decision = new SaleDecision.Nothing();
    private List<SalesDocument> documents = List.of();
    private Optional<RuntimeException> refusal = Optional.empty();

    void forget() {
        decision = new SaleDecision.Nothing();
        documents = List.of();
        refusal = Optional.empty();
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

    void refused(RuntimeException why) {
        refusal = Optional.of(why);
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

    Optional<RuntimeException> refusal() {
        return refusal;
    }

    /** The documents' numbers, for people. */
    public String numbers() {
        return documents.stream().map(SalesDocument::number).collect(Collectors.joining(", "));
    }
}
