package pl.zmobridge.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.order.Cards;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.ShopOrders;
import pl.zmobridge.register.CardStore.Stored;

class CardStoreTest {
    private static final String EARLIER =
            """
            {"card":{"shopOrderId":1201,"number":"SH/1201","confirmedNumber":"1201",
             "placedAt":"2026-10-02T09:41:07+02:00[Europe/Warsaw]","contractor":null,"recipient":null,
             "lines":[{"code":"SPD-101","name":"Spódnica","quantity":"1","unit":"szt.","value":"149.95","tax":"23%","delivery":false}],
             "deliveryForm":"InPost","paymentForm":"Przelew","status":"nowe","document":"RECEIPT","total":"149.95","currency":"PLN",
             "currencyRate":"1","notes":"","warnings":[]},"userId":17,"nips":[]}
            """;

    @Test
    @DisplayName("a card that an earlier version kept is read: it holds nothing and knows no ids of the shop")
    void earlierVersion() {
        OrderCard card = CardStore.read(EARLIER).card();
        assertThat(card.holds()).isEmpty();
        assertThat(card.shipment().known()).isFalse();
        assertThat(card.source()).isEqualTo(OrderCard.Source.UNKNOWN);
        assertThat(card.lines().get(0).taxValue()).isEmpty();
        assertThat(card.total()).isEqualByComparingTo("149.95");
    }

    @Test
    @DisplayName("a card with holds and ids is read as it was written")
    void roundTrip() {
        ShopOrders order = ShopOrders.order()
                .billing(ShopOrders.address("Jan", "Kos", "", "brak", "Polna 1", ""))
                .parent(1100)
                .shipment("POP-WAW579", "InPost", "inny@example.com", "6200")
                .vatEu();
        OrderCard card = Cards.card(order);
        assertThat(card.holds()).hasSize(2);
        Stored stored = new Stored(card, 17L, "anna", List.of());
        assertThat(CardStore.read(CardStore.write(stored))).isEqualTo(stored);
    }
}
