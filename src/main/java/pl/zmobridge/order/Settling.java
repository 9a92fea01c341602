package pl.zmobridge.order;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * S1: whether an order is whole. One that is still being built, by an integrator who adds line after line, must not be imported.
 *
 * @param settle how long an order must have been there, unless it is seen unchanged
 */
public record Settling(Duration settle) {

    /**
     * What is compared between two looks at an order.
     *
     * @param productCount {@code total_products}; empty when the shop does not say it
     */
    public record Look(String sum, String productCount, int lines) {
        public static Look at(ShopOrder order) {
            return new Look(
                    order.sum().stripTrailingZeros().toPlainString(),
                    order.productCount(),
                    order.lines().size());
        }
    }

    /**
     * Whether an order can be imported now: it is older than {@code settle}, or nothing has changed since the last look.
     *
     * @param placedAt the order's date; in a repeated hour the later of the two is taken
     * @param last what the last poll saw; empty at the first look
     */
    public boolean isSettled(ZonedDateTime placedAt, Instant now, Look look, Optional<Look> last) {
        boolean old = !ShopTime.latest(placedAt).plus(settle).isAfter(now);
        return old || last.equals(Optional.of(look));
    }
}
