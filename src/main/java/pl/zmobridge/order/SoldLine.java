package pl.zmobridge.order;

import java.math.BigDecimal;

/**
 * A line of a sales document as the ERP holds it.
 *
 * @param no its number on the document
 * @param code the product's; empty for a one-off line
 * @param gross of the whole line
 * @param rate the ERP's name of its VAT rate
 */
public record SoldLine(int no, String code, BigDecimal quantity, BigDecimal gross, String rate) {

    /** Whether it may be this line of the order as it was sold. */
    boolean isOf(OrderCard.Line line) {
        return (line.code().isEmpty() || line.code().equals(code))
                && line.quantity().compareTo(quantity) == 0
                && line.value().compareTo(gross) == 0;
    }
}
