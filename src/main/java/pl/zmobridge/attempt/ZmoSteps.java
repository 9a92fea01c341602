package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.PaymentForm;
import pl.zmobridge.register.ImportState;
import pl.zmobridge.register.Lives;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.register.Rows;
import pl.zmobridge.symfonia.CardMemory;
import pl.zmobridge.symfonia.DocumentBuyer;
import pl.zmobridge.symfonia.ErpDifferences;
import pl.zmobridge.symfonia.ErpDifferences.Difference;
import pl.zmobridge.symfonia.ErpRefused;
import pl.zmobridge.symfonia.Issued;
import pl.zmobridge.symfonia.OrderIssues;
import pl.zmobridge.symfonia.StoredZmo;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.VatSettings;
import pl.zmobridge.symfonia.Zmo;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;
import pl.zmobridge.words.Phrase;

/** The order's ZMO is made, changed or withdrawn, compared with what the ERP has stored, and named (N1). */
public final class ZmoSteps {
    private final Shops shops;
    private final Lives lives;
    private final CardMemory cards;

    public ZmoSteps(Shops shops, Lives lives, CardMemory cards) {
        this.shops = shops;
        this.lives = lives;
        this.cards = cards;
    }

    /** The request that writes, edits or deletes the ZMO. */
    public Request<?> issue(@Variable("attempt") Attempt attempt) {
        if (attempt.zmo.write() == ZmoWrite.ISSUE) {
            lives.noted(attempt.zmo.life());
        }
        return switch (attempt.zmo.write()) {
            case ISSUE ->
                SymfoniaApi.issue(attempt.zmo.sent().orElseThrow(), Realisation.isThroughBuffer(attempt.registered()));
            case EDIT -> SymfoniaApi.edit(attempt.zmo.sent().orElseThrow());
            case WITHDRAW -> SymfoniaApi.delete(attempt.registered().zmoId());
        };
    }

    /**
     * The body of {@code OrdersIssue/New} or {@code Edit}: header, parties, positions with delivery last (L1 to L4) and the shop's VAT
     * rates (V1). An edit without an answer that the ERP has made all the same is not sent again (S4).
     */
    public void mapLines(@Variable("attempt") Attempt attempt) {
        RegisteredOrder registered = attempt.registered();
        Shop.Target target = shops.of(attempt.shop()).target();
        OrderIssues issues = new OrderIssues(target.settings(), target.vat().vat(), attempt.isPlain());
        ZmoFacts zmo = attempt.zmo;
        OrderCard card = registered.card().at(zmo.rate()); // W2
        DocumentBuyer buyer = attempt.buyer.inDocument();
        PaymentForm form = zmo.payment().form();
        if (zmo.write() == ZmoWrite.EDIT) {
            StoredZmo stored = zmo.stored();
            zmo.sending(issues.edit(card, registered.number(), buyer, form, registered.zmoId(), stored, zmo.cuts()));
            if (registered.importState() == ImportState.EDITING && isEdited(attempt, stored)) {
                zmo.alreadyDone();
            }
        } else {
            zmo.sending(issues.issue(card, registered.number(), buyer, form, zmo.cuts()));
        }
    }

    /** Whether the ERP holds the order as it is now, as far as its answer tells; whoever receives it does not show there. */
    private boolean isEdited(Attempt attempt, StoredZmo stored) {
        RegisteredOrder registered = attempt.registered();
        boolean sameRecipient = registered
                .madeFrom()
                .filter(was -> was.recipient().equals(registered.card().recipient()))
                .isPresent();
        return sameRecipient
                && stored.holds(attempt.zmo.sent().orElseThrow())
                && differences(attempt, stored.order()).isEmpty();
    }

    /** @param answer an {@link Issued}; the answer to a withdrawal says nothing */
    public void issued(@Variable("attempt") Attempt attempt, @Body Object answer) {
        if (answer instanceof Issued issued) {
            attempt.zmo.found(Optional.of(issued.zmo()));
        }
        if (attempt.zmo.write() == ZmoWrite.EDIT) {
            attempt.zmo.named(attempt.registered().erpNumber());
        }
    }

