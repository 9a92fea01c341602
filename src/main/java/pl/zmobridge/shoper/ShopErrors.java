package pl.zmobridge.shoper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Judges answers of the shop. The API always says {@code {"error","error_description"}} when it refuses; an error without that
 * body comes from a proxy or a maintenance page and is an outage.
 */
public final class ShopErrors {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EXCERPT = 200;
    private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(5);
    private static final Pattern RESOURCE = Pattern.compile("(?:.*webapi/rest)?/?([a-z-]+).*");
    private static final Pattern MARKUP =
            Pattern.compile("<(script|style)\\b.*?</\\1>|<[^>]*>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** E-mail addresses, long keys and credentials: nothing of an answer that could be one of those is repeated. */
    private static final Pattern PRIVATE =
            Pattern.compile("\\S+@\\S+|(?i:bearer|basic)\\s+\\S+|[A-Za-z0-9_+=-]{24,}|\\+?\\d[\\d -]{7,}\\d");

    /** Areas of an integration's access, in the words of the shop's panel. */
    private static final Map<String, String> AREAS = Map.of(
            "orders", "zamówienia",
            "order-products", "zamówienia",
            "statuses", "statusy zamówień",
            "payments", "płatności",
            "shippings", "dostawy",
            "users", "klienci",
            "application-config", "konfiguracja",
            "currencies", "waluty",
            "taxes", "stawki podatkowe");

    private ShopErrors() {}

    /** What the shop says when it refuses; {@code error} is blank when the body is something else. */
    private record Said(String error, String words) {
        boolean nothing() {
            return error.isBlank();
        }
    }

    /**
     * Returns if the answer is a success with a body, throws what it is otherwise.
     *
     * @param path of the request, such as {@code /webapi/rest/orders}, without the query
     * @param headers of the answer
     * @param body of the answer; null counts as empty
     * @throws ShopFailure see there; {@link ShopFailure#isOutage()} tells whether to retry in place
     */
    public static void check(int status, String path, Map<String, Object> headers, String body) {
        String text = Objects.requireNonNullElse(body, "").strip();
        Said said = said(text);
        boolean success = status >= 200 && status < 300;
        if (success && said.nothing() && !text.isEmpty() && !text.startsWith("<")) {
            return;
        }
        String what =
                "Sklep odpowiedział " + status + " na " + path + ": " + (said.nothing() ? excerpt(text) : said.words);
        if (status == 401) {
            throw new ShopFailure.Unauthorised(what + " Sprawdź shoper.token albo shoper.login i shoper.password.");
        }
        if (status == 429) {
            throw new ShopFailure.Throttled(what + " Limit zapytań do sklepu jest wyczerpany.", pause(headers));
        }
        if (status >= 300 && status < 400) {
            throw new ShopFailure.Unavailable(what + " To przekierowanie pod inny adres: sprawdź shoper.url.");
        }
        if (status >= 500 || said.nothing()) {
            throw new ShopFailure.Unavailable(what + " Zapytanie zostanie ponowione.");
        }
        throw refusal(status, path, said, what);
    }

    private static ShopFailure refusal(int status, String path, Said said, String what) {
        if (status == 403 && said.error.equals("insufficient_scope")) {
            String area = area(path);
            String advice = " Nadaj integracji w panelu sklepu dostęp do obszaru „" + area
                    + "” (odczyt; do zmiany statusów także edycja zamówień).";
            return new ShopFailure.MissingArea(what + advice, area);
        }
        return status == 404 ? new ShopFailure.NotFound(what) : new ShopFailure.Refused(what);
    }

    private static Duration pause(Map<String, Object> headers) {
        return ShopHeaders.value(headers, ShopHeaders.RETRY_AFTER)
                .flatMap(value -> RetryAfter.read(value, Instant.now()))
                .orElse(DEFAULT_PAUSE);
    }

    /** Only what starts as an error body is parsed here; pages of orders are not. */
    private static Said said(String body) {
        String start = body.substring(0, Math.min(EXCERPT, body.length()));
        JsonNode answer =
                start.startsWith("{") && start.contains("\"error\"") ? parse(body) : MissingNode.getInstance();
        String error = answer.path("error").asText("");
        String description = answer.path("error_description").asText("");
        return new Said(error, cut(description.isBlank() ? error + "." : error + " – " + description + "."));
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String excerpt(String body) {
        String start = body.substring(0, Math.min(20 * EXCERPT, body.length()));
        String text =
                MARKUP.matcher(start).replaceAll(" ").replaceAll("\\s+", " ").strip();
        return text.isEmpty() ? "(pusta odpowiedź)." : "„" + cut(text) + "”.";
    }

    private static String cut(String text) {
        String safe = PRIVATE.matcher(text).replaceAll("[…]");
        return safe.length() <= EXCERPT ? safe : safe.substring(0, EXCERPT) + "…";
    }

    private static String area(String path) {
        var resource = RESOURCE.matcher(path);
        String name = resource.matches() ? resource.group(1) : path;
        return AREAS.getOrDefault(name, name);
    }
}
