package pl.zmobridge.api;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import pl.zmobridge.words.Language;

/**
 * The language that a request asks for with {@code Accept-Language}. One that asks for none is answered as ever: what became of an
 * order in Polish, what is wrong with the request in English.
 */
final class RequestLanguage {
    private static final String HEADER = "Accept-Language";

    private RequestLanguage() {}

    /** For what became of orders. */
    static Language ofOrders(Exchange exchange) {
        return asked(exchange).orElse(Language.PL);
    }

    /** For what is wrong with a request. */
    static Language ofProblems(Exchange exchange) {
        return asked(exchange).orElse(Language.EN);
    }

    private static Optional<Language> asked(Exchange exchange) {
        ApiRequest request = ApiRequest.of(exchange);
        String header = request == null ? "" : request.header(HEADER);
        Object early = header.isEmpty() ? ofMessage(exchange.getMessage().getHeaders()) : header;
        return Optional.ofNullable(early).flatMap(wanted -> Language.asked(wanted.toString()));
    }

    /** Headers keep the letter case in which they came. */
    private static Object ofMessage(Map<String, Object> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(HEADER.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
