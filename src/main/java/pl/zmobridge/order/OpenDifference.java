package pl.zmobridge.order;

import java.math.BigDecimal;
import java.util.List;

/**
 * L6: a difference that waits for a person.
 *
 * @param amount the order's sum less what its lines and delivery come to
 * @param sum the order's sum
 * @param ways what it can become
 */
public record OpenDifference(BigDecimal amount, BigDecimal sum, List<DifferenceRules.As> ways) {
    public OpenDifference {
        ways = List.copyOf(ways);
    }
}
