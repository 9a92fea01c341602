package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.order.OrderCard.Party;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.symfonia.Buyer;
import pl.zmobridge.symfonia.CardMemory;
import pl.zmobridge.symfonia.Contractor;
import pl.zmobridge.symfonia.ContractorCodes;
import pl.zmobridge.symfonia.ContractorPolicy;
import pl.zmobridge.symfonia.ContractorSearch;
import pl.zmobridge.symfonia.ContractorUpdates;
import pl.zmobridge.symfonia.Contractors;
import pl.zmobridge.symfonia.ErpRefused;
import pl.zmobridge.symfonia.ErpUnavailable;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Request;

/** The order's customer as a contractor of the ERP (P1): found by what is known of him, else created; or a one-off buyer (K3). */
public final class CustomerSteps {
    private static final String WITHOUT_LOGIN =
            "Sklep nie podaje loginu tego konta, więc kod kontrahenta powstał z numeru konta.";

    private final Shops shops;
    private final CardMemory cards;

    public CustomerSteps(Shops shops, CardMemory cards) {
        this.shops = shops;
        this.cards = cards;
    }

    /**
     * Nothing was asked yet: by the known id, by NIP in each notation, by code. A card that the ERP has shown lately is not asked for, nor is the code of
     * a buyer for whom nothing was begun: the ERP refuses to create a second card with it.
     */
    public void search(@Variable("attempt") Attempt attempt) {
        if (policy(attempt).isOneOff(attempt.registered().card().contractor())) {
            attempt.buyer.oneOff();
            return;
        }
        ContractorSearch search = begin(attempt);
        Optional<Contractor> card = mayRemember(attempt)
                ? cards.of(attempt.shop(), attempt.buyerKey()).filter(search::isRemembered)
                : Optional.empty();
        if (card.isPresent()) {
            attempt.buyer.remembers(card.get());
        } else {
            goesOn(attempt, isCreatedAtOnce(attempt) ? search.withoutCode() : search);
        }
    }

    /** K3: what is written to a card is made from the card as it is, so it is asked for. */
    private boolean mayRemember(Attempt attempt) {
        return isFirstTry(attempt)
                && attempt.zmo.write() == ZmoWrite.ISSUE
                && policy(attempt).update() == ContractorPolicy.Update.NEVER;
    }

    private static boolean isCreatedAtOnce(Attempt attempt) {
        RegisteredOrder registered = attempt.registered();
        return isFirstTry(attempt)
                && registered.contractorId().isEmpty()
                && registered.contractorCode().isEmpty();
    }

    private static boolean isFirstTry(Attempt attempt) {
        return attempt.registered().failures() == 0
                && !attempt.write.isAsking()
                && !attempt.write.hasFailed()
                && attempt.buyer.creationRefused().isEmpty();
    }

    private ContractorPolicy policy(Attempt attempt) {
        return shops.of(attempt.shop()).target().settings().contractors();
    }

    private ContractorSearch begin(Attempt attempt) {
        var registered = attempt.registered();
        var buyer = registered.card().contractor();
        ContractorCodes codes = policy(attempt).codes();
        Optional<Buyer.Known> known =
                registered.contractorId().map(id -> new Buyer.Known(id, registered.contractorCode()));
        return ContractorSearch.begin(
                Buyer.of(
                        buyer,
                        registered.nips(),
                        registered.userId(),
                        registered.login().orElse(""),
                        registered.orderId(),
                        codes,
                        known),
                codes,
                policy(attempt).duplicates()); // K2
    }

    public Request<JsonNode> question(@Variable("attempt") Attempt attempt) {
        return SymfoniaApi.contractors(attempt.buyer.search().query());
    }

    public void answered(@Variable("attempt") Attempt attempt, @Body JsonNode answer) {
        goesOn(attempt, attempt.buyer.search().answered(answer));
    }

