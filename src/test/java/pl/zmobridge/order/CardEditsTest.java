package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.Cards.card;
import static pl.zmobridge.order.ShopOrders.address;
import static pl.zmobridge.order.ShopOrders.line;
import static pl.zmobridge.order.ShopOrders.order;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CardEditsTest {
    private static final OrderCard CARD = card(order());

    @Test
    @DisplayName("S4 an order that is as it was needs no edit, whatever its status")
    void same() {
        assertThat(CardEdits.between(CARD, card(order().status("opłacone")))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("S4 each difference is named with both values")
    @MethodSource("edits")
    void edits(String words, ShopOrders now) {
        assertThat(CardEdits.between(CARD, card(now)))
                .extracting(ShopChange::words)
                .contains(words);
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of(
                        "suma: 169.94 → 199.94",
                        order().lines(line("SPD-101", "149.95", "1"), line("KUB-300", "30.00", "1"))
                                .sum("199.94")),
                Arguments.of(
                        "pozycja „KUB-300”: – → 1 szt. za 30.00, VAT 23%",
                        order().lines(line("SPD-101", "149.95", "1"), line("KUB-300", "30.00", "1"))
                                .sum("199.94")),
                Arguments.of(
                        "pozycja „SPD-101”: 1 szt. za 149.95, VAT 23% → 2 szt. za 299.90, VAT 23%",
                        order().lines(line("SPD-101", "149.95", "2")).sum("319.89")),
                Arguments.of(
                        "pozycja „SPD-101”: 1 szt. za 149.95, VAT 23% → –",
                        order().lines(line("KUB-300", "149.95", "1"))),
                Arguments.of(
                        "pozycja „SPD-101”: 1 szt. za 149.95, VAT 23% → 1 szt. za 149.95, VAT 8%",
                        order().lines(ShopOrders.taxed(line("SPD-101", "149.95", "1"), "8%", "8"))),
                Arguments.of(
                        "punkt odbioru lub e-mail dostawy: – → POP-WAW579, inny@example.com",
                        order().shipment("POP-WAW579", "InPost", "inny@example.com", "")),
                Arguments.of("zaznaczone pola dodatkowe: – → 3", order().filledIn(Map.of(3L, "tak"))),
                Arguments.of("wypełnione pola dodatkowe: – → 4: piętro 2", order().filledIn(Map.of(4L, "piętro 2"))),
                Arguments.of(
                        "pozycja „DOSTAWA”: 1 szt. za 19.99, VAT 23% → 1 szt. za 19.99, VAT 8%",
                        order().deliveryTax("8%")),
                Arguments.of(
                        "NIP: – → 5260250274",
                        order().billing(address("Anna", "Żak", "", "526-025-02-74", "Piotrkowska 12/4", ""))),
                Arguments.of(
                        "dokument: paragon → faktura",
                        order().billing(address("Anna", "Żak", "", "526-025-02-74", "Piotrkowska 12/4", ""))));
    }
}
