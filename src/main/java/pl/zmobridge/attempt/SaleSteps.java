package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import pl.zmobridge.order.CardEdits;
import pl.zmobridge.order.CardOutcome;
import pl.zmobridge.order.ForeignVat;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.OrderCard.Stage;
import pl.zmobridge.order.ReceivedOrder;
import pl.zmobridge.order.ShopChanges;
import pl.zmobridge.register.ImportState;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.register.Rows;
import pl.zmobridge.shoper.FetchedOrder;
import pl.zmobridge.shoper.Sightings;
import pl.zmobridge.shoper.StatusNews;
import pl.zmobridge.symfonia.SalesDocument;
import pl.zmobridge.symfonia.SalesDocument.Kind;
import pl.zmobridge.symfonia.SalesSearch;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.Vat;
import pl.zmobridge.symfonia.Zmo;
import pl.zmobridge.symfonia.ZmoStatus;
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
        RegisteredOrder registered = attempt.claim.read(row);
        attempt.found(registered);
        if (!registered.state().equals("ISSUED")) {
            attempt.sale.decided(new SaleDecision.Nothing());
        } else if (registered.importState() == ImportState.SELLING) {
            askErp(attempt); // Z9
        } else {
            attempt.sale.decided(askShop(attempt));
        }
    }

    /** Z11: the shop's current word, unless this very poll has just read it; with lines when they were read long ago (S2). */
    private SaleDecision askShop(Attempt attempt) {
        RegisteredOrder registered = attempt.registered();
        if (registered.changeDue().isPresent()) {
            return new SaleDecision.ChangeFirst(); // S4
        }
        Sightings sightings = source(attempt).sightings();
        boolean old = sightings.isOld(attempt.orderId());
        boolean outdated = registered
                .receivedAt()
                .filter(at -> sightings.isOutdated(attempt.orderId(), at.toInstant(ZoneOffset.UTC)))
                .isPresent();
        if (outdated || attempt.wantsCurrentData()) {
            attempt.sale.readsLines();
            return new SaleDecision.AskShop();
        }
        if (old) {
            return new SaleDecision.AskShop();
        }
        attempt.sale.allowedByShop();
        return mayBeSold(attempt);
    }

    private Shop.Source source(Attempt attempt) {
        return shops.of(attempt.shop()).source();
    }

    private SaleDecision askErp(Attempt attempt) {
        boolean named = shops.of(attempt.shop()).target().settings().rename()
                && !Realisation.isThroughBuffer(attempt.registered()); // who issues it there gives the number
        attempt.sale.asks(new ZmoInquiry(attempt.registered(), named));
        SaleDecision asking = new SaleDecision.AskErp();
        attempt.sale.decided(asking);
        return asking;
    }

    /** The next question about the ZMO. */
    public Request<?> question(@Variable("attempt") Attempt attempt) {
        RegisteredOrder registered = attempt.registered();
        return switch (attempt.sale.inquiry().next()) {
            case STATUS -> SymfoniaApi.status(registered.zmoId());
            case DOCUMENTS -> SymfoniaApi.documents(registered.zmoId(), Kind.FV);
            case RELEASES -> SymfoniaApi.documents(registered.zmoId(), Kind.WZ);
            case ZMO -> SymfoniaApi.findById(registered.zmoId());
            case SALES -> SymfoniaApi.sales(registered.zmoContractor(), Days.of(registered, clock));
        };
    }

    /**
     * Takes the answer: it was sold already, the buyer's sales must tell (Z12), or nothing was sold and the shop's word decides.
     *
     * @throws NotOurs when the id is another document's (S6)
     * @throws HandledByHand when only a person can settle it (S9, E5)
     */
    public void answered(@Variable("attempt") Attempt attempt, @Body Object answer) {
        ZmoInquiry inquiry = attempt.sale.inquiry();
        switch (inquiry.next()) {
            case STATUS -> inquiry.status(((Optional<?>) answer).map(ZmoStatus.class::cast));
            case DOCUMENTS -> inquiry.documents(documents(answer));
            case RELEASES -> inquiry.releases(documents(answer));
            case ZMO -> inquiry.zmo(((Optional<?>) answer).map(Zmo.class::cast));
            case SALES -> inquiry.sales((JsonNode) answer);
        }
        if (inquiry.isAsking()) {
            return;
        }
        if (!inquiry.documents().isEmpty()) {
            attempt.sale.decided(new SaleDecision.AlreadySold(inquiry.documents()));
        } else if (inquiry.sales().isPresent()) {
            attempt.sale.decided(new SaleDecision.Search());
        } else {
            attempt.sale.decided(attempt.sale.isAllowedByShop() ? mayBeSold(attempt) : askShop(attempt));
        }
    }

    private static List<SalesDocument> documents(Object answer) {
        return ((List<?>) answer).stream().map(SalesDocument.class::cast).toList();
    }

    /** What {@code OrdersIssue/FV} or {@code WZ} has made of the ZMO, for {@link #soldAfterAll}. */
    public Request<List<SalesDocument>> askDocuments(@Variable("attempt") Attempt attempt) {
        return SymfoniaApi.documents(attempt.registered().zmoId(), next(attempt));
    }

    private static Kind next(Attempt attempt) {
        return Realisation.of(attempt.registered()).next();
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
                attempt.sale.inquiry().sales().orElseThrow(),
                known,
                registered.card().total(),
                registered.number())));
    }

    /** S2: whether the row differs from the card, so that only the whole order can tell whether the ZMO does. */
    public boolean isDoubtful(@Variable("attempt") Attempt attempt, @Variable("news") StatusNews news) {
        OrderCard card = attempt.registered().card();
        return !news.isClosing()
                && attempt.sale.whole().isEmpty()
                && source(attempt)
                        .intake()
                        .row(attempt.sale.row().orElseThrow())
                        .filter(row -> ShopChanges.between(card, row).isEmpty())
                        .isEmpty();
    }

    /**
     * The shop's current word: sell, close (Z11), or compare the ZMO with the order first (S2, S4); or none of these, for an order that only its
     * dead letter brought here, as it had become another one and is itself again (S7).
     *
     * @param read the whole order, when its row was in doubt
     * @throws HeldByRule when a rule holds the order
     */
    public void shopSays(@Variable("attempt") Attempt attempt, @Variable("news") StatusNews news, @Body Object read) {
        if (read instanceof FetchedOrder order) {
            attempt.sale.read(order);
        }
        boolean due = attempt.registered().realiseDue() || news.realiseNow();
        if (news.isClosing()) {
            attempt.sale.decided(new SaleDecision.Closed(news.closeReason()));
        } else if (!due) {
            attempt.sale.decided(new SaleDecision.Nothing());
        } else if (attempt.sale
                .whole()
                .filter(order -> isEdited(attempt, order))
                .isPresent()) {
            attempt.sale.decided(new SaleDecision.ChangeFirst());
        } else {
            attempt.sale.allowedByShop();
            attempt.sale.decided(mayBeSold(attempt));
        }
    }

    /** Whether the order is not what its ZMO was made from any more; one that cannot be read now is taken for edited. */
    private boolean isEdited(Attempt attempt, FetchedOrder order) {
        RegisteredOrder registered = attempt.registered();
        ReceivedOrder now = source(attempt).intake().read(order, registered.accepted());
        source(attempt).sightings().read(attempt.orderId());
        return !(now.outcome() instanceof CardOutcome.Built built
                && CardEdits.between(registered.card(), built.card()).isEmpty()
                && isSoldAlike(registered.card(), built.card()));
    }

    /** What no position of the ZMO shows, and decides what it may become (D1, V3), and whether it may at all (H4, S10). */
    private static boolean isSoldAlike(OrderCard was, OrderCard now) {
        return was.decision().outcome().realise() == now.decision().outcome().realise()
                && was.decision().foreignVat() == now.decision().foreignVat()
                && was.source().vatEu() == now.source().vatEu()
                && was.heldBefore(Stage.IMPORT).equals(now.heldBefore(Stage.IMPORT))
                && was.heldBefore(Stage.SALE).equals(now.heldBefore(Stage.SALE));
    }

    /** The words with which the realisation's dead letter closes without a sale. */
    public void endsUnsold(@Variable("attempt") Attempt attempt) {
        attempt.ends(
                attempt.sale.decision() instanceof SaleDecision.NotRealised not
                        ? not.reason()
                        : attempt.sale.decision().isChangeFirst() ? "Najpierw zmiana ZMO" : "Nie ma czego realizować");
    }

    /** H4: unless a rule holds it for a person. S6, S9: unless the ERP must be asked what has become of the ZMO meanwhile. */
    private SaleDecision mayBeSold(Attempt attempt) {
        if (Realisation.of(attempt.registered()).isNone()) {
            return new SaleDecision.NotRealised(
                    attempt.registered().card().decision().notRealised()); // D1
        }
        if (attempt.registered().card().decision().noDocument().isPresent()) {
            return new SaleDecision.ChangeFirst(); // D1: no sale, and its ZMO is withdrawn
        }
        OrderCard card = attempt.registered().card();
        if (card.source().vatEu() && !card.decision().foreignVat()) {
            throw new Vat.Refused(ForeignVat.problems(card)); // V3: it became one after its ZMO was written
        }
        HeldByRule.check(attempt, Stage.SALE);
        return attempt.sale.isAsked() || followsAtOnce(attempt) ? new SaleDecision.Sell() : askErp(attempt);
    }

    /** Whether the bridge wrote the ZMO a moment ago, because the order was paid already, and this is the first try (Z3). */
    private static boolean followsAtOnce(Attempt attempt) {
        return attempt.registered().justIssued()
                && attempt.registered().failures() == 0
                && attempt.registered().released().isEmpty()
                && !Realisation.isThroughBuffer(attempt.registered())
                && !attempt.isAskedByPerson();
    }

    public Request<List<SalesDocument>> sell(@Variable("attempt") Attempt attempt) {
        return SymfoniaApi.sell(attempt.registered().zmoId(), next(attempt));
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
            throw attempt.failing.refusal();
        }
        attempt.sale.documents(documents);
    }

    /** Parameters of {@code sales-document-insert}, one map a document. */
    public List<Map<String, Object>> documentRows(@Variable("attempt") Attempt attempt) {
        return attempt.sale.documents().stream()
                .<Map<String, Object>>map(document -> Map.of(
                        "documentId",
                        document.id(),
                        "documentNumber",
                        document.number(),
                        "documentKind",
                        document.kind().name()))
                .toList();
    }

    /** The words with which the realisation's dead letter closes; and parameters of {@code event-insert}. */
    public Map<String, Object> outcome(@Variable("attempt") Attempt attempt) {
        boolean released = attempt.sale.documents().stream().allMatch(document -> document.kind() == Kind.WZ);
        attempt.ends(released ? "WZ wystawione" : "Dokument sprzedaży wystawiony");
        return Rows.event(attempt.orderId(), Phrase.of("REALISED").with("documents", attempt.sale.numbers()));
    }
}
