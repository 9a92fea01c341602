package pl.zmobridge.symfonia;

import java.util.Optional;
import pl.zmobridge.order.OrderCard.Party;
import pl.zmobridge.symfonia.ContractorSearch.Duplicates;

/**
 * K2, K3: what the operator wants of the cards of contractors.
 *
 * @param oneOffPersons whether a document carries a person's data itself, so that no card is looked for or made
 * @param codes how the codes of new cards are made
 * @param kind the code of the kind of new cards; empty for none
 * @param catalogue the path of the catalogue of new cards; empty for none
 */
public record ContractorPolicy(
        Duplicates duplicates,
        boolean oneOffPersons,
        ContractorCodes codes,
        Optional<String> kind,
        Optional<String> catalogue,
        Update update) {

    /** What is written to a card that exists. */
    public enum Update {
        NEVER,
        /** What the card lacks. */
        EMPTY,
        /** Address, e-mail and phone are the order's. */
        ALWAYS
    }

    /** As without any key. */
    public static ContractorPolicy of(ContractorCodes codes) {
        return new ContractorPolicy(Duplicates.OLDEST, false, codes, Optional.empty(), Optional.empty(), Update.NEVER);
    }

    /** Whether a document carries this buyer's data itself: a person, who has no tax id. */
    public boolean isOneOff(Party buyer) {
        return oneOffPersons && buyer.nip().isEmpty();
    }
}
