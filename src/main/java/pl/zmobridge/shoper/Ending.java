package pl.zmobridge.shoper;

import java.util.Optional;
import java.util.Set;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.order.ShopOrder;

/**
 * What the shop says of an order besides its status: that it was changed, that it ended, that it lives again (S2, E).
 *
 * @param words the shop's own, when it does not have the order any more
 * @param changed the order's row when it is not the one that the register has seen (S2); whether it differs, its card tells
 * @param begun reviews that are to be filed
 * @param over reviews whose reason is gone
 */
public record Ending(Kind kind, String words, Optional<ShopOrder> changed, Set<Cause> begun, Set<Cause> over) {

    /** What has become of the order in the shop. */
    public enum Kind {
        /** It goes its way. */
        NONE,
        /** Cancelled, rejected or returned (E1). */
        CANCELLED,
        /** Deleted (E4). */
        DELETED,
        /** It was cancelled, and is not any more (E2). */
        ALIVE,
        /** It is missing on its page; whether it was deleted, a question tells (E4). */
        MISSING
    }

    static final Ending NONE = new Ending(Kind.NONE, "", Optional.empty(), Set.of(), Set.of());

    boolean isNews() {
        return kind != Kind.NONE || isWeighed() || !over.isEmpty();
    }

    /** Whether the register must be asked for the order's card and documents before it is known what to do. */
    boolean isWeighed() {
        return kind == Kind.CANCELLED
                || kind == Kind.DELETED
                || kind == Kind.ALIVE
                || changed.isPresent()
                || !begun.isEmpty();
    }
}
