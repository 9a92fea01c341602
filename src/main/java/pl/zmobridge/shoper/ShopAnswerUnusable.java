package pl.zmobridge.shoper;

import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;

/** An answer that came as a success but is not what the API promises; asking again may help. */
public final class ShopAnswerUnusable extends ShopFailure {
    public ShopAnswerUnusable(String message) {
        super(message, Failure.of(Cause.SHOP_ANSWER_UNUSABLE).quoting(message));
    }
}
