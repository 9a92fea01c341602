package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** L6: a difference that is shared among lines. */
class SpreadTest {
    private static final BigDecimal GROSZ = new BigDecimal("0.01");

    @Property
    @Label(
            "L6 spread values add up to the grosz, none is below 0, none is a grosz away from its part, zero lines stay zero")
    void adds(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 50_000) Integer> groszy,
            @ForAll @IntRange(max = 100_000) int part) {
        List<BigDecimal> values =
                groszy.stream().map(each -> BigDecimal.valueOf(each, 2)).toList();
        BigDecimal worth = sum(values);
        // from everything off to twice as much
        BigDecimal difference = worth.multiply(BigDecimal.valueOf(part, 5))
                .multiply(BigDecimal.valueOf(2))
                .subtract(worth)
                .setScale(2, java.math.RoundingMode.HALF_UP);
        if (worth.signum() == 0) {
            assertThat(Spread.isPossible(values, difference)).isFalse();
            return;
        }

        List<BigDecimal> spread = Spread.over(values, difference);

        assertThat(sum(spread)).isEqualByComparingTo(worth.add(difference));
        IntStream.range(0, values.size()).forEach(i -> {
            BigDecimal exact = values.get(i).multiply(worth.add(difference)).divide(worth, MathContext.DECIMAL64);
            assertThat(spread.get(i)).isNotNegative().hasScaleOf(2);
            assertThat(spread.get(i).subtract(exact).abs()).isLessThan(GROSZ);
            if (values.get(i).signum() == 0) {
                assertThat(spread.get(i)).isZero();
            }
        });
    }

    @Example
    @Label("L6 the grosz that is left goes to the largest line")
    void grosz() {
        assertThat(Spread.over(money("10.00", "30.00", "10.00"), new BigDecimal("-0.02")))
                .isEqualTo(money("10.00", "29.98", "10.00"));
        assertThat(Spread.over(money("33.33", "33.34", "33.33"), new BigDecimal("-10.00")))
                .isEqualTo(money("30.00", "30.00", "30.00"));
        assertThat(Spread.over(money("10.00", "10.00", "10.00"), new BigDecimal("-5.00")))
                .isEqualTo(money("8.34", "8.33", "8.33"));
        assertThat(Spread.over(money("100.00", "50.00"), new BigDecimal("7.00")))
                .isEqualTo(money("104.67", "52.33"));
    }

    @Example
    @Label("L6 lines that are worth less than a discount cannot take it")
    void tooMuch() {
        assertThat(Spread.isPossible(money("10.00", "5.00"), new BigDecimal("-15.00")))
                .isTrue();
        assertThat(Spread.isPossible(money("10.00", "5.00"), new BigDecimal("-15.01")))
                .isFalse();
        assertThat(Spread.isPossible(money("0.00"), new BigDecimal("1.00"))).isFalse();
    }

    private static List<BigDecimal> money(String... amounts) {
        return Arrays.stream(amounts).map(BigDecimal::new).toList();
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
