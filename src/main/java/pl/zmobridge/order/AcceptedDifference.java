package pl.zmobridge.order;

import java.math.BigDecimal;

/**
 * L6: what a person decided about the difference of one order. It holds for that very difference, and no other.
 *
 * @param amount the difference, below 0 for a discount
 * @param sum the order's sum
 * @param actor who decided; blank when nobody has a name
 * @param reason why; blank when nobody said
 */
public record AcceptedDifference(
        DifferenceRules.As as, BigDecimal amount, BigDecimal sum, String actor, String reason) {

    boolean isAbout(BigDecimal difference, BigDecimal total) {
        return amount.compareTo(difference) == 0 && sum.compareTo(total) == 0;
    }
}
