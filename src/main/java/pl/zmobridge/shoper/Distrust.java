package pl.zmobridge.shoper;

/**
 * What proves that the shop's filter by {@code status_date} shows not just what changed, or not all of it.
 *
 * @param orderId the order that proves it; 0 for none
 */
public record Distrust(Why why, long orderId) {
    /** How it was seen. */
    public enum Why {
        /** An order came that was outside the filter. */
        IGNORED,
        /** The shop does not take the question. */
        REFUSED,
        /** An order within the filter did not come, and it was there before and after. */
        MISSED
    }

    /** A sentence for the log. */
    public String inEnglish() {
        return switch (why) {
            case IGNORED ->
                "asked for orders whose status has changed, the shop answered with order " + orderId
                        + ", whose status has not";
            case REFUSED -> "the shop refused the question which orders have changed their status";
            case MISSED ->
                "order " + orderId
                        + " has changed its status, and the shop has left it out when it was asked for those";
        };
    }
}
