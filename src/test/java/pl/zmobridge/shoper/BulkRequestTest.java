package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Dispensable;
import pl.zmobridge.wire.Request;

@DisplayName("New orders, lines and known orders asked for in one request")
class BulkRequestTest {
    private static final String ORDERS =
            "{'count':'1','pages':1,'page':1,'list':[{'order_id':'1201','total_products':2}]}";
    private static final String LINES =
            "{'count':'2','pages':1,'page':1,'list':[{'id':'88','order_id':'1201'},{'id':'89','order_id':'1201'}]}";

    private final Request<OrdersAnswer> bulk = Bulk.of(ShoperApi.ordersAfter(1200), Set.of(1201L, 1202L), Set.of());

    @Test
    @DisplayName("are the two plain questions, letter for letter")
    void asked() {
        assertThat(bulk.method() + " " + bulk.path() + bulk.query()).isEqualTo("POST bulk");
        JsonNode questions = Wire.json(bulk.body());
        assertThat(questions)
                .isEqualTo(
                        Wire.json(
                                """
                [{"id":"orders","path":"/webapi/rest/orders","method":"GET",
                  "params":{"limit":"50","page":"1","order":"order_id ASC","filters":"{\\"order_id\\":{\\">\\":1200}}"}},
                 {"id":"lines","path":"/webapi/rest/order-products","method":"GET",
                  "params":{"limit":"50","page":"1","order":"id ASC","filters":"{\\"order_id\\":{\\"IN\\":[1201,1202]}}"}}]"""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {'errors':false,'items':[{'id':'orders','code':200,'body':ORDERS},{'id':'lines','code':200,'body':LINES}]}
            {'errors':false,'items':[{'id':'lines','code':'200','body':LINES},{'id':'orders','code':200,'body':ORDERS}]}
            {'items':{'0':{'id':'orders','code':200,'body':ORDERS},'1':{'id':'lines','code':200,'body':LINES}},'errors':0}
            """)
    @DisplayName("are found by their ids")
    void understood(String said) {
        OrdersAnswer.Together both = (OrdersAnswer.Together) bulk.read(Wire.answer(filled(said)));

        assertThat(both.orders().rows()).hasSize(1);
        assertThat(both.lines().orElseThrow().rows()).hasSize(2);
        assertThat(both.named()).isEmpty();
    }

    @Test
    @DisplayName("come with the rows of known orders, judged like any page of them")
    void named() {
        Request<OrdersAnswer> known = Bulk.of(ShoperApi.ordersAfter(1200), Set.of(), Set.of(7L, 8L));
        String none =
                "{'errors':false,'items':[{'id':'orders','code':200,'body':ORDERS},{'id':'named','code':200,'body':NONE}]}";
        String row = "{'count':'1','pages':1,'page':1,'list':[{'order_id':'7'}]}";
        String named = none.replaceFirst("NONE}]", "ROW}]").replace("ROW", row);

        assertThat(Wire.json(known.body()).findValuesAsText("path"))
                .containsExactly("/webapi/rest/orders", "/webapi/rest/orders");
        assertThat(((OrdersAnswer.Together) known.read(Wire.answer(filled(named))))
                        .named()
                        .orElseThrow()
                        .rows())
                .hasSize(1);
        assertThat(known.read(Wire.answer(filled(named.replace("'7'", "'9'")))))
                .isEqualTo(not("it answered with rows that were not asked for"));
        assertThat(known.read(Wire.answer(filled(named.replace("'pages':1", "'pages':2")))))
                .isEqualTo(not("it answered with rows that were not asked for"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            200 | <html>Przerwa</html> | it answered 200 with something else
            200 | [] | it answered with errors
            200 | {'error':'invalid_request','error_description':'?'} | it answered 200 with something else
            302 | moved | it answered 302
            400 | {'error':'invalid_request','error_description':'?'} | it answered 400
            401 | {'error':'unauthorized_client','error_description':'?'} | it answered 401
            403 | {'error':'insufficient_scope','error_description':'?'} | it answered 403
            404 | <html>404</html> | it answered 404
            405 | {'error':'?'} | it answered 405
            200 | {'errors':true,'items':[{'id':'orders','code':200,'body':ORDERS},{'id':'lines','code':403,'body':{'error':'?'}}]} | it answered with errors (200, 403)
            200 | {'errors':false} | it did not answer what was asked
            200 | {'errors':false,'items':[{'id':'orders','code':200,'body':ORDERS}]} | it did not answer what was asked
            200 | {'errors':false,'items':[{'id':'orders','code':200,'body':ORDERS},{'id':'orders','code':200,'body':ORDERS}]} | it did not answer what was asked
            200 | {'errors':false,'items':[{'id':'1','code':200,'body':ORDERS},{'id':'2','code':200,'body':LINES}]} | it did not answer what was asked
            200 | {'errors':false,'items':[{'id':'orders','code':200,'body':ORDERS},{'id':'lines','code':429,'body':{}}]} | it refused a question (200, 429)
            200 | {'errors':false,'items':[{'id':'orders','body':ORDERS},{'id':'lines','code':200,'body':LINES}]} | it refused a question (0, 200)
            200 | {'errors':false,'items':[{'id':'orders','code':200,'body':LINES},{'id':'lines','code':200,'body':LINES}]} | it answered with rows that were not asked for
            200 | {'errors':false,'items':[{'id':'orders','code':200,'body':{'count':'1','pages':1,'page':1,'list':[{'order_id':'1200'}]}},{'id':'lines','code':200,'body':LINES}]} | it answered with rows that were not asked for
            200 | {'errors':false,'items':[{'id':'orders','code':200,'body':ORDERS},{'id':'lines','code':200,'body':{'count':'1','pages':1,'page':1,'list':[{'id':'88','order_id':'1203'}]}}]} | it answered with rows that were not asked for
            200 | {'errors':false,'items':[{'id':'orders','code':200},{'id':'lines','code':200,'body':LINES}]} | an answer in it is no list
            200 | {'errors':false,'items':[{'id':'orders','code':200,'body':ORDERS},{'id':'lines','code':200,'body':{'error':'?'}}]} | an answer in it is no list
            200 | {'errors':false,'items':[{'id':'orders','code':200,'body':ORDERS},{'id':'lines','code':200,'body':NONE}]} | lines are missing in it
            200 | {'errors':false,'items':[{'id':'orders','code':200,'body':ORDERS},{'id':'lines','code':200,'body':{'count':'2','pages':1,'page':1,'list':[{'id':'88','order_id':'1201'}]}}]} | lines are missing in it
            """)
    @DisplayName("are asked for one by one after any answer that is not understood")
    void notUnderstood(int status, String said, String why) {
        assertThat(bulk.read(Wire.answer(status, filled(said)))).isEqualTo(not(why));
    }

    @Test
    @DisplayName("may lack the lines of an order that has no goods yet, and those that go on on another page")
    void mayLackLines() {
        String begun = ORDERS.replace("'total_products':2", "'total_products':0");
        String more = LINES.replace("'count':'2','pages':1", "'count':'52','pages':2");

        assertThat(bulk.read(both(begun, "NONE"))).isInstanceOf(OrdersAnswer.Together.class);
        assertThat(bulk.read(both(ORDERS, more))).isInstanceOf(OrdersAnswer.Together.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    @DisplayName("are asked for one by one after 429, 5xx or a silence")
    void away(int status) {
        Answer failed = new Answer(status, Map.of("Retry-After", "3"), "{\"error\":\"?\"}");

        assertThat(bulk.read(failed)).isEqualTo(not("it answered " + status));
        assertThat(bulk.reader()).isInstanceOfSatisfying(Dispensable.class, reader -> assertThat(reader.unanswered())
                .isEqualTo(not("it did not answer")));
    }

    @Test
    @DisplayName("are asked for one by one for a moment when there are no orders at all")
    void empty() {
        assertThat(bulk.read(both("NONE", "NONE")))
                .isEqualTo(new OrdersAnswer.NotTogether("there are no orders in it", true));
    }

    private static OrdersAnswer not(String why) {
        return new OrdersAnswer.NotTogether(why, false);
    }

    @Test
    @DisplayName("give an order its lines, sorted, unless a line came twice, cannot be told apart or more follow")
    void along() {
        JsonNode order = Wire.json("{'order_id':'1201'}");
        String first = "{'id':'88','order_id':'1201'}";

        assertThat(LinesAlong.of(Wire.page("[{'id':'100','order_id':'1201'},{'id':'9','order_id':1202}," + first + "]"))
                        .of(order)
                        .orElseThrow()
                        .lines())
                .extracting(line -> line.path("id").asText())
                .containsExactly("88", "100");
        assertThat(LinesAlong.of(Wire.page("[{'id':'9','order_id':'1202'}]")).of(order))
                .isEmpty();
        assertThat(LinesAlong.of(Wire.page("[" + first + "," + first + "]")).of(order))
                .isEmpty();
        assertThat(LinesAlong.of(Wire.page("[{'id':'?','order_id':'1201'}]")).of(order))
                .isEmpty();
        assertThat(LinesAlong.of(new ListPage(52, 2, 1, List.of(Wire.json(first))))
                        .of(order))
                .isEmpty();
    }

    private static Answer both(String orders, String lines) {
        return Wire.answer(filled("{'errors':false,'items':[{'id':'orders','code':200,'body':" + orders
                + "},{'id':'lines','code':200,'body':" + lines + "}]}"));
    }

    private static String filled(String said) {
        return said.replace("ORDERS", ORDERS)
                .replace("LINES", LINES)
                .replace("NONE", "{'count':'0','pages':0,'page':1,'list':[]}");
    }
}
