package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.zmobridge.shoper.FetchedOrder;
import pl.zmobridge.symfonia.SalesDocument;

/** What an attempt has decided about an order's sale, and the documents that came of it. */
public final class SaleFacts {
    private SaleDecision decision = new SaleDecision.Nothing();
    private List<SalesDocument> documents = List.of();
    private Optional<ZmoInquiry> inquiry = Optional.empty();
    private boolean allowedByShop;
    private String reading = "read-row";
    private Optional<JsonNode> row = Optional.empty();
    private Optional<FetchedOrder> whole = Optional.empty();

    void forget() {
        reading = "read-row";
        row = Optional.empty();
        whole = Optional.empty();
        decision = new SaleDecision.Nothing();
        documents = List.of();
        inquiry = Optional.empty();
        allowedByShop = false;
    }

    void decided(SaleDecision now) {
        decision = now;
        if (now instanceof SaleDecision.AlreadySold sold) {
            documents = sold.documents();
        }
    }

    /** The shop is asked for the lines too. */
    void readsLines() {
        reading = "read-order";
    }

    /** The route that asks the shop. */
    public String reading() {
        return reading;
    }

    /**
     * What the shop says now.
     *
     * @param read a row, or a {@link FetchedOrder}
     * @return the row
     */
    JsonNode read(Object read) {
        if (read instanceof FetchedOrder order) {
            whole(order);
            return order.row();
        }
        row = Optional.of((JsonNode) read);
        return row.get();
    }

    Optional<JsonNode> row() {
        return row;
    }

    /** What the shop says now, with lines. */
    void whole(FetchedOrder now) {
        whole = Optional.of(now);
    }

    Optional<FetchedOrder> whole() {
        return whole;
    }

    void documents(List<SalesDocument> exist) {
        documents = exist;
    }

    void asks(ZmoInquiry now) {
        inquiry = Optional.of(now);
    }

    /** Whether the ERP was asked about the ZMO. */
    boolean isAsked() {
        return inquiry.isPresent();
    }

    /** The number of the ZMO, if the ERP was asked and it has one. */
    String zmoCalled() {
        return inquiry.map(ZmoInquiry::zmoCalled).orElse("");
    }

    ZmoInquiry inquiry() {
        return inquiry.orElseThrow(() -> new IllegalStateException("Nobody asks the ERP about the ZMO"));
    }

    /** The shop's current word is not against the sale (Z11). */
    void allowedByShop() {
        allowedByShop = true;
    }

    boolean isAllowedByShop() {
        return allowedByShop;
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
