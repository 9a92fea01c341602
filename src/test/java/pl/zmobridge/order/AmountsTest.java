package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @Property
    @Label("a plain decimal is read exactly as written")
    void readsWhatWasWritten(@ForAll @BigRange(min = "-999999999", max = "999999999") @Scale(6) BigDecimal amount) {
        assertThat(Amounts.read("sum", amount.toPlainString())).isEqualTo(amount);
    }

    @ParameterizedTest(name = "„{0}”")
    @DisplayName("anything that is not a plain decimal is an error that names field and value, never 0")
    @ValueSource(
            strings = {
                "",
                " ",
                "12,50",
                "1 200.00",
                " 1.00",
                "1e3",
                "NaN",
                "Infinity",
                "+1",
                "1.",
                ".5",
                "--1",
                "1.2.3",
                "0x10",
                "1.1234567",
                "١٢",
                "12 zł",
                "null"
            })
    void refused(String text) {
        assertThatThrownBy(() -> Amounts.read("sum", text))
                .isInstanceOf(UnreadableValue.class)
                .hasMessageContaining("„sum”")
                .hasMessageContaining("„" + text + "”");
    }
}
