package pl.zmobridge.shoper;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.wire.Answer;

/**
 * Judges answers of the shop. The API always says {@code {"error","error_description"}} when it refuses; an error without that
 * body comes from a proxy or a maintenance page and is an outage.
 */
final class ShopErrors {
    /** An error body says so at its beginning; pages of orders are not searched for one. */
    private static final int BEGINNING = 200;

    private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(5);
    private static final Pattern RESOURCE = Pattern.compile("(?:.*webapi/rest)?/?([a-z-]+).*");

    /** Areas of an integration's access, in the words of the shop's panel. */
    private static final Map<String, String> AREAS = Map.ofEntries(
            entry("orders", "zamówienia"),
            entry("order-products", "zamówienia"),
            entry("statuses", "statusy zamówień"),
            entry("payments", "płatności"),
            entry("shippings", "dostawy"),
            entry("users", "klienci"),
            entry("application-config", "konfiguracja"),
            entry("currencies", "waluty"),
            entry("taxes", "stawki podatkowe"),
            entry("parcels", "przesyłki"),
            entry("product-stocks", "stany magazynowe produktów (product-stocks: odczyt i edycja)"));

    private ShopErrors() {}

    /** What the shop says when it refuses; {@code error} is blank when the body is something else. */
    private record Said(String error, String words) {
        boolean nothing() {
            return error.isBlank();
        }
    }

    /**
     * What a success says.
     *
     * @param path of the request, such as {@code orders}
     * @throws ShopFailure for anything but a success with JSON; {@link ShopFailure#isOutage()} tells whether to retry in place
     */
    static JsonNode json(String path, Answer answer) {
        check(path, answer);
        return answer.json()
                .orElseThrow(() -> new ShopAnswerUnusable(
                        "Odpowiedź sklepu nie jest poprawnym JSON-em. Zapytanie zostanie ponowione."));
    }

    private static void check(String path, Answer answer) {
        int status = answer.status();
        Said said = said(answer);
        boolean isData = !answer.text().isBlank() && !answer.text().strip().startsWith("<");
        if (answer.isSuccess() && said.nothing() && isData) {
            return;
        }
        String what =
                "Sklep odpowiedział " + status + " na " + path + ": " + (said.nothing() ? excerpt(answer) : said.words);
        Failure failure = Failure.of(Cause.SHOP_AWAY)
                .with("status", status)
                .with("path", path)
                .quoting(said.nothing() ? answer.excerpt() : said.words.replaceFirst("\\.$", ""));
        if (status == 401) {
            throw new ShopFailure.Unauthorised(
                    what + " Sprawdź shoper.token albo shoper.login i shoper.password.",
                    as(Cause.SHOP_LOGIN_REFUSED, failure));
        }
        if (status == 429) {
            throw new ShopFailure.Throttled(
                    what + " Limit zapytań do sklepu jest wyczerpany.",
                    as(Cause.SHOP_THROTTLED, failure),
                    pause(answer.headers()));
        }
        if (status >= 300 && status < 400) {
            throw new ShopFailure.Unavailable(
                    what + " To przekierowanie pod inny adres: sprawdź shoper.url.", failure.with("how", "REDIRECT"));
        }
        if (status >= 500 || said.nothing()) {
            throw new ShopFailure.Unavailable(what + " Zapytanie zostanie ponowione.", failure.with("how", "HTTP"));
        }
        throw refusal(status, path, said, what, failure);
    }

    private static Failure as(Cause cause, Failure failure) {
        return new Failure(cause.system(), cause, failure.arguments(), failure.words());
    }

    private static ShopFailure refusal(int status, String path, Said said, String what, Failure failure) {
        if (status == 403 && said.error.equals("insufficient_scope")) {
            String area = area(path);
            String advice = " Nadaj integracji w panelu sklepu dostęp do obszaru „" + area
                    + "” (odczyt; do zmiany statusów także edycja zamówień).";
            return new ShopFailure.MissingArea(
                    what + advice, as(Cause.SHOP_AREA_MISSING, failure).with("area", area), area);
        }
        return status == 404
                ? new ShopFailure.NotFound(what, as(Cause.SHOP_NOT_FOUND, failure))
                : new ShopFailure.Refused(what, as(Cause.SHOP_REFUSED, failure));
    }

    private static Duration pause(Map<String, Object> headers) {
        return ShopHeaders.value(headers, ShopHeaders.RETRY_AFTER)
                .flatMap(value -> RetryAfter.read(value, Instant.now()))
                .orElse(DEFAULT_PAUSE);
    }

    private static Said said(Answer answer) {
        String start =
                answer.text().substring(0, Math.min(BEGINNING, answer.text().length()));
        JsonNode body = start.strip().startsWith("{") && start.contains("\"error\"")
                ? answer.json().orElse(MissingNode.getInstance())
                : MissingNode.getInstance();
        String error = body.path("error").asText("");
        String description = body.path("error_description").asText("");
        return new Said(error, Answer.discreet(description.isBlank() ? error : error + " – " + description) + ".");
    }

    private static String excerpt(Answer answer) {
        String excerpt = answer.excerpt();
        return excerpt.isEmpty() ? "(pusta odpowiedź)." : "„" + excerpt + "”.";
    }

    private static String area(String path) {
        var resource = RESOURCE.matcher(path);
        String name = resource.matches() ? resource.group(1) : path;
        return AREAS.getOrDefault(name, name);
    }
}
