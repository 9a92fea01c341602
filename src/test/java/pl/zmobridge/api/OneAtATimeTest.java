package pl.zmobridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("I11 a table of all orders")
class OneAtATimeTest {
    private final OneAtATime tables = new OneAtATime();

    @Test
    @DisplayName("is made for one request of an address at a time, and for the next one once it is over")
    void oneOfAnAddress() {
        tables.enter("10.0.0.7");

        assertThatThrownBy(() -> tables.enter("10.0.0.7")).isInstanceOfSatisfying(ApiProblem.class, problem -> {
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.headers()).containsKey("Retry-After");
            assertThat(problem.code()).isEqualTo("TABLE_BUSY");
        });
        tables.enter("10.0.0.8");
        tables.leave("10.0.0.7");
        tables.enter("10.0.0.7");
    }
}
