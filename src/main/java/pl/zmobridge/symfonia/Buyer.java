package pl.zmobridge.symfonia;

import java.util.List;
import java.util.Optional;
import pl.zmobridge.order.OrderCard.Party;

/**
 * Who is looked for among the ERP's contractors (K1).
 *
 * @param nip empty for a person
 * @param nips the NIP in each way the ERP may have it
 * @param code under which the bridge would create the card ({@link ContractorCodes#code})
 * @param guestName by which, with the e-mail address behind the code, a guest is known; empty for an account that its number is the code of
 * @param known the contractor that the register remembers
 */
public record Buyer(String nip, List<String> nips, String code, String guestName, Optional<Known> known) {

    /** @param code the code that the contractor had; empty when it was not noted (S6) */
    public record Known(int id, String code) {}

    public Buyer {
        nips = List.copyOf(nips);
    }

    /**
     * The buyer of an order.
     *
     * @param userId the account; empty for a guest
     * @param login of the account; blank when it has none, or is not the code of anybody
     */
    public static Buyer of(
            Party contractor,
            List<String> nips,
            Optional<Long> userId,
            String login,
            long shopOrderId,
            ContractorCodes codes,
            Optional<Known> known) {
        String code = codes.code(userId, login, contractor.email(), shopOrderId);
        boolean byNumber = userId.isPresent() && codes.by() == ContractorCodes.By.ACCOUNT;
        return new Buyer(contractor.nip(), nips, code, byNumber ? "" : contractor.name(), known);
    }

    boolean isPerson() {
        return nip.isEmpty();
    }
}
