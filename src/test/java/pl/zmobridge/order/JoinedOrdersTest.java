package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.Cards.card;
import static pl.zmobridge.order.ShopOrders.line;
import static pl.zmobridge.order.ShopOrders.order;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.order.OrderCard.Stage;

@DisplayName("S10 joined orders")
class JoinedOrdersTest {

    @Test
    @DisplayName("case 39 the parent is imported, the child held before its import with the reason")
    void onceOnly() {
        OrderCard parent = card(order().id(116).children(117L));
        assertThat(parent.holds()).isEmpty();
        assertThat(parent.warnings()).singleElement().asString().contains("117");

        OrderCard child = card(order().id(117).parent(116));
        assertThat(child.heldBefore(Stage.IMPORT)).singleElement().asString().contains("116", "raz");
        assertThat(child.heldBefore(Stage.SALE)).isEmpty();
    }

    @Test
    @DisplayName("a parent that holds all the goods of its children adds up")
    void addsUp() {
        ShopOrder parent = goods(116, line("A", "1.00", "3"), line("B", "1.00", "1"))
                .children(117L, 118L)
                .build();
        ShopOrder first = goods(117, line("A", "1.00", "1")).parent(116).build();
        ShopOrder second = goods(118, line("A", "1.00", "2")).parent(116).build();
        assertThat(JoinedOrders.problems(parent, List.of(first, second))).isEmpty();
    }

    @Test
    @DisplayName("goods that the parent lacks would be lost: a person is told which")
    void goodsMissing() {
        ShopOrder parent = goods(116, line("A", "1.00", "1")).children(117L).build();
        assertThat(JoinedOrders.problems(
                        parent,
                        List.of(goods(117, line("A", "1.00", "2")).parent(116).build())))
                .singleElement()
                .asString()
                .contains("116", "117", "„A”");
        assertThat(JoinedOrders.problems(
                        parent,
                        List.of(goods(117, line("C", "1.00", "1")).parent(116).build())))
                .singleElement()
                .asString()
                .contains("„C”");
    }

    @Test
    @DisplayName("orders that do not name each other do not add up")
    void oneSided() {
        ShopOrder child = goods(117, line("A", "1.00", "1")).parent(116).build();
        assertThat(JoinedOrders.problems(goods(116, line("A", "1.00", "1")).build(), List.of(child)))
                .singleElement()
                .asString()
                .contains("nie wskazują na siebie");
    }

    private static ShopOrders goods(long id, ShopOrder.Line... lines) {
        return order().id(id).lines(lines);
    }
}
