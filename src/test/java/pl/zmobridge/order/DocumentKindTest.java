package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.ShopOrders.address;
import static pl.zmobridge.order.ShopOrders.order;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.order.CardRules.Bundle;
import pl.zmobridge.order.CardRules.DocumentChoice;
import pl.zmobridge.order.CardRules.InvoiceWithoutNip;
import pl.zmobridge.order.OrderCard.Document;
import pl.zmobridge.order.OrderCard.Stage;

@DisplayName("H4 which document an order needs, and when a person must say so")
class DocumentKindTest {

    @ParameterizedTest(name = "„{0}”")
    @DisplayName(
            "case 29 what is no NIP makes no invoice; the ZMO is issued, and the order waits for a person before its sale")
    @ValueSource(strings = {"00000000000", "600100200", "brak", "5260250274; 7251801126", "011222"})
    void doubtful(String nip) {
        OrderCard card = built(DocumentChoice.AUTO, InvoiceWithoutNip.RECEIPT, "", withNip(nip));
        assertThat(card.document()).isEqualTo(Document.RECEIPT);
        assertThat(card.contractor().nip()).isEmpty();
        assertThat(card.heldBefore(Stage.IMPORT)).isEmpty();
        assertThat(card.heldBefore(Stage.SALE)).singleElement().asString().contains("„" + nip + "”");
    }

    @ParameterizedTest(name = "„{0}”")
    @DisplayName("a NIP, also one with a wrong checksum, a foreign id and an empty field hold nothing")
    @ValueSource(strings = {"526-025-02-74", "526-025-02-75", "DE123456789", "", "-"})
    void notHeld(String nip) {
        assertThat(built(DocumentChoice.AUTO, InvoiceWithoutNip.RECEIPT, "", withNip(nip))
                        .holds())
                .isEmpty();
    }

    @Test
    @DisplayName("an operator who wants receipts only is not asked about a NIP")
    void receiptsOnly() {
        assertThat(built(DocumentChoice.RECEIPT, InvoiceWithoutNip.RECEIPT, "", withNip("brak"))
                        .holds())
                .isEmpty();
    }

    @Test
    @DisplayName(
            "case 31 a forced invoice without a NIP becomes an invoice for a person, still held when the NIP is doubtful")
    void invoiceForAPerson() {
        OrderCard plain = built(DocumentChoice.INVOICE, InvoiceWithoutNip.INVOICE, "", order());
        assertThat(plain.document()).isEqualTo(Document.INVOICE);
        assertThat(plain.holds()).isEmpty();
        OrderCard doubtful = built(DocumentChoice.INVOICE, InvoiceWithoutNip.INVOICE, "", withNip("brak"));
        assertThat(doubtful.document()).isEqualTo(Document.INVOICE);
        assertThat(doubtful.heldBefore(Stage.SALE)).hasSize(1);
    }

    @ParameterizedTest(name = "box „{0}”, ticked: {1}, NIP „{2}”: warning {3}")
    @DisplayName("case 30 a ticked box that seems to ask for an invoice is told while there is no NIP")
    @CsvSource({
        "Chcę otrzymać fakturę, true, '', true",
        "I want an invoice, true, '', true",
        "'', true, '', true",
        "Chcę otrzymać fakturę, true, 526-025-02-74, false",
        "Zgoda na newsletter, true, '', false",
        "Chcę otrzymać fakturę, false, '', false",
    })
    void likelyWish(String name, boolean tick, String nip, boolean warned) {
        ShopOrders order = withNip(nip).fields(new ShopOrder.Field(3, name, tick, "1"));
        OrderCard card = built(DocumentChoice.AUTO, InvoiceWithoutNip.RECEIPT, "", order);
        assertThat(card.document()).isEqualTo(nip.isEmpty() ? Document.RECEIPT : Document.INVOICE);
        assertThat(card.warnings()).hasSize(warned ? 1 : 0).allSatisfy(warning -> assertThat(warning)
                .contains("order.invoice-wish.field = 3"));
    }

    @ParameterizedTest(name = "the operator named „{0}”: {1}")
    @DisplayName(
            "D1 case 30 once the operator has named the field, its tick makes an invoice for a person, without a warning")
    @CsvSource({"3, INVOICE", "chcę otrzymać  FAKTURĘ, INVOICE", "4, RECEIPT", "Inne, RECEIPT"})
    void wish(String field, Document expected) {
        ShopOrders order = order().fields(new ShopOrder.Field(3, "Chcę otrzymać fakturę", true, "1"));
        OrderCard card = built(DocumentChoice.AUTO, InvoiceWithoutNip.RECEIPT, field, order);
        assertThat(card.document()).isEqualTo(expected);
        assertThat(card.warnings()).isEmpty();
    }

    @ParameterizedTest(name = "order.document={0}, without NIP {1}, NIP {2}, wish {3}: {4}")
    @DisplayName("D2 why H4 gives the document that it gives")
    @CsvSource({
        "RECEIPT, RECEIPT, true, false, ONLY_RECEIPTS",
        "AUTO, RECEIPT, true, false, HAS_NIP",
        "INVOICE, INVOICE, true, false, HAS_NIP",
        "INVOICE, INVOICE, false, false, FORCED_INVOICE",
        "INVOICE, RECEIPT, false, true, FORCED_INVOICE_IS_RECEIPT",
        "INVOICE, FAIL, false, false, FORCED_INVOICE_REFUSED",
        "AUTO, RECEIPT, false, true, WISHED",
        "AUTO, RECEIPT, false, false, NO_NIP",
    })
    void reason(
            DocumentChoice document, InvoiceWithoutNip without, boolean nip, boolean wish, DocumentReason expected) {
        ShopOrders order = nip ? withNip("5260250274") : order();
        ShopOrder built = wish
                ? order.fields(new ShopOrder.Field(3, "Faktura", true, "1")).build()
                : order.build();
        OrderCards cards = new OrderCards(rules(document, without, "3"));
        assertThat(cards.facts(built).map(cards::reason)).contains(expected);
    }

    private static ShopOrders withNip(String nip) {
        return order().billing(address("Jan", "Kos", "", nip, "Polna 1", ""));
    }

    private static OrderCard built(DocumentChoice document, InvoiceWithoutNip without, String wish, ShopOrders order) {
        CardOutcome outcome = new OrderCards(rules(document, without, wish)).card(order.build());
        assertThat(outcome).isInstanceOf(CardOutcome.Built.class);
        return ((CardOutcome.Built) outcome).card();
    }

    private static CardRules rules(DocumentChoice document, InvoiceWithoutNip without, String wish) {
        return new CardRules(
                "SH/",
                "",
                document,
                without,
                false,
                Optional.of("DOSTAWA"),
                Map.of(),
                Bundle.CHILDREN,
                false,
                Optional.of(wish).filter(text -> !text.isEmpty()),
                DifferenceRules.ASK);
    }
}
