package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.Cards.card;
import static pl.zmobridge.order.ShopOrders.line;
import static pl.zmobridge.order.ShopOrders.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.order.OrderCard.Stage;

@DisplayName("S10 joined orders")
class JoinedOrdersTest {

    @Test
    @DisplayName("case 39 the parent is imported, the child held before its import with the reason")
    void onceOnly() {
        OrderCard parent = card(order().id(116).children(117L));
        assertThat(parent.heldBefore(Stage.IMPORT)).isEmpty();
        assertThat(parent.heldBefore(Stage.SALE)).isEmpty();
        assertThat(parent.heldBefore(Stage.CHILDREN))
                .describedAs("they are read before the import")
                .hasSize(1);
        assertThat(parent.warnings()).singleElement().asString().contains("117");

        OrderCard child = card(order().id(117).parent(116));
        assertThat(child.heldBefore(Stage.IMPORT)).singleElement().asString().contains("116", "raz");
        assertThat(child.heldBefore(Stage.SALE)).isEmpty();
    }

    @Test
    @DisplayName("a parent that holds all the goods of its children adds up")
    void addsUp() {
        ShopOrders parent =
                goods(116, line("A", "1.00", "3"), line("B", "1.00", "1")).children(117L, 118L);

        assertThat(problems(parent, child(117, line("A", "1.00", "1")), child(118, line("A", "1.00", "2"))))
                .isEmpty();
        assertThat(outcome(parent, child(117, line("A", "1.00", "1")), child(118, line("B", "1.00", "1"))))
                .isInstanceOfSatisfying(
                        CardOutcome.Built.class,
                        built -> assertThat(built.card().holds()).isEmpty());
    }

    @ParameterizedTest(name = "{1} of {0}")
    @DisplayName("goods that the parent lacks would be lost: a person is told which, and how many")
    @CsvSource({"A, 2, 1", "C, 1, 0"})
    void goodsMissing(String code, String quantity, String held) {
        ShopOrders parent = goods(116, line("A", "1.00", "1")).children(117L);

        assertThat(problems(parent, child(117, line(code, "1.00", quantity))))
                .singleElement()
                .asString()
                .startsWith("Zamówienie 116: ")
                .contains("„" + code + "” jest w nim " + held, "zamówieniach " + quantity);
    }

    @Test
    @DisplayName("several children need their goods together")
    void goodsOfSeveral() {
        ShopOrders parent = goods(116, line("A", "1.00", "2")).children(117L, 118L);

        assertThat(problems(parent, child(117, line("A", "1.00", "2")), child(118, line("A", "1.00", "1"))))
                .singleElement()
                .asString()
                .contains("jest w nim 2", "zamówieniach 3");
    }

    @Test
    @DisplayName("a child that is not there, or that names another parent, does not add up")
    void oneSided() {
        ShopOrders parent = goods(116, line("A", "1.00", "1")).children(117L);

        assertThat(problems(parent)).singleElement().asString().contains("117 nie ma w sklepie");
        assertThat(problems(parent, goods(117, line("A", "1.00", "1")).build()))
                .singleElement()
                .asString()
                .contains("117 nie wskazuje");
    }

    private static List<String> problems(ShopOrders parent, ShopOrder... children) {
        return outcome(parent, children) instanceof CardOutcome.Faulty faulty ? faulty.problems() : List.of();
    }

    private static CardOutcome outcome(ShopOrders parent, ShopOrder... children) {
        return Cards.outcome(parent, List.of(children));
    }

    private static ShopOrder child(long id, ShopOrder.Line... lines) {
        return goods(id, lines).parent(116).build();
    }

    private static ShopOrders goods(long id, ShopOrder.Line... lines) {
        BigDecimal goods = Stream.of(lines)
                .map(line -> line.price().multiply(line.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return order().id(id)
                .lines(lines)
                .sum(goods.add(new BigDecimal("19.99")).toPlainString());
    }
}
