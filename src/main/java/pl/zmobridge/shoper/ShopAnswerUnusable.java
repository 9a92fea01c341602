package pl.zmobridge.shoper;

/** An answer that came as a success but is not what the API promises; asking again may help. */
public final class ShopAnswerUnusable extends ShopFailure {
    public ShopAnswerUnusable(String message) {
        super(message, true);
    }
}
