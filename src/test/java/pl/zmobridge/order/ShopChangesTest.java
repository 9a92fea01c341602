package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.Cards.card;
import static pl.zmobridge.order.ShopOrders.address;
import static pl.zmobridge.order.ShopOrders.anna;
import static pl.zmobridge.order.ShopOrders.firm;
import static pl.zmobridge.order.ShopOrders.order;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.zmobridge.order.ShopChange.What;

class ShopChangesTest {

    @Test
    @DisplayName("S2 a row without lines that says the same is no change")
    void same() {
        assertThat(ShopChanges.between(card(order()), order().lines().build())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("S2 case 5, 6, 7 whatever the ZMO was made from is compared with the row")
    @MethodSource("changes")
    void changed(What what, ShopOrders now) {
        assertThat(ShopChanges.between(card(order()), now.lines().build()))
                .extracting(ShopChange::what)
                .containsExactly(what);
    }

    @Test
    @DisplayName("S2 a parcel's number is no change, and a card of an earlier version knows no pickup point")
    void shipment() {
        assertThat(ShopChanges.between(
                        card(order().shipment("", "", "", "")),
                        order().shipment("", "", "", "6200").build()))
                .isEmpty();
        assertThat(ShopChanges.between(
                        withoutSource(card(order())),
                        order().shipment("POP-WAW579", "InPost", "", "").build()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "S2 such a change shows in the row's digest, which is the same for the order with and without its lines")
    @MethodSource("changes")
    void digest(What what, ShopOrders now) {
        String digest = ShopChanges.digest(order().build());
        assertThat(digest)
                .matches("[0-9a-f]{64}")
                .isEqualTo(ShopChanges.digest(order().lines().build()));
        assertThat(ShopChanges.digest(now.build())).isNotEqualTo(digest);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(What.SUM, order().sum("199.94")),
                Arguments.of(What.CURRENCY, order().currency("EUR", Optional.empty())),
                Arguments.of(What.BUYER, order().billing(address("Ewa", "Lis", "", "", "Polna 1", ""))),
                Arguments.of(
                        What.NIP, order().billing(address("Anna", "Żak", "", "526-025-02-74", "Piotrkowska 12/4", ""))),
                Arguments.of(What.DELIVERY, order().delivery(7, "Paczkomat", "19.99")),
                Arguments.of(What.SHIPMENT, order().pickupPoint("POP-WAW579", "InPost")),
                Arguments.of(What.DELIVERY_TAX, order().deliveryTax("8%")),
                Arguments.of(What.JOINED, order().parent(1200)),
                Arguments.of(What.JOINED, order().children(1202L, 1203L)),
                Arguments.of(What.NIP, typed("00000000000")),
                Arguments.of(What.NIP, typed("nie wiem")),
                Arguments.of(What.NIP, typed("7251801126; 6570011222")),
                Arguments.of(What.TICKED, order().filledIn(Map.of(3L, "tak"))),
                Arguments.of(What.FILLED_IN, order().filledIn(Map.of(3L, "Adam & Ewa"))),
                Arguments.of(What.NOTES, order().notes("Proszę dzwonić")),
                Arguments.of(What.DELIVERY_COST, order().delivery(2, "InPost Kurier", "9.99")),
                Arguments.of(What.PRODUCTS, order().productCount("2")),
                Arguments.of(What.VAT_EU, order().vatEu()));
    }

    private static ShopOrders typed(String nip) {
        return order().billing(address("Anna", "Żak", "", nip, "Piotrkowska 12/4", ""));
    }

    @Test
    @DisplayName("S2 a digest that the version before stored still holds for a row without what it did not compare")
    void digestOfTheVersionBefore() {
        assertThat(ShopChanges.digest(order().build()))
                .isEqualTo("4ab745c26819ab47de7cf97c5dcdebf195c3709ab5ac2e1321bc3dba3723216d");
        assertThat(ShopChanges.digest(order().pickupPoint("POP-WAW579", "InPost")
                        .billing(firm())
                        .build()))
                .isEqualTo("2f6a04a90a216aee383bcfa09356744c53b41a8e9a48f3e9ea347cc0cab591e1");
    }

    @ParameterizedTest
    @DisplayName("S2 a row that has it changes nothing of a card that the version before made of the same order")
    @MethodSource("told")
    void cardOfTheVersionBefore(ShopOrders now) {
        assertThat(ShopChanges.between(withoutMarks(card(now)), now.lines().build()))
                .isEmpty();
    }

    static Stream<ShopOrders> told() {
        return Stream.of(
                order(),
                order().parent(1200),
                order().children(1202L, 1203L),
                typed("nie wiem"),
                order().filledIn(Map.of(3L, "tak", 4L, "Adam & Ewa")).notes("Proszę\ndzwonić"),
                order().deliveryTax("8%"));
    }

    @Test
    @DisplayName("S10, H4 a card that the version before made of an order as it was then tells what is new")
    void changedSinceTheVersionBefore() {
        OrderCard old = withoutMarks(card(order()));
        assertThat(ShopChanges.between(old, order().parent(1200).build()))
                .extracting(ShopChange::words)
                .containsExactly("połączone zamówienia: – → 1200 + 1201");
        assertThat(ShopChanges.between(old, order().children(1203L, 1202L).build()))
                .extracting(ShopChange::words)
                .containsExactly("połączone zamówienia: – → 1201 + 1202 + 1203");
        assertThat(ShopChanges.between(old, typed("nie wiem").build()))
                .extracting(ShopChange::words)
                .containsExactly("NIP: – → nie wiem");
    }

    @Test
    @DisplayName("S10, H4 what is taken back is a change, too")
    void takenBack() {
        assertThat(ShopChanges.between(card(order().parent(1200)), order().build()))
                .extracting(ShopChange::what)
                .containsExactly(What.JOINED);
        assertThat(ShopChanges.between(card(typed("nie wiem")), typed("").build()))
                .extracting(ShopChange::what)
                .containsExactly(What.NIP);
    }

    @Test
    @DisplayName("S2 another delivery address, with the buyer billed as before, is a change of the recipient")
    void recipient() {
        OrderCard card = card(order().billing(firm()));
        ShopOrder now = order().billing(firm())
                .deliveredTo(address("Anna", "Żak", "", "", "Nowa 5", ""))
                .build();
        assertThat(ShopChanges.between(card, now)).extracting(ShopChange::what).containsExactly(What.RECIPIENT);
    }

    @Test
    @DisplayName("S2, P3 the NIP of the delivery address stands in the ZMO, too, when it is not the buyer's")
    void recipientNip() {
        ShopOrders then = order().billing(firm());
        ShopOrders now = order().billing(firm())
                .deliveredTo(address("Anna", "Żak", "", "657-001-12-22", "Piotrkowska 12/4", ""));
        assertThat(ShopChanges.between(card(then), now.build()))
                .extracting(ShopChange::what)
                .containsExactly(What.RECIPIENT);
        assertThat(CardEdits.between(card(then), card(now)))
                .extracting(ShopChange::what)
                .containsExactly(What.RECIPIENT);
        assertThat(ShopChanges.digest(now.build())).isNotEqualTo(ShopChanges.digest(then.build()));
    }

    @Test
    @DisplayName("S2 a way of delivery or payment that the shop only renamed is the same")
    void renamed() {
        ShopOrder now = order().delivery(2, "Kurier InPost 24h", "19.99")
                .payment("Przelew bankowy")
                .build();
        assertThat(ShopChanges.between(card(order()), now)).isEmpty();
    }

    @Test
    @DisplayName(
            "S2 a card of an earlier version has no ids: names are compared, and what it does not know is no change")
    void earlierCard() {
        OrderCard old = withoutSource(card(order()));
        assertThat(ShopChanges.between(old, order().vatEu().productCount("5").build()))
                .isEmpty();
        assertThat(ShopChanges.between(old, order().payment("BLIK").build()))
                .extracting(ShopChange::what)
                .containsExactly(What.PAYMENT);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @DisplayName("S7 case 13 an id with another buyer and another date or sum is another order")
    @MethodSource("others")
    void another(String why, ShopOrders now, boolean another) {
        assertThat(ShopChanges.isAnotherOrder(card(order()), now.build()))
                .as(why)
                .isEqualTo(another);
    }

    static Stream<Arguments> others() {
        ShopOrder.Address ewa = address("Ewa", "Lis", "", "", "Polna 1", "");
        ZonedDateTime later = ZonedDateTime.parse("2026-10-03T08:00:00+02:00[Europe/Warsaw]");
        return Stream.of(
                Arguments.of(
                        "another buyer, date and sum",
                        strangers(ewa).placedAt(later).sum("919.99"),
                        true),
                Arguments.of("another buyer and sum", strangers(ewa).sum("919.99"), true),
                Arguments.of("another buyer and date", strangers(ewa).placedAt(later), true),
                Arguments.of("another buyer only", strangers(ewa), false),
                Arguments.of("the same e-mail address", order().deliveredTo(ewa).sum("919.99"), false),
                Arguments.of("the same name", order().email("nowy@example.com").sum("919.99"), false),
                Arguments.of(
                        "a firm's NIP entered later", order().billing(firm()).sum("919.99"), false),
                Arguments.of("the same order", order().deliveredTo(anna()), false));
    }

    private static ShopOrders strangers(ShopOrder.Address address) {
        return order().deliveredTo(address).email("inna@example.com");
    }

    private static OrderCard withoutSource(OrderCard card) {
        return with(card, null, null, null);
    }

    private static OrderCard withoutMarks(OrderCard card) {
        OrderCard.Source source = card.source();
        return with(
                card,
                card.shipment(),
                card.holds(),
                new OrderCard.Source(
                        source.paymentId(),
                        source.shippingId(),
                        source.productCount(),
                        source.vatEu(),
                        source.rateDate(),
                        null));
    }

    private static OrderCard with(
            OrderCard card, Shipment shipment, List<OrderCard.Hold> holds, OrderCard.Source source) {
        return new OrderCard(
                card.shopOrderId(),
                card.number(),
                card.confirmedNumber(),
                card.placedAt(),
                card.contractor(),
                card.recipient(),
                card.lines(),
                card.deliveryForm(),
                card.paymentForm(),
                card.status(),
                card.document(),
                card.total(),
                card.currency(),
                card.currencyRate(),
                card.notes(),
                shipment,
                card.warnings(),
                holds,
                source,
                null);
    }
}
