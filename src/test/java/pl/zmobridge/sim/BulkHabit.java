package pl.zmobridge.sim;

/** How a shop answers {@code POST /bulk}. */
public enum BulkHabit {
    /** As its API says. */
    AS_DOCUMENTED,
    /** The answers come in another order than the questions. */
    SHUFFLED,
    /** A version that does not know it. */
    ABSENT,
    /** A path that it does not know. */
    WRONG_PATH,
    /** 405. */
    NOT_ALLOWED,
    /** The integration may not use it. */
    REFUSED,
    /** Whoever asks, 500. */
    FAILING,
    /** The last question is refused. */
    ITEM_REFUSED,
    /** The last question is not answered. */
    ITEM_MISSING,
    /** Filters in it are ignored, and it says nothing about that. */
    FILTERS_IGNORED,
    /** All lists in it are empty. */
    EMPTY_LISTS,
    /** There are no order lines in it. */
    LINES_MISSING
}
