package pl.zmobridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.attempt.Shop;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.order.OrderNumber;
import pl.zmobridge.words.Language;

@DisplayName("An order is named in a path by its id or its number (N1)")
class OrderNamesTest {
    private static final Shops SHOPS =
            new Shops(List.of(shop("main", "SH/", ""), shop("books", "KS-", "/26"), shop("shoes", "SH/", "")));

    @ParameterizedTest
    @CsvSource({
        "/api/orders/SH%2F1201, /api/orders/1201",
        "/api/orders/SH%2f1201/import, /api/orders/1201/import",
        "/api/orders/SH%2F1201%20(2)/explain, /api/orders/1201/explain",
        "/api/orders/KS-7%2F26, /api/orders/7",
        "/api/orders/1201, /api/orders/1201",
        "/api/orders/id:1201, /api/orders/1201",
        "/api/orders/id%3A1201/import, /api/orders/1201/import",
        "/api/orders/number:SH%2F1201, /api/orders/1201",
        "/api/orders/99999999999999999999, /api/orders/99999999999999999999",
        "/api/orders, /api/orders",
        "/api/dead-letters/SH%2F7, /api/dead-letters/SH%2F7"
    })
    void theNumberBecomesTheId(String typed, String meant) {
        assertThat(resolved(typed).path()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/orders/XY%2F1201, XY/1201",
        "/api/orders/SH%2F0/import, SH/0",
        "/api/orders/SH%2F12%, SH%2F12%",
        "/api/orders/-1, -1",
        "/api/orders/id:SH%2F1201, id:SH/1201",
        "/api/orders/number:1201, number:1201"
    })
    void whatIsNoNumberIsSaidAsItWasMeant(String typed, String name) {
        assertThatThrownBy(() -> resolved(typed))
                .hasMessage("\"" + name + "\" is no number of an order or dead letter");
    }

    @Test
    void aNumberOfSeveralOrdersNeedsAShop() {
        Shops alike = new Shops(List.of(shop("main", "1-", ""), shop("books", "1-2", "")));

        assertThatThrownBy(() -> resolved(alike, alike.ids(), "/api/orders/1-27/import"))
                .hasMessageStartingWith("Several shops have an order 1-27: main, books");
        assertThat(resolved(alike, List.of("books"), "/api/orders/1-27").path()).isEqualTo("/api/orders/7");
    }

    @Test
    void aNumberOfOneShopMeansThatShop() {
        assertThat(resolved("/api/orders/KS-7%2F26").shops()).containsExactly("books");
        assertThat(resolved("/api/orders/SH%2F7").shops())
                .describedAs("two shops number alike; whose order it is, the register says")
                .containsExactly("main", "books", "shoes");
        assertThat(resolved("/api/orders/7").shops()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "'', /api/orders/261201, /api/orders/261201",
        "'', /api/orders/261201/import, /api/orders/261201/import",
        "261201, /api/orders/261201, /api/orders/261201",
        "1201, /api/orders/261201, /api/orders/1201",
        "1201, /api/orders/261201/realise, /api/orders/1201/realise",
        "1201 261201, /api/orders/id:261201/realise, /api/orders/261201/realise",
        "1201 261201, /api/orders/number:261201/realise, /api/orders/1201/realise",
        "1201, /api/orders/number:261201/import, /api/orders/1201/import",
        "1201 261201, /api/orders/1201, /api/orders/1201"
    })
    void digitsAreTheNumberWhenNoOrderHasThatId(String held, String typed, String meant) {
        assertThat(digits(held, typed).path()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "1201 261201, /api/orders/261201",
        "1201 261201, /api/orders/261201/realise",
        "1201, /api/orders/261201/import"
    })
    void digitsThatMayBeEitherAreNotGuessedAt(String held, String typed) {
        assertThatThrownBy(() -> digits(held, typed)).isInstanceOfSatisfying(ApiProblem.class, problem -> {
            assertThat(problem.status()).isEqualTo(409);
            assertThat(problem.detail(Language.EN)).contains("id:261201", "number:261201", "1201");
            assertThat(problem.detail(Language.PL)).contains("id:261201", "number:261201", "wskaż właściwe");
        });
    }

    @Test
    void theRegisterIsAskedForDigitsOnlyWhereTheyMayBeANumber() {
        new OrderNames(SHOPS).resolved(ApiRequest.about(SHOPS.ids(), "/api/orders/261201"), wanted -> {
            throw new AssertionError("asked for " + wanted);
        });
    }

    /** Of a bridge whose orders have the number 26…, and whose register holds these. */
    private static ApiRequest digits(String held, String path) {
        Shops numeric = new Shops(List.of(shop("main", "26", "")));
        List<OrderNames.Held> all = Arrays.stream(held.split(" "))
                .filter(id -> !id.isEmpty())
                .map(id -> new OrderNames.Held("main", Long.parseLong(id)))
                .toList();
        return new OrderNames(numeric).resolved(ApiRequest.about(numeric.ids(), path), wanted -> all.stream()
                .filter(each -> wanted.ids().contains(each.id()))
                .toList());
    }

    private static ApiRequest resolved(String path) {
        return resolved(SHOPS, SHOPS.ids(), path);
    }

    private static ApiRequest resolved(Shops shops, List<String> asked, String path) {
        return new OrderNames(shops).resolved(ApiRequest.about(asked, path), wanted -> List.of());
    }

    private static Shop shop(String id, String prefix, String suffix) {
        Shop.Rules rules = new Shop.Rules(
                Optional.empty(),
                Set.of(),
                Set.of(),
                false,
                false,
                Set.of(),
                60,
                1,
                new OrderNumber(prefix, suffix),
                null,
                null,
                null);
        return new Shop(id, rules, null, null);
    }
}
