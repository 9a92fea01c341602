package pl.zmobridge.attempt;

import java.util.List;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.OrderCard.Stage;

/** A rule holds the order until a person has decided (H4, S10); the message says why. */
public final class HeldByRule extends RuntimeException implements Failing {
    HeldByRule(List<String> reasons) {
        super(String.join("\n", reasons));
    }

    /**
     * A person who tries the step again has seen the reasons and lets the order pass.
     *
     * @throws HeldByRule when the order must wait before this step
     */
    static void check(Attempt attempt, Stage before) {
        List<String> reasons = attempt.registered().card().heldBefore(before);
        boolean confirmed = attempt.isAskedByPerson()
                && attempt.registered()
                        .lastFailure() // of this step: nobody confirms what he has not been told
                        .filter(last -> last.cause().equals(Cause.HELD_BY_RULE.name()))
                        .isPresent();
        if (!reasons.isEmpty() && !confirmed) {
            throw new HeldByRule(reasons);
        }
    }

    @Override
    public Failure failure() {
        return Failure.of(Cause.HELD_BY_RULE).quoting(getMessage());
    }
}
