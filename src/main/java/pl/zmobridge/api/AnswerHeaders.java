package pl.zmobridge.api;

import org.apache.camel.http.base.HttpHeaderFilterStrategy;

/** Camel keeps {@code Cache-Control} to itself; answers with personal data must say that nobody may keep them. */
public final class AnswerHeaders extends HttpHeaderFilterStrategy {
    public AnswerHeaders() {
        getOutFilter().remove("cache-control");
    }
}
