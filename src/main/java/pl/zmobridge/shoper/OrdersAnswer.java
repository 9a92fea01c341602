package pl.zmobridge.shoper;

import java.util.Optional;

/** What the shop says when it is asked for new orders. */
public sealed interface OrdersAnswer {

    /** A page of orders or of lines, whichever was asked for. */
    record Page(ListPage page) implements OrdersAnswer {}

    /**
     * A page of new orders, and in the same answer what else hints are about.
     *
     * @param lines those of the orders that the shop has announced, their first page; empty when they were not asked for
     * @param named the rows of the known orders that hints have named; empty when they were not asked for
     */
    record Together(ListPage orders, Optional<ListPage> lines, Optional<ListPage> named) implements OrdersAnswer {}

    /**
     * The shop does not answer all that in one request; it is asked one by one.
     *
     * @param why in English, for the log
     * @param passing whether that says nothing of the next time
     */
    record NotTogether(String why, boolean passing) implements OrdersAnswer {}
}
