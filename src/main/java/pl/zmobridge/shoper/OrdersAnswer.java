package pl.zmobridge.shoper;

/** What the shop says when it is asked for new orders. */
public sealed interface OrdersAnswer {

    /** A page of orders or of lines, whichever was asked for. */
    record Page(ListPage page) implements OrdersAnswer {}

    /** A page of orders, and in the same answer the first page of the lines of those that it had announced. */
    record WithLines(ListPage orders, ListPage lines) implements OrdersAnswer {}

    /**
     * The shop does not answer both in one request; they are asked for one by one.
     *
     * @param why in English, for the log
     */
    record NotTogether(String why) implements OrdersAnswer {}
}
