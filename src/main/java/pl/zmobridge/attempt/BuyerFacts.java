package pl.zmobridge.attempt;

import java.util.Optional;
import java.util.OptionalInt;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.symfonia.Contractor;
import pl.zmobridge.symfonia.ContractorSearch;
import pl.zmobridge.symfonia.DocumentBuyer;

/** What an attempt has learnt of the buyer as a contractor of the ERP (P1), and of his card (K3). */
public final class BuyerFacts {
    private Optional<ContractorSearch> search = Optional.empty();
    private Optional<Contractor> contractor = Optional.empty();
    private boolean remembered;
    private boolean oneOff;
    private Optional<String> cardUpdate = Optional.empty();
    private Optional<RuntimeException> creationRefused = Optional.empty();
    private String code = "";

    void forget() {
        search = Optional.empty();
        contractor = Optional.empty();
        remembered = false;
        oneOff = false;
        cardUpdate = Optional.empty();
        creationRefused = Optional.empty();
        code = "";
    }

    void searchGoesOn(ContractorSearch now) {
        search = Optional.of(now);
    }

    ContractorSearch search() {
        return search.orElseThrow(() -> new IllegalStateException("Nobody has looked for the contractor yet"));
    }

    /** Whether he must still be looked for in another way. */
    public boolean isSearching() {
        return search().unfinished();
    }

    /** Whether he must still be found or created. */
    public boolean isWanted() {
        return contractor.isEmpty() && !oneOff;
    }

    void found(Contractor card) {
        contractor = Optional.of(card);
        code = card.code();
    }

    /** The ERP has shown his card lately, and is not asked for it. */
    void remembers(Contractor card) {
        found(card);
        remembered = true;
    }

    boolean isRemembered() {
        return remembered;
    }

    /** K3: the document carries his data itself. */
    void oneOff() {
        oneOff = true;
    }

    boolean isOneOff() {
        return oneOff;
    }

    void creatingAs(String free) {
        code = free;
    }

    /** The code of his card: of the one that was found, or is to be created. */
    String code() {
        return code;
    }

    void creationRefused(RuntimeException refusal) {
        creationRefused = Optional.of(refusal);
    }

    Optional<RuntimeException> creationRefused() {
        return creationRefused;
    }

    /** K3: his card was found, and is written to before the document names it. */
    void updating(String body, String ofCard) {
        cardUpdate = Optional.of(body);
        code = ofCard;
    }

    /** What is to be written to the card that was found; empty when one is to be created, or nothing is to be written. */
    Optional<String> cardUpdate() {
        return cardUpdate;
    }

    /** His card, once this attempt has looked for it. */
    Optional<Contractor> known() {
        return contractor;
    }

    Contractor contractor() {
        return contractor.orElseThrow(() -> new IllegalStateException("The contractor is not known yet"));
    }

    /** M2; empty for a buyer without a card. */
    OptionalInt defaultForm() {
        return oneOff ? OptionalInt.empty() : contractor().defaultForm();
    }

    /** How the document names him. */
    DocumentBuyer inDocument() {
        if (oneOff) {
            return new DocumentBuyer.OneOff();
        }
        return remembered
                ? new DocumentBuyer.Remembered(contractor().code())
                : new DocumentBuyer.Card(contractor().id());
    }

    Object parameter(String name) {
        return switch (name) {
            case "contractorCode" -> code;
            case "contractorId" ->
                oneOff ? RegisteredOrder.ONE_OFF : contractor().id();
            case "cardUpdated" -> cardUpdate.isPresent() ? search().contractor().id() : null;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