    private void goesOn(Attempt attempt, ContractorSearch search) {
        attempt.buyer.searchGoesOn(search);
        if (!search.unfinished()) {
            attempt.zmo.cuts().addAll(search.mismatches());
        }
        if (search.isFound()) {
            found(attempt, search.contractor());
        } else if (!search.unfinished()) {
            attempt.buyer
                    .creationRefused()
                    .filter(refusal -> search.freeCode().equals(attempt.buyer.code()))
                    .ifPresent(refusal -> {
                        throw refusal; // it does not exist after all
                    });
            attempt.buyer.creatingAs(search.freeCode());
            if (lacksLogin(attempt)) {
                attempt.zmo.cuts().add(WITHOUT_LOGIN);
            }
        }
    }

    private boolean lacksLogin(Attempt attempt) {
        return shops.of(attempt.shop()).target().wantsLogins()
                && attempt.registered().userId().isPresent()
                && attempt.registered()
                        .login()
                        .filter(login -> !login.isBlank())
                        .isEmpty();
    }

    /** K3: the card is written to when the operator wants that and it does not have what the order says. */
    private void found(Attempt attempt, Contractor contractor) {
        cards.shown(attempt.shop(), attempt.buyerKey(), contractor);
        Party party = attempt.registered().card().contractor();
        Optional<String> update = attempt.buyer.creationRefused().isPresent()
                ? Optional.empty() // somebody has made it a moment ago
                : ContractorUpdates.body(
                        contractor, party, policy(attempt).update(), attempt.isPlain(), attempt.zmo.cuts());
        update.ifPresentOrElse(
                body -> attempt.buyer.updating(body, contractor.code()), () -> attempt.buyer.found(contractor));
    }

    /**
     * The request that creates the card, or updates it. Its intent is noted before. An update needs no question afterwards (I2): it
     * is made from the card as it is, so the next attempt repeats only what is still to be written.
     */
    public Request<Contractor> write(@Variable("attempt") Attempt attempt) {
        Optional<String> update = attempt.buyer.cardUpdate();
        if (update.isPresent()) {
            return SymfoniaApi.updateContractor(
                    update.get(), attempt.buyer.search().contractor());
        }
        Party party = attempt.registered().card().contractor();
        return SymfoniaApi.createContractor(Contractors.create(
                attempt.buyer.code(), party, policy(attempt), attempt.isPlain(), attempt.zmo.cuts()));
    }

    public void written(@Variable("attempt") Attempt attempt, @Body Contractor contractor) {
        if (contractor.code().equalsIgnoreCase(attempt.buyer.code())) {
            cards.shown(attempt.shop(), attempt.buyerKey(), contractor.asShown());
        }
        attempt.buyer.found(contractor);
    }

    /**
     * After a refusal to create the contractor: another worker, for another order of the same person, or somebody in the ERP may have
     * been faster, so it is looked for once more; if it does not exist, the refusal stands. A refusal to update it holds up no order
     * (K3): it is a warning.
     *
     * @throws ErpUnavailable when the ERP did not refuse, but gave no answer
     */
    public void refused(
            @Variable("attempt") Attempt attempt, @ExchangeProperty("CamelExceptionCaught") RuntimeException refusal) {
        boolean updating = attempt.buyer.cardUpdate().isPresent();
        if (!(refusal instanceof ErpRefused) && !isError(refusal)) {
            throw refusal;
        }
        if (updating) {
            Contractor contractor = attempt.buyer.search().contractor();
            attempt.zmo.cuts().add(notUpdated(contractor.code(), (Failing) refusal));
            attempt.buyer.found(contractor);
            return;
        }
        attempt.buyer.creationRefused(refusal);
        search(attempt);
    }

    /** A refusal at times comes as an error of the ERP; an outage, or no answer (I10), is none. */
    private static boolean isError(RuntimeException refusal) {
        Failure failure = Failures.of(refusal);
        return !failure.isOutage() && failure.cause() != Cause.WRITE_UNANSWERED;
    }

    private static String notUpdated(String code, Failing refusal) {
        return "Kartoteka kontrahenta " + code + " nie została uzupełniona danymi z zamówienia; ERP: "
                + refusal.failure().words();
    }

    /** Whether the register does not know this contractor as the buyer's yet. */
    public boolean isNewToUs(@Variable("attempt") Attempt attempt) {
        return attempt.buyer.known().isPresent()
                && !attempt.registered()
                        .contractorId()
                        .equals(Optional.of(attempt.buyer.contractor().id()));
    }
}
