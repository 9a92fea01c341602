package pl.zmobridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("I11 a table of all orders")
class OneAtATimeTest {
    private final CamelContext camel = new DefaultCamelContext();
    private final OneAtATime tables = new OneAtATime();

    @Test
    @DisplayName("is made for one request of an address at a time, whatever its port")
    void oneOfAnAddress() {
        Exchange first = from("10.0.0.7:50001");
        tables.enter(first);

        assertThatThrownBy(() -> tables.enter(from("10.0.0.7:50002")))
                .isInstanceOfSatisfying(ApiProblem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(429);
                    assertThat(problem.headers()).containsKey("Retry-After");
                    assertThat(problem.code()).isEqualTo("TABLE_BUSY");
                });
        tables.enter(from("10.0.0.8:50001"));
    }

    @Test
    @DisplayName("is made for the next one once the first is over, well or badly")
    void theNextOne() {
        Exchange first = from("10.0.0.7:50001");
        tables.enter(first);
        first.setException(new IllegalStateException());
        first.getExchangeExtension().handoverCompletions().forEach(each -> each.onFailure(first));

        tables.enter(from("10.0.0.7:50003"));
    }

    private Exchange from(String address) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setHeader("CamelVertxPlatformHttpRemoteAddress", address);
        return exchange;
    }
}
