package pl.zmobridge.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * S1: whether an order is whole. One that is still being built, by an integrator who adds line after line, must not be imported.
 *
 * @param settle how long an order must have been there, unless it is seen unchanged; zero turns the rule off
 */
public record Settling(Duration settle) {

    /**
     * What is compared between two looks at an order's row.
     *
     * @param sum as text
     * @param productCount {@code total_products}; empty when the shop does not say it
     */
    public record Look(String sum, String productCount) {
        private static final String AND = " / ";

        /** {@code 112} and {@code 112.00} are one sum. */
        public Look {
            sum = plain(sum);
            productCount = plain(productCount);
        }

        /** As the register keeps it. */
        public String text() {
            return sum + AND + productCount;
        }

        /** Reads {@link #text}; empty for none. */
        public static Optional<Look> read(String text) {
            int and = text == null ? -1 : text.indexOf(AND);
            return and < 0
                    ? Optional.empty()
                    : Optional.of(new Look(text.substring(0, and), text.substring(and + AND.length())));
        }

        private static String plain(String text) {
            return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?")
                    ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                    : text;
        }
    }

    /**
     * Whether an order can be imported now: it is older than {@code settle}, or nothing has changed since the last look.
     *
     * @param placedAt the order's date; in a repeated hour the later of the two is taken
     * @param last what the last poll saw; empty at the first look
     */
    public boolean isSettled(ZonedDateTime placedAt, Instant now, Look look, Optional<Look> last) {
        boolean old = settle.isZero() || !ShopTime.latest(placedAt).plus(settle).isAfter(now);
        return old || last.equals(Optional.of(look));
    }
}
