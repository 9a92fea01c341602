package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.ShopOrders.line;
import static pl.zmobridge.order.ShopOrders.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlSumTest {

    @ParameterizedTest(name = "sum {0}: {2}")
    @DisplayName("L5 the reading that gives the sum is found")
    @CsvSource({
        "210.00, 200.00, nothing is to be taken off",
        "190.00, 180.00, the line's 10%",
        "155.00, 145.00, 'the order''s 5 + 10 + 12.5% summed'",
        "159.63, 149.63, 'the order''s 5, 10 and 12.5% one after the other'",
        "140.50, 130.50, 'the line''s 10%, then the order''s summed'",
        "144.66, 134.66, 'the line''s 10%, then the order''s one after the other'",
    })
    void reading(String sum, String value, String why) {
        ShopOrder order = order().lines(line("A", "100.00", "2", "10"))
                .discounts("5", "10", "0", "12.5")
                .delivery(2, "Kurier", "10.00")
                .sum(sum)
                .build();
        assertThat(values(order)).as(why).containsExactly(new BigDecimal(value));
    }

    @Test
    @DisplayName("L5 a shop that rounds the unit price first is understood")
    void unitPriceRoundedFirst() {
        // 9.99 less 15% is 8.4915: 100 of them are 849.15, of 8.49 they are 849.00
        ShopOrders order = order().lines(line("A", "9.99", "100", "15")).delivery(2, "Kurier", "0");
        assertThat(values(order.sum("849.15").build())).containsExactly(new BigDecimal("849.15"));
        assertThat(values(order.sum("849.00").build())).containsExactly(new BigDecimal("849.00"));
    }

    @Test
    @DisplayName("L5 fractions of a unit are rounded half up per line")
    void fractions() {
        ShopOrder order = order().lines(line("A", "10.01", "0.5"), line("B", "3.33", "1.5"))
                .delivery(2, "Kurier", "0")
                .sum("10.01")
                .build();
        ControlSum.Fit fit = new ControlSum(order).fit().orElseThrow();
        assertThat(fit.values()).containsExactly(new BigDecimal("5.01"), new BigDecimal("5.00"));
        assertThat(fit.difference()).isZero();
    }

    @ParameterizedTest(name = "sum {0}")
    @DisplayName("L5 a rounding difference is moved 0.01 a line, largest lines first, on lines of several pieces")
    @CsvSource({
        "70.00, 10.00, 20.00, 10.00, 20.00, 0",
        "70.01, 10.00, 20.01, 10.00, 20.00, 0.01",
        "70.02, 10.00, 20.01, 10.00, 20.01, 0.02",
        "69.98, 10.00, 19.99, 10.00, 19.99, -0.02",
    })
    void difference(String sum, String a, String b, String c, String d, BigDecimal difference) {
        ControlSum.Fit fit = new ControlSum(fourLines(sum)).fit().orElseThrow();
        assertThat(fit.values())
                .containsExactly(new BigDecimal(a), new BigDecimal(b), new BigDecimal(c), new BigDecimal(d));
        assertThat(fit.difference()).isEqualByComparingTo(difference);
    }

    @ParameterizedTest(name = "sum {0}")
    @DisplayName("L5 a difference that rounding cannot explain fits no reading")
    @CsvSource({"70.03", "69.97", "70.011", "7.00", "0"})
    void tooGreat(String sum) {
        assertThat(new ControlSum(fourLines(sum)).fit()).isEmpty();
    }

    @ParameterizedTest(name = "{0} lines of {2} × {1}, sum {3}: {4}")
    @DisplayName("L5 case 26 rounding explains half a grosz a piece and 0.01 a line, a fee is no rounding")
    @CsvSource({
        "100, 1.00, 1, 100.90, false",
        "100, 1.00, 1, 100.01, false",
        "1, 149.95, 1, 149.96, false",
        "1, 1.00, 100, 100.50, false",
        "1, 33.33, 3, 100.00, true",
        "1, 16.67, 6, 100.00, false",
        "2, 3.33, 3, 20.00, true",
        "2, 3.33, 3, 20.01, false",
        "1, 0.25, 1.5, 0.39, false",
    })
    void feeOrRounding(int count, String price, String quantity, String sum, boolean fits) {
        ShopOrder.Line[] lines =
                Stream.generate(() -> line("A", price, quantity)).limit(count).toArray(ShopOrder.Line[]::new);
        ShopOrder order =
                order().lines(lines).delivery(2, "Kurier", "0").sum(sum).build();
        assertThat(new ControlSum(order).fit().isPresent()).isEqualTo(fits);
    }

    @ParameterizedTest(name = "{0} pieces, sum {1}: {2}")
    @DisplayName("L5 a discount that leaves parts of a grosz lets a single piece be rounded too")
    @CsvSource({
        // 9.99 less 15% is 8.4915
        "1, 8.49, true",
        "1, 8.50, false",
        "2, 16.99, true",
        "3, 25.48, true",
        "3, 25.49, false",
    })
    void discounted(String quantity, String sum, boolean fits) {
        ShopOrder order = order().lines(line("A", "9.99", quantity, "15"))
                .delivery(2, "Kurier", "0")
                .sum(sum)
                .build();
        assertThat(new ControlSum(order).fit().isPresent()).isEqualTo(fits);
    }

    @Test
    @DisplayName("L5 a line never becomes negative by rounding")
    void neverNegative() {
        ShopOrder order = order().lines(line("A", "0", "2"))
                .delivery(2, "Kurier", "10.00")
                .sum("9.99")
                .build();
        assertThat(new ControlSum(order).fit()).isEmpty();
    }

    @Test
    @DisplayName("L5 an exact reading is taken, even when a plainer one is close")
    void exactBeforePlain() {
        ShopOrder order = order().lines(line("A", "1.00", "1", "1"), line("B", "50.00", "1", "0"))
                .delivery(2, "Kurier", "0")
                .sum("50.99")
                .build();
        assertThat(values(order)).containsExactly(new BigDecimal("0.99"), new BigDecimal("50.00"));
    }

    @Test
    @DisplayName("L5 delivery is never discounted")
    void deliveryIsNotDiscounted() {
        ShopOrder order = order().lines(line("A", "100.00", "1"))
                .discounts("10", "0", "0", "0")
                .delivery(2, "Kurier", "20.00")
                .sum("110.00")
                .build();
        assertThat(values(order)).containsExactly(new BigDecimal("90.00"));
    }

    @Test
    @DisplayName("L5 discounts that add up to more than everything leave nothing, not less")
    void moreThanEverything() {
        ShopOrder order = order().lines(line("A", "100.00", "1"))
                .discounts("60", "60", "0", "0")
                .delivery(2, "Kurier", "5.00")
                .sum("5.00")
                .build();
        assertThat(values(order)).containsExactly(new BigDecimal("0.00"));
    }

    @Test
    @DisplayName("L5 readings with the same values are one reading, under its plainest name")
    void distinct() {
        assertThat(new ControlSum(order().build()).readings())
                .extracting(ControlSum.Reading::name)
                .containsExactly("rabat pozycji już w cenie, rabaty zamówienia już w cenie");
    }

    private static ShopOrder fourLines(String sum) {
        return order().lines(
                        line("A", "10.00", "1"),
                        line("B", "10.00", "2"),
                        line("C", "10.00", "1"),
                        line("D", "10.00", "2"))
                .delivery(2, "Kurier", "10.00")
                .sum(sum)
                .build();
    }

    private static List<BigDecimal> values(ShopOrder order) {
        return new ControlSum(order).fit().orElseThrow().values();
    }
}
