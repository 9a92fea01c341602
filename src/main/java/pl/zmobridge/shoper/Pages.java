package pl.zmobridge.shoper;

import pl.zmobridge.wire.Request;

/**
 * Something that the shop tells page by page: as long as there is more, {@link #request} is sent and its answer given to
 * {@link #accept}.
 */
public interface Pages {
    boolean isMore();

    /** The page to ask for next. */
    Request<ListPage> request();

    /** Takes the answer to {@link #request()}. */
    void accept(ListPage page);
}
