package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderNumberTest {

    @ParameterizedTest(name = "„{0}” + 1201 + „{1}” = „{2}”")
    @DisplayName("N1 the number is prefix, shop order id and suffix; either may be empty")
    @CsvSource({"SH/, '', SH/1201", "'', '', 1201", "'', /2026, 1201/2026", "SH-, -X, SH-1201-X"})
    void number(String prefix, String suffix, String expected) {
        assertThat(new OrderNumber(prefix, suffix).number(1201)).isEqualTo(expected);
    }

    @Property
    @Label("N1 the number says which order it is, whatever prefix and suffix are")
    void roundTrip(
            @ForAll @StringLength(max = 6) String prefix,
            @ForAll @StringLength(max = 6) String suffix,
            @ForAll @LongRange(min = 1) long id) {
        OrderNumber numbers = new OrderNumber(prefix, suffix);
        assertThat(numbers.shopOrderId(numbers.number(id))).contains(id);
    }

    @ParameterizedTest(name = "„{0}”")
    @DisplayName("N1 a number that the bridge would not make belongs to no order")
    @ValueSource(
            strings = {
                "",
                "SH/",
                "SH//S",
                "SH/1201",
                "1201/S",
                "sh/1201/S",
                "SH/01201/S",
                "SH/0/S",
                "SH/-1/S",
                "SH/12a/S",
                "SH/9999999999999999999/S",
                "SH/S",
                "XSH/1/S"
            })
    void notOurs(String number) {
        assertThat(new OrderNumber("SH/", "/S").shopOrderId(number)).isEmpty();
    }
}
