package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A query")
class ShoperQueriesTest {
    private final ShoperQueries queries = new ShoperQueries();

    @Test
    @DisplayName("for new orders is a keyset, oldest first")
    void forNewOrders() {
        assertThat(decoded(queries.ordersAfter(1200)))
                .isEqualTo("limit=50&page=1&order=order_id ASC&filters={\"order_id\":{\">\":1200}}");
        assertThat(queries.ordersAfter(1200, 1)).startsWith("limit=1&");
    }

    @Test
    @DisplayName("for known orders names them")
    void forKnownOrders() {
        assertThat(decoded(queries.ordersIn(List.of(1202L, 1201L))))
                .isEqualTo("limit=50&page=1&order=order_id ASC&filters={\"order_id\":{\"IN\":[1201,1202]}}");
    }

    @Test
    @DisplayName("for lines goes through all pages in the order of the lines")
    void forLines() {
        assertThat(decoded(queries.linesOf(List.of(1201L), 3)))
                .isEqualTo("limit=50&page=3&order=id ASC&filters={\"order_id\":{\"IN\":[1201]}}");
    }

    @Test
    @DisplayName("for a dictionary goes through all pages")
    void forADictionary() {
        assertThat(decoded(queries.dictionary("status_id", 2))).isEqualTo("limit=50&page=2&order=status_id ASC");
    }

    @Test
    @DisplayName("can be put into an address as it is")
    void canBePutIntoAnAddress() {
        String query = queries.linesOf(List.of(1201L, 1202L), 1);

        assertThat(URI.create("https://sklep.example.pl/webapi/rest/order-products?" + query)
                        .getRawQuery())
                .isEqualTo(query)
                .doesNotContain("+", " ", "{", "\"", ">");
    }

    @Test
    @DisplayName("never asks for more than the shop honours")
    void neverAsksForMore() {
        List<Long> tooMany = LongStream.rangeClosed(1, 51).boxed().toList();

        assertThatIllegalArgumentException().isThrownBy(() -> queries.ordersAfter(0, 51));
        assertThatIllegalArgumentException().isThrownBy(() -> queries.ordersAfter(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> queries.ordersIn(tooMany));
        assertThatIllegalArgumentException().isThrownBy(() -> queries.ordersIn(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> queries.linesOf(List.of(1L), 0));
    }

    private static String decoded(String query) {
        return URLDecoder.decode(query, StandardCharsets.UTF_8);
    }
}
