package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.wire.Answer;

@DisplayName("An answer of the shop")
class ShopErrorsTest {
    private static final String ORDERS = "/webapi/rest/orders";
    private static final String INVALID = "{\"error\":\"invalid_request\",\"error_description\":\"Unknown field\"}";
    private static final String SCOPE = "{\"error\":\"insufficient_scope\",\"error_description\":\"No access\"}";
    private static final String PAGE = "<html><style>b{}</style><h1>Przerwa techniczna</h1></html>";

    @ParameterizedTest
    @DisplayName("that is a success passes")
    @ValueSource(strings = {"{\"count\":1}", "[]", "1", " {\"order_id\":1,\"notes\":\"\\\"error\\\"\"}"})
    void thatIsASuccessPasses(String body) {
        assertThatCode(() -> check(200, ORDERS, body)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @DisplayName("without data is an outage, also with 200")
    @NullSource
    @ValueSource(strings = {"", "  ", PAGE})
    void withoutDataIsAnOutage(String body) {
        assertThat(failure(200, ORDERS, body)).isInstanceOf(ShopFailure.Unavailable.class);
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("becomes the failure it is")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "400, json, Refused, false",
                "400, html, Unavailable, true",
                "401, json, Unauthorised, false",
                "401, html, Unauthorised, false",
                "403, json, Refused, false",
                "403, html, Unavailable, true",
                "404, json, NotFound, false",
                "404, html, Unavailable, true",
                "404, none, Unavailable, true",
                "429, json, Throttled, true",
                "429, html, Throttled, true",
                "302, html, Unavailable, true",
                "500, json, Unavailable, true",
                "502, html, Unavailable, true",
                "503, none, Unavailable, true",
                "200, json, Refused, false",
            })
    void becomesTheFailureItIs(int status, String kind, String failure, boolean outage) {
        String body = kind.equals("json") ? INVALID : kind.equals("html") ? PAGE : "";

        ShopFailure thrown = failure(status, ORDERS, body);

        assertThat(thrown.getClass().getSimpleName()).isEqualTo(failure);
        assertThat(thrown.isOutage()).isEqualTo(outage);
        assertThat(thrown).hasMessageContaining(status + " na " + ORDERS);
    }

    @Test
    @DisplayName("keeps the shop's own words")
    void keepsTheShopsWords() {
        assertThat(failure(400, ORDERS, INVALID)).hasMessageContaining("invalid_request – Unknown field");
        assertThat(failure(503, ORDERS, PAGE)).hasMessageContaining("„Przerwa techniczna”");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("names the missing area in the panel's words")
    @CsvSource({
        "/webapi/rest/orders, zamówienia",
        "/webapi/rest/orders/1201, zamówienia",
        "webapi/rest/order-products, zamówienia",
        "/statuses, statusy zamówień",
        "/webapi/rest/payments, płatności",
        "/webapi/rest/shippings, dostawy",
        "https://sklep.example.pl/webapi/rest/users/17, klienci",
        "/webapi/rest/application-config, konfiguracja",
        "/webapi/rest/producers, producers",
    })
    void namesTheMissingArea(String path, String area) {
        assertThatThrownBy(() -> check(403, path, SCOPE))
                .isInstanceOfSatisfying(ShopFailure.MissingArea.class, missing -> assertThat(missing.area())
                        .isEqualTo(area))
                .hasMessageContaining("„" + area + "”");
    }

    @ParameterizedTest(name = "{0}: {1} s")
    @DisplayName("tells how long to stay away")
    @CsvSource({"7, 7", "never, 5"})
    void tellsHowLongToStayAway(String retryAfter, long seconds) {
        ShopFailure.Throttled throttled = catchThrowableOfType(
                ShopFailure.Throttled.class,
                () -> ShopErrors.json(ORDERS, new Answer(429, Map.of("RETRY-AFTER", retryAfter), "")));

        assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @DisplayName("I6 is quoted without secrets and personal data")
    @ValueSource(
            strings = {
                "<p>Authorization: Bearer TAJNE123</p>",
                "<p>klient.TAJNE123@example.com</p>",
                "{\"access_token\":\"TAJNE1234567890abcdef1234567890abcdef\"}",
                "{\"error\":\"x\",\"error_description\":\"token Bearer TAJNE123 is bad\"}",
                "<script>var TAJNE = 1</script>",
            })
    void isQuotedWithoutSecrets(String body) {
        assertThat(failure(502, ORDERS, body)).hasMessageNotContaining("TAJNE");
    }

    @Test
    @DisplayName("is quoted in short")
    void isQuotedInShort() {
        assertThat(failure(502, ORDERS, "ala ma kota ".repeat(10_000)).getMessage())
                .hasSizeLessThan(400);
    }

    private static ShopFailure failure(int status, String path, String body) {
        return catchThrowableOfType(ShopFailure.class, () -> check(status, path, body));
    }

    private static void check(int status, String path, String body) {
        ShopErrors.json(path, new Answer(status, Map.of(), body));
    }
}
