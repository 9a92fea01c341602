package pl.zmobridge.attempt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.order.OrderCard.Party;

/** What an attempt has failed with, and what became of that in the register. */
final class FailureFacts {
    private Optional<Exception> thrown = Optional.empty();
    private Optional<RuntimeException> refusal = Optional.empty();
    private List<Party> strangers = List.of();
    private Map<String, Object> letter = Map.of();

    void failed(Exception now) {
        thrown = Optional.of(now);
    }

    Optional<Exception> thrown() {
        return thrown;
    }

    /** The ERP said no; what else there is to find out goes first. */
    void refused(RuntimeException now) {
        refusal = Optional.of(now);
    }

    RuntimeException refusal() {
        return refusal.orElseThrow(() -> new IllegalStateException("Nothing was refused"));
    }

    /** It names people who have nothing to do with the order (S7). */
    void alsoAbout(List<Party> people) {
        strangers = people;
    }

    List<Party> strangers() {
        return strangers;
    }

    /** What it became in the register. */
    void became(Map<String, Object> deadLetter) {
        letter = deadLetter;
    }

    Map<String, Object> letter() {
        return letter;
    }

    /** Whether a document of the ERP is not the order's (S6). */
    boolean isMismatch() {
        return thrown.filter(found -> Failures.of(found).cause() == Cause.ZMO_NOT_OURS)
                .isPresent();
    }
}
