package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.zmobridge.order.Cards.card;
import static pl.zmobridge.order.ShopOrders.order;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final OrderCard FULL = card(order().shipment("POP-WAW579", "InPost", "paczka@example.com", "6200")
            .notes("Proszę dzwonić, $1 {order}\nII piętro"));
    private static final OrderCard BARE = card(order().shipment("", "", "", ""));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{delivery}; InPost Kurier",
                "punkt: {pickup-point}; punkt: POP-WAW579 (InPost)",
                "{tracking}/{email}; 6200/paczka@example.com",
                "{order} {number}; 1201 SH/1201",
                "pole {field:3}; pole Adam & Ewa",
                "bez pól; bez pól",
                "''; ''",
            })
    void everyPlaceholderBecomesWhatTheOrderSays(String template, String filled) {
        assertThat(new Template(template).fill(FULL)).isEqualTo(filled);
    }

    @Test
    void aValueIsNoTemplateItself() {
        assertThat(new Template("{notes}").fill(FULL)).isEqualTo("Proszę dzwonić, $1 {order}\nII piętro");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "a | punkt: {pickup-point} | b / a | b",
                "punkt: {pickup-point}, przesyłka {tracking} | b / b",
                "{delivery}, punkt {pickup-point} / InPost Kurier",
                "{delivery}, punkt {pickup-point} | b / InPost Kurier | b",
                "{delivery} | punkt {pickup-point}, b / InPost Kurier | b",
                "{pickup-point} | {tracking} / ''",
                "{pickup-point} {delivery} / InPost Kurier",
            })
    void aPartOfWhichNothingIsLeftLeavesNoSeparator(String template, String filled) {
        assertThat(new Template(template).fill(BARE)).isEqualTo(filled);
    }

    @Test
    void linesOfANoteStayLines() {
        assertThat(new Template("{delivery}\npunkt: {pickup-point}\n{email}").fill(BARE))
                .isEqualTo("InPost Kurier\n" + BARE.recipient().email());
    }

    @ParameterizedTest
    @CsvSource({
        "{pickup point}, {pickup point}",
        "{Order}, {Order}",
        "{field:x}, {field:x}",
        "{}, {}",
        "a {order, {order",
        "b }, }"
    })
    void whatIsNoPlaceholderIsRefusedByItsName(String template, String name) {
        assertThatThrownBy(() -> new Template(template))
                .isInstanceOfSatisfying(
                        Template.Unknown.class, e -> assertThat(e.written()).isEqualTo(name));
    }
}
