package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

@DisplayName("A request to the shop")
class ShoperApiTest {
    private static final String MARK = "\uFEFF";

    static Stream<Request<?>> requests() {
        return Stream.of(
                ShoperApi.ordersAfter(1200),
                ShoperApi.newestOrder(),
                ShoperApi.ordersPlacedFrom("2026-10-01 00:00:00"),
                ShoperApi.orders(List.of(1201L)),
                ShoperApi.order(1201),
                ShoperApi.lines(List.of(1201L), 1),
                ShoperApi.linesByOrder(List.of(1201L), 1),
                ShoperApi.applicationConfig(),
                ShoperApi.dictionary(ShoperApi.Dictionary.STATUSES, 1),
                ShoperApi.setStatus(1201, 5),
                ShoperApi.stocksAfter(0),
                ShoperApi.stocks(List.of(13L)),
                ShoperApi.setStock(13, 7),
                ShoperApi.logIn());
    }

    @Test
    @DisplayName("for new orders is a keyset, oldest first")
    void forNewOrders() {
        assertThat(ShoperApi.ordersAfter(1200).path()).isEqualTo("orders");
        assertThat(decoded(ShoperApi.ordersAfter(1200)))
                .isEqualTo("limit=50&page=1&order=order_id ASC&filters={\"order_id\":{\">\":1200}}");
        assertThat(ShoperApi.ordersAfter(1200, 1).query()).startsWith("limit=1&");
    }

    @Test
    @DisplayName("for known orders names them")
    void forKnownOrders() {
        assertThat(decoded(ShoperApi.orders(List.of(1202L, 1201L))))
                .isEqualTo("limit=50&page=1&order=order_id ASC&filters={\"order_id\":{\"IN\":[1201,1202]}}");
    }

    @Test
    @DisplayName("for stock is a keyset or names the variants, and sets what the shop has of one")
    void forStock() {
        assertThat(ShoperApi.stocksAfter(150).path()).isEqualTo("product-stocks");
        assertThat(decoded(ShoperApi.stocksAfter(150)))
                .isEqualTo("limit=50&page=1&order=stock_id ASC&filters={\"stock_id\":{\">\":150}}");
        assertThat(decoded(ShoperApi.stocks(List.of(14L, 13L))))
                .isEqualTo("limit=50&page=1&order=stock_id ASC&filters={\"stock_id\":{\"IN\":[13,14]}}");
        Request<?> write = ShoperApi.setStock(13, 7);
        assertThat(List.of(write.method(), write.path(), write.body()))
                .containsExactly("PUT", "product-stocks/13", "{\"stock\":7}");
        String others = "{'count':'1','pages':1,'page':1,'list':[{'stock_id':'13','code':'A','stock':'1'}]}";
        assertThatThrownBy(() -> ShoperApi.stocksAfter(13).read(Wire.answer(others)))
                .isInstanceOf(PageRefused.class);
        assertThatThrownBy(() -> ShoperApi.stocks(List.of(14L)).read(Wire.answer(others)))
                .isInstanceOf(PageRefused.class);
    }

    @Test
    @DisplayName("for lines goes through all pages in the order of the lines")
    void forLines() {
        assertThat(ShoperApi.lines(List.of(1201L), 3).path()).isEqualTo("order-products");
        assertThat(decoded(ShoperApi.lines(List.of(1201L), 3)))
                .isEqualTo("limit=50&page=3&order=id ASC&filters={\"order_id\":{\"IN\":[1201]}}");
    }

    @Test
    @DisplayName("is one call, and a bulk may be as many as it has questions")
    void isOneCall() {
        assertThat(requests().map(ShoperApi::calls)).containsOnly(1);
        assertThat(ShoperApi.calls(Bulk.of(ShoperApi.ordersAfter(1200), Set.of(1201L), Set.of())))
                .isEqualTo(2);
        assertThat(ShoperApi.calls(Bulk.of(ShoperApi.ordersAfter(1200), Set.of(1201L), Set.of(7L))))
                .isEqualTo(3);
    }

    @Test
    @DisplayName("for a dictionary goes through all pages")
    void forADictionary() {
        assertThat(decoded(ShoperApi.dictionary(ShoperApi.Dictionary.STATUSES, 2)))
                .isEqualTo("limit=50&page=2&order=status_id ASC");
    }

    @Test
    @DisplayName("that sets a status is the only one that changes an order")
    void thatSetsAStatus() {
        Request<?> set = ShoperApi.setStatus(1201, 7);

        assertThat(set.isWrite()).isTrue();
        assertThat(set.path()).isEqualTo("orders/1201");
        assertThat(set.body()).isEqualTo("{\"status_id\":\"7\"}");
        assertThat(requests().filter(request -> !request.method().equals("GET")).map(Request::path))
                .containsExactly("orders/1201", "product-stocks/13", "auth");
    }

