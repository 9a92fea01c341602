package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import pl.zmobridge.order.OrderCard.Stage;
import pl.zmobridge.register.ImportState;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.register.Rows;
import pl.zmobridge.shoper.Sightings;
import pl.zmobridge.shoper.StatusNews;
import pl.zmobridge.symfonia.SalesDocument;
import pl.zmobridge.symfonia.SalesSearch;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.Zmo;
import pl.zmobridge.wire.Request;
import pl.zmobridge.words.Phrase;

/** The order's sale: whether it may be, whether it was, and the documents that come of it (Z2 to Z12). */
public final class SaleSteps {
    private final Shops shops;
    private final InstantSource clock;

    public SaleSteps(Shops shops, InstantSource clock) {
        this.shops = shops;
        this.clock = clock;
    }

    /** Takes the row of {@code registered-order}, and what the register says by it: there is nothing to sell, an earlier attempt is unclear, or the shop must be asked. */
    public void decide(Exchange exchange, @Variable("attempt") Attempt attempt, @Body Map<String, Object> row) {
        exchange.removeVariable("reason"); // a hook decides anew
        RegisteredOrder registered = RegisteredOrder.of(row);
        attempt.found(registered);
        if (!registered.state().equals("ISSUED")) {
            attempt.sale.decided(new SaleDecision.Nothing());
        } else if (registered.importState() == ImportState.SELLING) {
            attempt.sale.decided(new SaleDecision.AskErp()); // Z9
        } else {
            attempt.sale.decided(askShop(attempt));
        }
    }

    /** Z11: the shop's current word, unless this very poll has just read it. */
    private SaleDecision askShop(Attempt attempt) {
        Sightings sightings = shops.of(attempt.shop()).source().sightings();
        return sightings.isOld(attempt.orderId()) ? new SaleDecision.AskShop() : mayBeSold(attempt);
    }

    public Request<List<SalesDocument>> askDocuments(@Variable("attempt") Attempt attempt) {
        return SymfoniaApi.documents(attempt.registered().zmoId());
    }

    /** The documents of the ZMO after an unclear attempt; none says that it was not sold, if the ZMO is still there. */
    public void documents(@Variable("attempt") Attempt attempt, @Body List<SalesDocument> documents) {
        attempt.sale.documents(documents);
        if (!documents.isEmpty()) {
            attempt.sale.decided(new SaleDecision.AlreadySold(documents));
        }
    }

    /** The ZMO is still there without documents, so nothing was sold; or it is gone and its documents must be looked for (Z12). */
    public void zmoStillThere(@Variable("attempt") Attempt attempt, @Body Optional<Zmo> zmo) {
        if (zmo.isPresent()) {
            attempt.sale.decided(askShop(attempt));
        }
    }

    public Request<JsonNode> askSales(@Variable("attempt") Attempt attempt) {
        return SymfoniaApi.sales(attempt.registered().zmoContractor(), Days.of(attempt.registered(), clock));
    }

    /** The buyer's sales, for {@link #soldTo}. */
    public void sales(@Variable("attempt") Attempt attempt, @Body JsonNode sales) {
        attempt.sale.candidates(sales);
    }

    /**
     * The one document that can only be this order's, or a person is asked (Z12).
     *
     * @param others rows of {@code documents-of-buyer}
     */
    public void soldTo(@Variable("attempt") Attempt attempt, @Body List<Map<String, Object>> others) {
        Set<Integer> known = others.stream()
                .map(row -> ((Number) row.get("document_id")).intValue())
                .collect(Collectors.toSet());
        RegisteredOrder registered = attempt.registered();
        attempt.sale.decided(new SaleDecision.AlreadySold(SalesSearch.theOne(
                attempt.sale.candidates(), known, registered.card().total(), registered.number())));
    }

    /** The shop's current word: sell, or close (Z11). */
    public void shopSays(@Variable("attempt") Attempt attempt, @Variable("news") StatusNews news) {
        attempt.sale.decided(news.isClosing() ? new SaleDecision.Closed(news.closeReason()) : mayBeSold(attempt));
    }

    /** H4: unless a rule holds it for a person. */
    private static SaleDecision mayBeSold(Attempt attempt) {
        HeldByRule.check(attempt, Stage.SALE);
        return new SaleDecision.Sell();
    }

    public Request<List<SalesDocument>> sell(@Variable("attempt") Attempt attempt) {
        return SymfoniaApi.sell(attempt.registered().zmoId());
    }

    public void sold(@Variable("attempt") Attempt attempt, @Body List<SalesDocument> documents) {
        attempt.sale.documents(documents);
    }

    /**
     * After a refusal: an earlier attempt may have sold it all the same.
     *
     * @throws RuntimeException the refusal, when there are no documents
     */
    public void soldAfterAll(@Variable("attempt") Attempt attempt, @Body List<SalesDocument> documents) {
        if (documents.isEmpty()) {
            throw attempt.refusal();
        }
        attempt.sale.documents(documents);
    }

    /** Parameters of {@code sales-document-insert}, one map a document. */
    public List<Map<String, Object>> documentRows(@Variable("attempt") Attempt attempt) {
        return attempt.sale.documents().stream()
                .<Map<String, Object>>map(
                        document -> Map.of("documentId", document.id(), "documentNumber", document.number()))
                .toList();
    }

    /** Parameters of {@code event-insert}. */
    public Map<String, Object> soldEvent(@Variable("attempt") Attempt attempt) {
        return Rows.event(attempt.orderId(), Phrase.of("REALISED").with("documents", attempt.sale.numbers()));
    }
}
