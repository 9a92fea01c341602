package pl.zmobridge.stock;

import java.math.BigDecimal;

/**
 * What a variant's stock in the shop should become.
 *
 * @param from what the shop says now
 */
public record StockChange(long id, String code, BigDecimal from, long to) {
    /** Whether the shop would sell more than it does now. */
    public boolean raises() {
        return from.compareTo(BigDecimal.valueOf(to)) < 0;
    }

    /** Whether what could be bought cannot be bought any more. */
    boolean empties() {
        return to == 0 && from.signum() > 0;
    }
}
