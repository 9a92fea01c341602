package pl.zmobridge.shoper;

import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;

/** A page that holds rows the query did not ask for: the shop ignored a filter, and using the page would mix up orders. */
public final class PageRefused extends ShopFailure {
    public PageRefused(String message) {
        super(message, Failure.of(Cause.SHOP_MIXED_UP).quoting(message));
    }
}
