package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.wire.Request;

/**
 * Looks for a buyer among the ERP's contractors, one question after another: the id that the register knows, the NIP in each
 * way people write it (the ERP compares text), the code. It ends with the contractor or with the code to create one under.
 *
 * @param nip the order's NIP; empty for a person
 * @param questions query strings of {@code GET Contractors}, still to be asked
 * @param hit the contractor, once found
 * @param freeCode a code that no contractor has
 */
public record ContractorSearch(
        String nip, List<Question> questions, Optional<Contractor> hit, ContractorCodes codes, String freeCode) {

    /** @param query for {@code GET Contractors} */
    public record Question(Kind kind, String query, String value) {}

    enum Kind {
        ID,
        NIP,
        CODE
    }

    /**
     * @param knownId the contractor that the register remembers for this buyer
     * @param nips the NIP in each way the ERP may have it
     * @param code the buyer's code ({@link ContractorCodes})
     */
    public static ContractorSearch begin(
            Optional<Integer> knownId, List<String> nips, String nip, String code, ContractorCodes codes) {
        List<Question> questions = new ArrayList<>();
        knownId.ifPresent(id -> questions.add(new Question(Kind.ID, "id=" + id, Integer.toString(id))));
        for (String written : nips) {
            questions.add(new Question(Kind.NIP, "nip=" + Request.encode(written), written));
        }
        questions.add(byCode(code));
        return new ContractorSearch(nip, List.copyOf(questions), Optional.empty(), codes, "");
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

    /** The search after the ERP's answer to {@link #query()}. */
    public ContractorSearch answered(JsonNode answer) {
        Question asked = questions.get(0);
        List<Question> rest = questions.subList(1, questions.size());
        Optional<Contractor> contractor = first(answer);
        if (contractor.isEmpty()) {
            String free = asked.kind() == Kind.CODE ? asked.value() : freeCode;
            return new ContractorSearch(nip, rest, Optional.empty(), codes, free);
        }
        if (sameBuyer(asked.kind(), contractor.get())) {
            return new ContractorSearch(nip, List.of(), contractor, codes, freeCode);
        }
        if (asked.kind() == Kind.CODE && !asked.value().equals(codes.codeOfFirm(nip))) {
            return new ContractorSearch(nip, List.of(byCode(codes.codeOfFirm(nip))), Optional.empty(), codes, "");
        }
        return new ContractorSearch(nip, rest, Optional.empty(), codes, freeCode);
    }

    /** A firm is never invoiced under somebody else's NIP: a contractor of that code with another NIP is another buyer. */
    private boolean sameBuyer(Kind kind, Contractor contractor) {
        return kind == Kind.NIP
                || nip.isEmpty()
                || alphanumeric(contractor.nip()).endsWith(alphanumeric(nip));
    }

    private static String alphanumeric(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Question byCode(String code) {
        return new Question(Kind.CODE, "code=" + Request.encode(code), code);
    }

    /** {@code nip} answers a list, the others one contractor. With several of one NIP the oldest is taken. */
    private static Optional<Contractor> first(JsonNode answer) {
        if (!answer.isArray()) {
            return answer.isObject() ? Optional.of(Contractor.read(answer)) : Optional.empty();
        }
        Contractor oldest = null;
        for (JsonNode one : answer) {
            Contractor read = Contractor.read(one);
            oldest = oldest == null || read.id() < oldest.id() ? read : oldest;
        }
        return Optional.ofNullable(oldest);
    }
}
