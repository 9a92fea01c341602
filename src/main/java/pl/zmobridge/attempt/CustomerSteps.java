package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import pl.zmobridge.order.OrderCard.Party;
import pl.zmobridge.symfonia.Buyer;
import pl.zmobridge.symfonia.Contractor;
import pl.zmobridge.symfonia.ContractorCodes;
import pl.zmobridge.symfonia.ContractorSearch;
import pl.zmobridge.symfonia.Contractors;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Request;

/** The order's customer as a contractor of the ERP (P1): found by what is known of him, else created. */
public final class CustomerSteps {
    private final Shops shops;

    public CustomerSteps(Shops shops) {
        this.shops = shops;
    }

    /** Nothing was asked yet: by the known id, by NIP in each notation, by code. */
    public void search(@Variable("attempt") Attempt attempt) {
        attempt.zmo.searchGoesOn(begin(attempt));
    }

    private ContractorSearch begin(Attempt attempt) {
        var registered = attempt.registered();
        var buyer = registered.card().contractor();
        Shop.Target target = shops.of(attempt.shop()).target();
        ContractorCodes codes = target.codes();
        Optional<Buyer.Known> known =
                registered.contractorId().map(id -> new Buyer.Known(id, registered.contractorCode()));
        return ContractorSearch.begin(
                Buyer.of(buyer, registered.nips(), registered.userId(), registered.orderId(), codes, known),
                codes,
                target.settings().duplicates()); // K2
    }

    public Request<JsonNode> question(@Variable("attempt") Attempt attempt) {
        return SymfoniaApi.contractors(attempt.zmo.search().query());
    }

    public void answered(@Variable("attempt") Attempt attempt, @Body JsonNode answer) {
        ContractorSearch search = attempt.zmo.search().answered(answer);
        attempt.zmo.searchGoesOn(search);
        if (!search.unfinished()) {
            attempt.zmo.cuts().addAll(search.mismatches());
        }
        if (search.isFound()) {
            attempt.zmo.buyer(search.contractor());
        } else if (!search.unfinished()) {
            attempt.zmo.creationRefused().ifPresent(refusal -> {
                throw refusal; // it does not exist after all
            });
            attempt.zmo.creatingAs(search.freeCode());
        }
    }

    public Request<Contractor> create(@Variable("attempt") Attempt attempt) {
        String code = attempt.zmo.contractorCode();
        Party party = attempt.registered().card().contractor();
        return SymfoniaApi.createContractor(
                attempt.isPlain()
                        ? Contractors.createBasic(code, party, attempt.zmo.cuts())
                        : Contractors.create(code, party, attempt.zmo.cuts()));
    }

    public void created(@Variable("attempt") Attempt attempt, @Body Contractor contractor) {
        attempt.zmo.buyer(contractor);
    }

    /**
     * After a refusal to create the contractor: another worker, for another order of the same person, or somebody in the ERP may have
     * been faster, so it is looked for once more; if it does not exist, the refusal stands.
     */
    public void searchAgain(
            @Variable("attempt") Attempt attempt, @ExchangeProperty("CamelExceptionCaught") RuntimeException refusal) {
        attempt.zmo.creationRefused(refusal);
        search(attempt);
    }

    /** Whether the register does not know this contractor as the buyer's yet. */
    public boolean isNewToUs(@Variable("attempt") Attempt attempt) {
        return !attempt.registered()
                .contractorId()
                .equals(Optional.of(attempt.zmo.contractor().id()));
    }
}
