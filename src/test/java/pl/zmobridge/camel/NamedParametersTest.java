package pl.zmobridge.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NamedParametersTest {
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final NamedParameters names = new NamedParameters(Map::of);
    private Exchange exchange;

    @BeforeEach
    void start() {
        camel.start();
        exchange = new DefaultExchange(camel);
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void aNameIsLookedUpInTheBodyThenInTheHeadersThenInTheVariables() throws Exception {
        exchange.setVariable("a", "variable");
        exchange.setVariable("b", "variable");
        exchange.setVariable("c", "variable");
        exchange.getMessage().setHeader("a", "header");
        exchange.getMessage().setHeader("b", "header");

        assertThat(values("VALUES (:?a, :?b, :?c)", Map.of("a", "body"))).containsExactly("body", "header", "variable");
    }

    @Test
    void aNullInTheBodyIsAValue() throws Exception {
        exchange.setVariable("a", "variable");
        Map<String, Object> body = new java.util.HashMap<>();
        body.put("a", null);

        assertThat(values("SET x = :?a", body)).containsExactly((Object) null);
    }

    @Test
    void anAnswerOfAnotherSystemNeverStandsInForAVariable() throws Exception {
        exchange.setVariable("shop", "main");

        assertThat(values("WHERE shop = :?shop", new ObjectMapper().readTree("{\"shop\":\"other\"}")))
                .containsExactly("main");
    }

    @Test
    void anExpressionSeesTheOneOfABatch() throws Exception {
        exchange.getMessage().setBody(List.of("first", "second"));
        exchange.setVariable("a", List.of(1, 2));

        assertThat(values("VALUES (:?${body}, :?${variable.a[1]})", "second")).containsExactly("second", 2);
    }

    @Test
    void whatIsNowhereIsAnError() {
        assertThatThrownBy(() -> values("WHERE shop = :?shop", ""))
                .isInstanceOf(RuntimeExchangeException.class)
                .hasMessageContaining("shop");
    }

    @Test
    void aStatementIsPreparedWithQuestionMarks() throws Exception {
        String query = "UPDATE t SET a = :?a, b = :?${variable.x.id} WHERE c = :?a";

        assertThat(names.prepareQuery(query, true, exchange)).isEqualTo("UPDATE t SET a = ?, b = ? WHERE c = ?");
        assertThat(names.count(query)).isEqualTo(3);
    }

    @Test
    void aListBecomesAsManyQuestionMarksAsItHasValues() throws Exception {
        exchange.setVariable("ids", List.of(1, 2, 3));
        exchange.setVariable("shop", "main");
        String query = "WHERE id IN (:?in:ids) AND shop = :?shop";

        assertThat(names.prepareQuery(query, true, exchange)).isEqualTo("WHERE id IN (?,?,?) AND shop = ?");
        assertThat(values(query, "")).containsExactly(1, 2, 3, "main");
        assertThat(names.count(query)).isZero();
    }

    @Test
    void anEmptyListFitsNothing() throws Exception {
        exchange.setVariable("ids", List.of());

        assertThat(values("WHERE id IN (:?in:ids)", "")).containsExactly((Object) null);
    }

    @Test
    void aTypedVariableHasParametersOfItsOwn() throws Exception {
        SqlParameters attempt = name -> name.equals("orderId") ? 1201L : SqlParameters.NONE;
        exchange.setVariable("attempt", attempt);

        assertThat(values("WHERE shop_order_id = :?orderId", "")).containsExactly(1201L);
    }

    @Test
    void aTypedBodyComesBeforeTheVariables() throws Exception {
        SqlParameters letter = name -> name.equals("orderId") ? 7L : SqlParameters.NONE;
        exchange.setVariable("orderId", 1201L);

        assertThat(values("WHERE shop_order_id = :?orderId", letter)).containsExactly(7L);
    }

    private List<Object> values(String query, Object body) throws Exception {
        if (exchange.getMessage().getBody() == null) {
            exchange.getMessage().setBody(body);
        }
        Iterator<?> values =
                names.createPopulateIterator(query, names.prepareQuery(query, true, exchange), 0, exchange, body);
        List<Object> all = new ArrayList<>();
        values.forEachRemaining(all::add);
        return all;
    }
}