    /**
     * The ERP said no.
     *
     * @throws RefusedUnasked when it was not asked for the buyer's card
     * @throws RuntimeException the refusal; that of a change with what the order and its ZMO differ in
     */
    public void refused(
            @Variable("attempt") Attempt attempt, @ExchangeProperty("CamelExceptionCaught") ErpRefused refusal) {
        RegisteredOrder registered = attempt.registered();
        if (attempt.zmo.write() == ZmoWrite.ISSUE) {
            throw attempt.buyer.isRemembered() ? attempt.write.refused(refusal) : refusal;
        }
        throw registered.state().equals("CLOSED")
                ? ZmoNotWithdrawn.refused(registered, refusal)
                : ZmoNotEdited.refused(registered, refusal);
    }

    /**
     * What the ERP has stored against the order, whether this attempt wrote the ZMO or found it: no import becomes ISSUED without (S3).
     *
     * @throws ErpDiffers when it is not the same, and no person has allowed it
     */
    public void compare(@Variable("attempt") Attempt attempt) {
        if (attempt.zmo.write() == ZmoWrite.WITHDRAW || ErpDiffers.isAllowed(attempt)) {
            return;
        }
        Zmo zmo = attempt.zmo.zmo().orElseThrow();
        VatSettings vat = shops.of(attempt.shop()).target().settings().vat();
        List<Difference> refused = new ArrayList<>();
        for (Difference difference : differences(attempt, zmo.order())) {
            if (vat.accepts(difference)) { // V2
                attempt.zmo.cuts().add(ErpDiffers.accepted(difference));
            } else {
                refused.add(difference);
            }
        }
        if (!refused.isEmpty()) {
            cards.forget(attempt.shop(), attempt.buyerKey());
            String number = attempt.zmo.erpNumber(); // a document in the buffer has none
            throw ErpDiffers.of(number.isEmpty() ? attempt.registered().number() : number, refused);
        }
    }

    private List<Difference> differences(Attempt attempt, JsonNode order) {
        RegisteredOrder registered = attempt.registered();
        Shop.Target target = shops.of(attempt.shop()).target();
        return ErpDifferences.ofStored(
                order,
                registered.card().at(CurrencyRates.of(attempt)),
                attempt.buyer
                        .known()
                        .map(buyer -> OptionalInt.of(buyer.id()))
                        .orElseGet(() -> attempt.buyer.isOneOff()
                                ? OptionalInt.empty()
                                : Identity.buyer(registered, target.settings().contractors())),
                target.vat().vat());
    }

    /** N1, unless the operator wants the ERP's own numbers, or a person issues it from the buffer, which numbers it. */
    public boolean needsName(@Variable("attempt") Attempt attempt) {
        return attempt.zmo.write() == ZmoWrite.ISSUE
                && !Realisation.isThroughBuffer(attempt.registered())
                && shops.of(attempt.shop()).target().settings().rename()
                && !attempt.zmo.erpNumber().equals(attempt.registered().number());
    }

    /** A refusal is asked about: another document may have the number (N1). */
    public Request<JsonNode> rename(@Variable("attempt") Attempt attempt) {
        Request<JsonNode> rename = SymfoniaApi.rename(
                attempt.zmo.zmo().orElseThrow().id(), attempt.registered().number());
        return attempt.write.isAsking() ? rename : rename.reading(answer -> named(attempt, rename, answer));
    }

    private static JsonNode named(Attempt attempt, Request<JsonNode> rename, Answer answer) {
        try {
            return rename.read(answer);
        } catch (ErpRefused refusal) {
            throw attempt.write.refused(refusal);
        }
    }

    public void renamed(@Variable("attempt") Attempt attempt) {
        attempt.zmo.named(attempt.registered().number());
    }

    /** The words with which the import's dead letter closes; and parameters of {@code event-insert}: what became of the ZMO, and each text that did not fit the ERP. */
    public List<Map<String, Object>> outcome(@Variable("attempt") Attempt attempt) {
        attempt.ends(attempt.zmo.write().reason());
        List<Map<String, Object>> rows = new ArrayList<>();
        String what =
                switch (attempt.zmo.write()) {
                    case ISSUE -> "ISSUED";
                    case EDIT -> "EDITED";
                    case WITHDRAW -> "WITHDRAWN";
                };
        String named = attempt.zmo.erpNumber(); // none in the buffer
        String number = attempt.zmo.isThere() && !named.isEmpty()
                ? named
                : attempt.registered().number();
        rows.add(Rows.event(attempt.orderId(), Phrase.of(what).with("number", number)));
        CurrencyRates.news(attempt).ifPresent(rate -> rows.add(Rows.event(attempt.orderId(), rate)));
        attempt.zmo.cuts().forEach(cut -> rows.add(Rows.event(attempt.orderId(), "WARNING", cut)));
        return rows;
    }
}
