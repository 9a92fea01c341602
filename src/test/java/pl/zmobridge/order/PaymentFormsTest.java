package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.order.PaymentForms.Match;
import pl.zmobridge.order.PaymentForms.Rule;

class PaymentFormsTest {

    private static final PaymentForm CASH = new PaymentForm(1, "Gotówka", true, 0);
    private static final PaymentForm SEVEN_DAYS = new PaymentForm(4, "Przelew – 7 dni", true, 7);
    private static final PaymentForm FOURTEEN_DAYS = new PaymentForm(6, "Przelew – 14 dni", true, 14);
    private static final List<PaymentForm> FORMS = List.of(FOURTEEN_DAYS, SEVEN_DAYS, CASH);

    @ParameterizedTest(name = "{5}: „{0}” in [{1}], contractor default {2}, finds {4}")
    @DisplayName("M the table of the rules")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            PRZELEW         | 3: Przelew – 7 dni; 5: przelew          | 3 | Gotówka | 5       | M1
            Przelew         | 4: Przelew – 7 dni; 6: Przelew – 14 dni | – | Gotówka | 4       | M3
            Przelew         | 4: Przelew – 7 dni; 6: Przelew – 14 dni | 6 | Gotówka | 6       | M2
            Płatność ONLINE | 9: płatność online                      | 6 | Gotówka | 9       | M1
            BLIK            | 4: Przelew – 7 dni                      | – | Gotówka | Gotówka | M4
            """)
    void table(String shop, String dictionary, String contractor, String byDefault, String expected, Rule rule) {
        PaymentForms forms = new PaymentForms(dictionary(dictionary), byDefault);
        assertThat(forms.match(shop, contractor.equals("–") ? none() : OptionalInt.of(Integer.parseInt(contractor))))
                .hasValueSatisfying(match -> {
                    assertThat(match.rule()).isEqualTo(rule);
                    assertThat(List.of(match.form().name(), "" + match.form().id()))
                            .contains(expected);
                });
    }

    @ParameterizedTest(name = "„{0}”")
    @DisplayName("M1 letter case and white space never matter")
    @CsvSource({
        "ŻÓŁTA  PŁATNOŚĆ",
        "żółta płatność",
        "' Żółta\u00a0\tpłatność '",
        "Z\u0307o\u0301łta płatnos\u0301c\u0301",
    })
    void sameName(String shop) {
        PaymentForm yellow = new PaymentForm(7, "Żółta  Płatność", true, 0);
        assertThat(new PaymentForms(List.of(CASH, yellow), "Gotówka").match(shop, none()))
                .contains(new Match(yellow, Rule.M1));
    }

    @Test
    @DisplayName("M1 of several forms of that name the oldest is taken")
    void oldestOfEqual() {
        PaymentForm older = new PaymentForm(2, "PRZELEW", true, 3);
        PaymentForm newer = new PaymentForm(8, "przelew", true, 5);
        assertThat(new PaymentForms(List.of(newer, older), "").match("Przelew", none()))
                .contains(new Match(older, Rule.M1));
    }

    @Test
    @DisplayName("M2 a contractor's form that is unknown or inactive gives way to M3")
    void contractorDefaultNotUsable() {
        PaymentForm retired = new PaymentForm(9, "Kredyt", false, 90);
        PaymentForms forms = new PaymentForms(List.of(retired, SEVEN_DAYS, FOURTEEN_DAYS), "");
        assertThat(forms.match("Przelew", OptionalInt.of(9))).contains(new Match(SEVEN_DAYS, Rule.M3));
        assertThat(forms.match("Przelew", OptionalInt.of(77))).contains(new Match(SEVEN_DAYS, Rule.M3));
    }

    @Test
    @DisplayName("inactive forms are chosen by no rule")
    void inactive() {
        PaymentForms forms = new PaymentForms(List.of(new PaymentForm(3, "Przelew", false, 7)), "Przelew");
        assertThat(forms.match("Przelew", OptionalInt.of(3))).isEmpty();
        assertThat(forms.match("Prze", none())).isEmpty();
    }

    @Test
    @DisplayName("a blank name of the shop matches no form's name, only M2 and M4 remain")
    void blankName() {
        PaymentForms forms = new PaymentForms(List.of(new PaymentForm(2, " ", true, 0), CASH, SEVEN_DAYS), " gotówka");
        assertThat(forms.match(" \u00a0", none())).contains(new Match(CASH, Rule.M4));
        assertThat(forms.match("", OptionalInt.of(4))).contains(new Match(SEVEN_DAYS, Rule.M2));
    }

    @Test
    @DisplayName("M4 without a usable default nothing is found")
    void nothing() {
        PaymentForm nameless = new PaymentForm(2, "", true, 0);
        assertThat(new PaymentForms(List.of(nameless), "").match("BLIK", none()))
                .isEmpty();
        assertThat(new PaymentForms(FORMS, "Karta").match("BLIK", none())).isEmpty();
    }

    @Test
    @DisplayName("the payment is due the form's days after the order's date")
    void dueDate() {
        assertThat(PaymentForms.dueDate(LocalDate.of(2026, 12, 28), SEVEN_DAYS)).isEqualTo("2027-01-04");
        assertThat(PaymentForms.dueDate(LocalDate.of(2026, 12, 28), CASH)).isEqualTo("2026-12-28");
    }

    @Property
    @Label("M a name finds the same form by the same rule in any case and with any white space")
    void caseAndSpaceNeverMatter(@ForAll("names") String name) {
        PaymentForms forms = new PaymentForms(FORMS, "Gotówka");
        var found = forms.match(name, none());
        assertThat(found).isPresent();
        assertThat(forms.match(name.toUpperCase(Locale.ROOT), none())).isEqualTo(found);
        assertThat(forms.match(name.toLowerCase(Locale.ROOT), none())).isEqualTo(found);
        assertThat(forms.match("\t " + name.replace(" ", " \u00a0 ") + "\n", none()))
                .isEqualTo(found);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of("Gotówka", "gotów", "Przelew", "przelew – 14 dni", "– 7 dni", "14", "ówka", "BLIK"),
                Arbitraries.strings().withChars("ıİißſΣσςŻżŁłA ").ofMaxLength(6));
    }

    private static List<PaymentForm> dictionary(String text) {
        List<PaymentForm> forms = Arrays.stream(text.split("; "))
                .map(entry -> entry.split(": "))
                .map(entry -> new PaymentForm(Integer.parseInt(entry[0]), entry[1], true, 7))
                .toList();
        return Stream.concat(forms.stream(), Stream.of(CASH)).toList();
    }

    private static OptionalInt none() {
        return OptionalInt.empty();
    }
}
