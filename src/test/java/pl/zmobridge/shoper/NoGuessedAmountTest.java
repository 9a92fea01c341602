package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pl.zmobridge.order.ShopOrder;

class NoGuessedAmountTest {

    @Property(tries = 500)
    void I7_an_amount_is_what_the_shop_wrote_or_an_error(
            @ForAll("amountFields") String field, @ForAll("texts") String text) {
        ObjectNode order = Wire.order();
        ObjectNode line = Wire.line();
        (order.has(field) ? order : line).set(field, TextNode.valueOf(text));

        try {
            ShopOrder read = Wire.read(order, List.of(line), Wire.dictionaries());
            assertThat(amount(read, field)).isEqualByComparingTo(new BigDecimal(text.strip()));
        } catch (UnreadableOrder refused) {
            assertThat(refused.problems()).singleElement().asString().contains("„" + field + "”");
        }
    }

    @Provide
    Arbitrary<String> amountFields() {
        return Arbitraries.of("sum", "shipping_cost", "price", "quantity");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789.,-+eE ").ofMaxLength(8),
                Arbitraries.strings().ofMaxLength(5),
                Arbitraries.bigDecimals().ofScale(2).map(BigDecimal::toPlainString));
    }

    private static BigDecimal amount(ShopOrder order, String field) {
        return switch (field) {
            case "sum" -> order.sum();
            case "shipping_cost" -> order.deliveryCost();
            case "price" -> order.lines().get(0).price();
            default -> order.lines().get(0).quantity();
        };
    }
}
