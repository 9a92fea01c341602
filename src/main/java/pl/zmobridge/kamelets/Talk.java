package pl.zmobridge.kamelets;

import pl.zmobridge.wire.Request;

/** One conversation with a system, a request after the other: the exchange property {@value #PROPERTY}. It belongs to one exchange. */
public interface Talk {
    String PROPERTY = "zmoBridgeTalk";

    /** Whether there is something to ask or to write now. */
    boolean isAsking();

    Request<?> request();

    /** The {@code Authorization} of {@link #request()}. */
    String authorization();

    /** Takes what the answer to {@link #request()} says. */
    void accept(Object said);
}
