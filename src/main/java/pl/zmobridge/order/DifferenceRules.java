package pl.zmobridge.order;

import java.util.Optional;

/**
 * L6: what was decided about a difference that no reading of the order explains.
 *
 * @param discount what the operator does when the order's sum is lower
 * @param surcharge the same when it is higher
 * @param code product code of a line of its own
 * @param accepted what a person decided for this very order
 */
public record DifferenceRules(As discount, As surcharge, Optional<String> code, Optional<AcceptedDifference> accepted) {
    /** A person is asked each time. */
    public static final DifferenceRules ASK = new DifferenceRules(As.ASK, As.ASK, Optional.empty(), Optional.empty());

    /** What becomes of a difference. */
    public enum As {
        /** A person decides. */
        ASK,
        /** It is part of the goods' prices. */
        SPREAD,
        /** It is a line of its own. */
        LINE
    }

    DifferenceRules accepting(AcceptedDifference decision) {
        return new DifferenceRules(discount, surcharge, code, Optional.of(decision));
    }
}