    @Test
    @DisplayName("can be put into an address as it is")
    void canBePutIntoAnAddress() {
        String query = ShoperApi.lines(List.of(1201L, 1202L), 1).query();

        assertThat(URI.create("https://sklep.example.pl/webapi/rest/order-products?" + query)
                        .getRawQuery())
                .isEqualTo(query)
                .doesNotContain("+", " ", "{", "\"", ">");
    }

    @Test
    @DisplayName("never asks for more than the shop honours")
    void neverAsksForMore() {
        List<Long> tooMany = LongStream.rangeClosed(1, 51).boxed().toList();

        assertThatIllegalArgumentException().isThrownBy(() -> ShoperApi.ordersAfter(0, 51));
        assertThatIllegalArgumentException().isThrownBy(() -> ShoperApi.ordersAfter(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ShoperApi.orders(tooMany));
        assertThatIllegalArgumentException().isThrownBy(() -> ShoperApi.orders(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> ShoperApi.lines(List.of(1L), 0));
    }

    @Test
    @DisplayName("reads an answer that begins with a byte order mark")
    void readsAnAnswerWithAByteOrderMark() {
        ListPage page = ShoperApi.ordersAfter(1200)
                .read(Wire.answer(MARK + "{'count':'1','pages':1,'page':1,'list':[{'order_id':'1201'}]}"));

        assertThat(page.rows()).hasSize(1);
        assertThat(ShoperApi.order(1201)
                        .read(Wire.answer(MARK + "{'order_id':'1201'}"))
                        .path("order_id")
                        .asText())
                .isEqualTo("1201");
    }

    @Test
    @DisplayName("takes the plain figure that the shop answers to a new status")
    void takesAPlainFigure() {
        assertThat(ShoperApi.setStatus(1201, 5).read(Wire.answer("1")).asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("E4 tells an order that was deleted from an answer that is not the shop's own")
    void tellsADeletedOrder() {
        Request<Presence> ask = ShoperApi.presence(1201);

        assertThat(ask.read(Wire.answer("{'order_id':'1201'}"))).isInstanceOf(Presence.There.class);
        assertThat(ask.read(Wire.answer(404, "{'error':'invalid_request','error_description':'Resource not found'}")))
                .isEqualTo(new Presence.Gone("invalid_request – Resource not found"));
        assertThat(ask.read(Wire.answer(404, "<html>Not Found</html>"))).isEqualTo(new Presence.Unclear());
        assertThat(ask.read(Wire.answer(404, ""))).isEqualTo(new Presence.Unclear());
        assertThatThrownBy(() -> ask.read(Wire.answer(503, "<html></html>")))
                .isInstanceOf(ShopFailure.Unavailable.class);
    }

    @Test
    @DisplayName("refuses orders that were not asked for")
    void refusesOrdersThatWereNotAskedFor() {
        Answer other = Wire.answer("{'count':'1','pages':1,'page':1,'list':[{'order_id':'7'}]}");

        assertThatThrownBy(() -> ShoperApi.ordersAfter(1200).read(other)).isInstanceOf(PageRefused.class);
        assertThatThrownBy(() -> ShoperApi.orders(List.of(1201L)).read(other)).isInstanceOf(PageRefused.class);
        assertThatThrownBy(() -> ShoperApi.lines(List.of(1201L), 1).read(other)).isInstanceOf(PageRefused.class);
        assertThatThrownBy(() -> ShoperApi.linesByOrder(List.of(1201L), 1).read(other))
                .isInstanceOf(PageRefused.class);
        assertThatThrownBy(() -> ShoperApi.order(1201).read(Wire.answer("{'order_id':'7'}")))
                .isInstanceOf(PageRefused.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    @DisplayName("takes a page of HTML for an outage, whatever was asked")
    void takesHtmlForAnOutage(Request<?> request) {
        for (int status : List.of(200, 404, 502)) {
            assertThatThrownBy(() -> request.read(new Answer(
                            status, Map.of(), MARK + "<html><style>b{}</style><h1>Przerwa techniczna</h1></html>")))
                    .isInstanceOf(ShopFailure.Unavailable.class)
                    .hasMessageContaining("„Przerwa techniczna”");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    @DisplayName("I6 never quotes a token, whatever was asked")
    void neverQuotesAToken(Request<?> request) {
        String token = "0123456789abcdefTAJNE";
        for (String body : List.of(
                "{\"access_token\":\"" + token + "\"",
                "{\"error\":\"unauthorized_client\",\"error_description\":\"Provided access token " + token
                        + " is invalid\"}",
                "<p>Authorization: Bearer TAJNE</p>")) {
            for (int status : List.of(200, 400, 401, 403, 500)) {
                assertThatThrownBy(() -> request.read(new Answer(status, Map.of(), body)))
                        .isInstanceOf(ShopFailure.class)
                        .hasMessageNotContaining("TAJNE");
            }
        }
    }

    private static String decoded(Request<?> request) {
        return URLDecoder.decode(request.query(), StandardCharsets.UTF_8);
    }
}
