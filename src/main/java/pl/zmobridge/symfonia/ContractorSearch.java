package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.Nip;
import pl.zmobridge.order.Texts;
import pl.zmobridge.wire.Request;

/**
 * Looks for a buyer among the ERP's contractors, one question after another: the id that the register knows, the NIP in each
 * way people write it (the ERP compares text), the code. It ends with the contractor or with the code to create one under. A card in one
 * notation does not end it while others are to be asked: the older card, or the second one, may be there (K2).
 *
 * @param questions query strings of {@code GET Contractors}, still to be asked
 * @param hit the contractor, once found
 * @param fitting the cards that fit so far; inactive ones are taken when no active one fits (K2)
 * @param freeCode a code that no contractor has
 * @param mismatches S6: sentences in Polish about a remembered contractor that turned out to be another
 */
public record ContractorSearch(
        Buyer buyer,
        ContractorCodes codes,
        Duplicates duplicates,
        List<Question> questions,
        Optional<Contractor> hit,
        List<Contractor> fitting,
        String freeCode,
        List<String> mismatches) {

    /** @param query for {@code GET Contractors} */
    public record Question(Kind kind, String query, String value) {}

    enum Kind {
        ID,
        NIP,
        CODE
    }

    /** Which of several cards of one buyer is taken (K2). */
    public enum Duplicates {
        OLDEST,
        NEWEST,
        /** None: a person must decide. */
        STOP
    }

    /** The search for a buyer. */
    public static ContractorSearch begin(Buyer buyer, ContractorCodes codes, Duplicates duplicates) {
        List<Question> questions = new ArrayList<>();
        buyer.known()
                .ifPresent(known ->
                        questions.add(new Question(Kind.ID, "id=" + known.id(), Integer.toString(known.id()))));
        for (String written : buyer.nips()) {
            questions.add(new Question(Kind.NIP, "nip=" + Request.encode(written), written));
        }
        questions.add(byCode(buyer.code()));
        return new ContractorSearch(
                buyer, codes, duplicates, List.copyOf(questions), Optional.empty(), List.of(), "", List.of());
    }

    /**
     * The search for a buyer whose name and remembered code do not matter; the oldest of several cards is taken.
     *
     * @param knownId the contractor that the register remembers for this buyer
     * @param nips the NIP in each way the ERP may have it
     * @param code the buyer's code ({@link ContractorCodes})
     */
    public static ContractorSearch begin(
            Optional<Integer> knownId, List<String> nips, String nip, String code, ContractorCodes codes) {
        Optional<Buyer.Known> known = knownId.map(id -> new Buyer.Known(id, ""));
        return begin(new Buyer(nip, nips, code, "", known), codes, Duplicates.OLDEST);
    }

    /** The search that does not ask for the code: it is taken for free, and the ERP refuses to create a second card with it. */
    public ContractorSearch withoutCode() {
        List<Question> rest =
                questions.stream().filter(each -> each.kind() != Kind.CODE).toList();
        return new ContractorSearch(buyer, codes, duplicates, rest, hit, fitting, buyer.code(), mismatches);
    }

    /** Whether a card that the ERP has shown lately is the one that the register remembers, and may be the buyer's (K1, S6). */
    public boolean isRemembered(Contractor card) {
        return buyer.known().filter(known -> known.id() == card.id()).isPresent() && isBuyer(Kind.ID, card);
    }

    public boolean unfinished() {
        return hit.isEmpty() && !questions.isEmpty();
    }

    public boolean isFound() {
        return hit.isPresent();
    }

    /** @throws java.util.NoSuchElementException unless found */
    public Contractor contractor() {
        return hit.orElseThrow();
    }

    public String query() {
        return questions.get(0).query();
    }

    /**
     * The search after the ERP's answer to {@link #query()}.
     *
     * @throws Undecided when a person must say which card is the buyer's
     */
    public ContractorSearch answered(JsonNode answer) {
        Question asked = questions.get(0);
        List<Question> rest = questions.subList(1, questions.size());
        List<Contractor> all = contractors(answer);
        List<Contractor> now =
                all.stream().filter(one -> isBuyer(asked.kind(), one)).toList();
        List<Contractor> together = together(now);
        if (together.stream().anyMatch(Contractor::active)) {
            return goesOn(asked.kind() == Kind.NIP ? notations(rest) : List.of(), together, freeCode)
                    .orFound();
        }
        boolean codeTaken = asked.kind() == Kind.CODE && now.isEmpty() && !all.isEmpty();
        boolean codeFree = asked.kind() == Kind.CODE && all.isEmpty();
        if (asked.kind() != Kind.CODE && rest.isEmpty() && !together.isEmpty()) {
            rest = List.of(byCode(buyer.code())); // K2: the code was left out, and an active card may have it
        }
        if (codeTaken && together.isEmpty()) {
            rest = List.of(byCode(otherCode(asked.value(), all.get(0))));
        }
        return goesOn(rest, together, codeFree ? asked.value() : freeCode)
                .surprised(asked.kind(), all)
                .orFound();
    }

    private static List<Question> notations(List<Question> rest) {
        return rest.stream().filter(each -> each.kind() == Kind.NIP).toList();
    }

    /** Those of before and those of now, each once. */
    private List<Contractor> together(List<Contractor> now) {
        List<Contractor> together = new ArrayList<>(fitting);
        now.stream()
                .filter(one -> fitting.stream().noneMatch(before -> before.id() == one.id()))
                .forEach(together::add);
        return List.copyOf(together);
    }

    private ContractorSearch goesOn(List<Question> rest, List<Contractor> cards, String code) {
        return new ContractorSearch(buyer, codes, duplicates, rest, Optional.empty(), cards, code, mismatches);
    }

    private ContractorSearch surprised(Kind kind, List<Contractor> answered) {
        return new ContractorSearch(
                buyer, codes, duplicates, questions, hit, fitting, freeCode, surprises(kind, answered));
    }

    /**
     * K2: with nothing left to ask one of the cards is the buyer's, an inactive one when there is no other; the ERP says what it thinks
     * of it.
     */
    private ContractorSearch orFound() {
        if (!questions.isEmpty() || fitting.isEmpty()) {
            return this;
        }
        List<Contractor> active = fitting.stream().filter(Contractor::active).toList();
        Contractor chosen = active.isEmpty() ? remembered().orElseGet(() -> one(fitting)) : one(active);
        return new ContractorSearch(
                buyer, codes, duplicates, questions, Optional.of(chosen), fitting, freeCode, mismatches);
    }

    /** The register's, if it still is the buyer's. */
    private Optional<Contractor> remembered() {
        return buyer.known().flatMap(known -> fitting.stream()
                .filter(one -> one.id() == known.id() && isBuyer(Kind.ID, one))
                .findFirst());
    }

    /**
     * K1: a firm is never invoiced under somebody else's NIP, a person never on a card with one, a guest never on the card of
     * another who used the same e-mail address.
     */
    private boolean isBuyer(Kind kind, Contractor contractor) {
        if (kind == Kind.ID && isAnother(contractor)) {
            return false;
        }
        if (buyer.isPerson()) {
            return !Nip.isGiven(contractor.nip()) && (kind != Kind.CODE || hasGuestsName(contractor));
        }
        boolean foundByNip = kind == Kind.NIP && contractor.nip().isBlank();
        return foundByNip || Nip.isSame(contractor.nip(), buyer.nip());
    }

    private boolean hasGuestsName(Contractor contractor) {
        String name = folded(buyer.guestName());
        String card = folded(contractor.name());
        // a long name was cut when the card was made
        return name.isEmpty() || card.isEmpty() || name.equals(card) || isSimplified(card, contractor.code());
    }

    /** A name that the ERP could not store; where letters were lost, only a code made from the whole name tells whose it is. */
    private boolean isSimplified(String cardName, String code) {
        String stored = folded(Texts.basic(buyer.guestName()));
        return stored.equals(cardName)
                && (!stored.contains("?")
                        || code.equalsIgnoreCase(codes.codeOfPerson(buyer.code(), buyer.guestName())));
    }

    /** S6: the remembered id belongs to somebody else now, as after a restore of the ERP. */
    private boolean isAnother(Contractor contractor) {
        return buyer.known()
                .filter(known -> !known.code().isEmpty() && !known.code().equalsIgnoreCase(contractor.code()))
                .isPresent();
    }

    private List<String> surprises(Kind kind, List<Contractor> answered) {
        List<String> sentences = new ArrayList<>(mismatches);
        if (kind == Kind.ID) {
            answered.stream()
                    .filter(one -> !isBuyer(Kind.ID, one))
                    .forEach(one -> sentences.add("Zapamiętany kontrahent o Id " + one.id() + " ma teraz kod "
                            + one.code() + " i nie jest kontrahentem tego zamówienia; wyszukano go na nowo."));
        }
        return List.copyOf(sentences);
    }

    /** The code for a buyer whose own code is another's. */
    private String otherCode(String taken, Contractor owner) {
        String other =
                buyer.isPerson() ? codes.codeOfPerson(buyer.code(), buyer.guestName()) : codes.codeOfFirm(buyer.nip());
        if (taken.equals(other)) {
            throw new Undecided("Kod kontrahenta " + taken + " ma w ERP inny kontrahent (Id " + owner.id()
                    + "); zmień jego kod albo dane i ponów.");
        }
        return other;
    }

    private Contractor one(List<Contractor> fitting) {
        if (fitting.size() > 1 && duplicates == Duplicates.STOP) {
            throw new Undecided("W ERP jest " + fitting.size() + " kontrahentów tego nabywcy: "
                    + fitting.stream()
                            .map(one -> one.code() + " (Id " + one.id() + ")")
                            .collect(Collectors.joining(", "))
                    + "; pozostaw aktywnym jednego albo ustaw contractor.duplicates = oldest lub newest.");
        }
        Comparator<Contractor> byAge = Comparator.comparingInt(Contractor::id);
        return fitting.stream()
                .min(duplicates == Duplicates.NEWEST ? byAge.reversed() : byAge)
                .orElseThrow();
    }

    private static String folded(String text) {
        return Texts.cut(Texts.collapse(text), ErpLimits.NAME).toLowerCase(Locale.ROOT);
    }

    private static Question byCode(String code) {
        return new Question(Kind.CODE, "code=" + Request.encode(code), code);
    }

    /** {@code nip} answers a list, the others one contractor. */
    private static List<Contractor> contractors(JsonNode answer) {
        List<Contractor> contractors = new ArrayList<>();
        if (answer.isArray()) {
            answer.forEach(one -> contractors.add(Contractor.read(one)));
        } else if (answer.isObject()) {
            contractors.add(Contractor.read(answer));
        }
        return contractors;
    }

    /** Which card is the buyer's is for a person to say. The message, in Polish, says what to do. */
    public static final class Undecided extends RuntimeException implements Failing {
        Undecided(String message) {
            super(message);
        }

        @Override
        public Failure failure() {
            return Failure.of(Cause.CONTRACTOR_UNDECIDED).quoting(getMessage());
        }
    }
}
