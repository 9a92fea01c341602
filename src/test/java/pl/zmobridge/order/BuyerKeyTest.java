package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.Cards.card;
import static pl.zmobridge.order.ShopOrders.address;
import static pl.zmobridge.order.ShopOrders.firm;
import static pl.zmobridge.order.ShopOrders.order;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("K1 by what a buyer is known")
class BuyerKeyTest {

    @Test
    @DisplayName("a firm by its NIP, an account by its number")
    void firmAndAccount() {
        assertThat(ReceivedOrder.buyerKey(card(order().billing(firm())), Optional.of(17L)))
                .isEqualTo("nip:5260250274");
        assertThat(ReceivedOrder.buyerKey(card(order()), Optional.of(17L))).isEqualTo("user:17");
    }

    @Test
    @DisplayName("case 25 a guest by e-mail address and name, whatever their letter case")
    void guest() {
        assertThat(guestKey("Klient@Example.com", "ANNA")).isEqualTo(guestKey("klient@example.com", "Anna"));
        assertThat(guestKey("klient@example.com", "Ewa")).isNotEqualTo(guestKey("klient@example.com", "Anna"));
        assertThat(guestKey("inny@example.com", "Anna")).isNotEqualTo(guestKey("klient@example.com", "Anna"));
    }

    @Test
    @DisplayName("two guests with long addresses and names never share a key")
    void longKeys() {
        String email = "a".repeat(90) + "@example.com";
        assertThat(guestKey(email, "Anna")).hasSize(100).isNotEqualTo(guestKey(email, "Ewa"));
    }

    @Test
    @DisplayName("without an e-mail address by nothing but the order")
    void nobody() {
        assertThat(ReceivedOrder.buyerKey(card(order().email("")), Optional.empty()))
                .isEqualTo("order:1201");
    }

    private static String guestKey(String email, String firstName) {
        ShopOrders order = order().email(email).deliveredTo(address(firstName, "Żak", "", "", "Piotrkowska 12/4", ""));
        return ReceivedOrder.buyerKey(card(order), Optional.empty());
    }
}
