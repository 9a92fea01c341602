package pl.zmobridge.shoper;

import java.util.Map;
import java.util.Optional;
import pl.zmobridge.wire.Answer;

/** Headers of an answer, by name in any letter case; of several values the first. */
final class ShopHeaders {
    static final String CALLS = "X-SHOP-API-CALLS";
    static final String LIMIT = "X-SHOP-API-LIMIT";
    static final String BANDWIDTH = "X-SHOP-API-BANDWIDTH";
    static final String RETRY_AFTER = "Retry-After";

    private ShopHeaders() {}

    static Optional<String> value(Map<String, ?> headers, String name) {
        return Answer.header(headers, name);
    }

    /** A figure of 0 or more, decimals allowed. */
    static Optional<Double> figure(Map<String, ?> headers, String name) {
        return value(headers, name)
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?"))
                .map(Double::valueOf);
    }
}
