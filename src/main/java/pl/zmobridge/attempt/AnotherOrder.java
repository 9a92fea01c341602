package pl.zmobridge.attempt;

import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.ShopChanges;
import pl.zmobridge.order.ShopOrder;

/** S7: the shop has another order under the id of this one, as after a restore; nothing is done for either. */
final class AnotherOrder extends RuntimeException implements Failing {
    private AnotherOrder(String words) {
        super(words);
    }

    /**
     * @param now what the shop has under the attempt's id
     * @throws AnotherOrder when that is another order than the register's
     */
    static void check(Attempt attempt, ShopOrder now) {
        if (!attempt.registered().hasCard()) {
            return;
        }
        OrderCard then = attempt.registered().card();
        if (ShopChanges.isAnotherOrder(then, now)) {
            attempt.failing.alsoAbout(ShopChanges.contractor(now).stream().toList());
            throw new AnotherOrder(
                    ShopChanges.anotherOrder(then.contractor().name(), then.placedAt(), then.total(), now));
        }
    }

    @Override
    public Failure failure() {
        return Failure.of(Cause.ANOTHER_ORDER).quoting(getMessage());
    }
}
