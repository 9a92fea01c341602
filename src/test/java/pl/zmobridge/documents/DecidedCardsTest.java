package pl.zmobridge.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.documents.Facts.in;
import static pl.zmobridge.order.ShopOrders.address;
import static pl.zmobridge.order.ShopOrders.line;
import static pl.zmobridge.order.ShopOrders.order;
import static pl.zmobridge.order.ShopOrders.taxed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.CardEdits;
import pl.zmobridge.order.CardOutcome;
import pl.zmobridge.order.CardRules;
import pl.zmobridge.order.CardRules.DocumentChoice;
import pl.zmobridge.order.CardRules.InvoiceWithoutNip;
import pl.zmobridge.order.Decision;
import pl.zmobridge.order.DocumentOutcome.Ksef;
import pl.zmobridge.order.ForeignVat;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.OrderCard.Document;
import pl.zmobridge.order.OrderCard.Stage;
import pl.zmobridge.order.OrderCards;
import pl.zmobridge.order.ShopChange;
import pl.zmobridge.order.ShopOrders;
import pl.zmobridge.register.CardStore;
import pl.zmobridge.register.FaultyCard;
import pl.zmobridge.words.Language;

@DisplayName("D1 the card of an order that rules decide about")
class DecidedCardsTest {
    private static final String LAST = "  - id: last\n    then: { kind: RECEIPT, type: ZMP, series: sZMP }\n";

    @Test
    @DisplayName("has the rule's kind of document whatever its NIP, and names the rule")
    void kind() throws BadRules {
        OrderCard card = built("documents:\n  - id: all\n    then: { kind: INVOICE, type: A, series: B }\n", order());

        assertThat(card.document()).isEqualTo(Document.INVOICE);
        assertThat(card.decision().rule()).isEqualTo("all");
        assertThat(built("documents:\n" + LAST, order().billing(ShopOrders.firm()))
                        .document())
                .isEqualTo(Document.RECEIPT);
    }

    @Test
    @DisplayName("H4 is held before its sale when what was typed is no NIP")
    void doubtfulNip() throws BadRules {
        ShopOrders order = order().billing(address("Jan", "Kos", "", "brak", "Polna 1", ""));

        assertThat(built("documents:\n" + LAST, order).heldBefore(Stage.SALE)).hasSize(1);
    }

    @Test
    @DisplayName("is held before its import by HOLD, told in both languages")
    void hold() throws BadRules {
        OrderCard card = built("documents:\n  - id: x\n    then: { kind: HOLD, reason: Zadzwoń }\n", order());

        assertThat(card.document()).describedAs("H4").isEqualTo(Document.RECEIPT);
        assertThat(card.heldBefore(Stage.IMPORT))
                .containsExactly("Reguła „x” z config/documents.yaml wstrzymuje takie zamówienia: Zadzwoń");
        assertThat(Failure.of(Cause.HELD_BY_RULE)
                        .quoting(card.heldBefore(Stage.IMPORT).get(0))
                        .text(Language.EN))
                .isEqualTo("The rule “x” of config/documents.yaml holds such orders: Zadzwoń");
    }

    @Test
    @DisplayName("needs no document by NONE, also when the order is faulty besides")
    void none() throws BadRules {
        String rules = "documents:\n  - id: x\n    then: { kind: NONE, reason: Gdzie indziej }\n";

        assertThat(outcome(rules, order()).noDocument()).contains("Gdzie indziej");
        CardOutcome faulty = outcome(rules, order().sum("1.00"));
        assertThat(faulty).isInstanceOf(CardOutcome.Faulty.class);
        assertThat(faulty.noDocument()).contains("Gdzie indziej");
    }

    @Test
    @DisplayName("is none when no rule fits; the failure names the facts in both languages")
    void noRule() throws BadRules {
        CardOutcome outcome =
                outcome("documents:\n  - id: x\n    when: { nip: true }\n    then: { kind: INVOICE }\n", order());

        Failure failure = FaultyCard.failure((CardOutcome.Faulty) outcome);
        assertThat(failure.text(Language.PL))
                .startsWith("Zamówienie 1201: nie pasuje do niego żadna reguła")
                .contains("nip: false", "country: PL", "payment: 18 „Przelew”", "placed: 2026-10-02");
        assertThat(failure.text(Language.EN))
                .startsWith("Order 1201: no rule of config/documents.yaml fits it")
                .contains("nip: false", "total: 169.94");
    }

    @Test
    @DisplayName("V3 may have foreign VAT under a rule that speaks of it, but not when no rates are sent")
    void foreignVat() throws BadRules {
        ShopOrders german =
                order().lines(taxed(line("A", "149.95", "1"), "19% DE", "19")).deliveredTo(in("Niemcy", "DE"));
        OrderCard admitted = built(
                "documents:\n  - id: oss\n    when: { country: EU }\n    then: { kind: INVOICE }\n" + LAST, german);
        OrderCard other = built("documents:\n" + LAST, german);

        assertThat(ForeignVat.problems(admitted)).isEmpty();
        assertThat(admitted.warnings()).isEmpty();
        assertThat(ForeignVat.problemsWithoutRates(admitted))
                .singleElement()
                .asString()
                .contains("symfonia.vat = shop");
        assertThat(ForeignVat.problems(other)).hasSize(1);
        assertThat(ForeignVat.problemsWithoutRates(other)).isEqualTo(ForeignVat.problems(other));
    }

    @Test
    @DisplayName("S4 differs from one that another rule made of another type; not from one that was made without rules")
    void edits() throws BadRules {
        OrderCard now = built("documents:\n" + LAST, order());
        OrderCard was = built("documents:\n  - id: b\n    then: { kind: RECEIPT, type: X, series: sX }\n", order());

        assertThat(CardEdits.between(was, now))
                .extracting(ShopChange::words)
                .containsExactly("typ i seria ZMO: X sX → ZMP sZMP");
        assertThat(CardEdits.between(built("", order()), now)).isEmpty();
    }

    @Test
    @DisplayName("goes to KSeF as its rule says, else if it is an invoice to a firm")
    void ksef() throws BadRules {
        String rule = "documents:\n  - id: all\n    then: { kind: INVOICE, ksef: %s }\n";
        String silent = "documents:\n  - id: all\n    then: { kind: INVOICE }\n";
        ShopOrders firm = order().billing(ShopOrders.firm());

        assertThat(ksef(rule.formatted("never"), firm)).isEqualTo(Ksef.NEVER);
        assertThat(ksef(rule.formatted("required"), order())).isEqualTo(Ksef.REQUIRED);
        assertThat(ksef(silent, firm)).isEqualTo(Ksef.REQUIRED);
        assertThat(ksef(silent, order())).isEqualTo(Ksef.OPTIONAL);
        assertThat(ksef("documents:\n" + LAST, firm)).describedAs("a receipt").isEqualTo(Ksef.NEVER);
        assertThat(ksef("", firm)).describedAs("H4").isEqualTo(Ksef.REQUIRED);
        assertThat(ksef("", order())).isEqualTo(Ksef.NEVER);
    }

    private static Ksef ksef(String rules, ShopOrders order) throws BadRules {
        return built(rules, order).decision().outcome().ksef();
    }

    @Test
    @DisplayName("survives the register with its decision")
    void stored() throws BadRules {
        OrderCard card = built(
                "documents:\n  - id: b\n    when: { country: PL }\n    then: { kind: RECEIPT, realise: WZ }\n",
                order());

        String text = CardStore.write(new CardStore.Stored(card, null, null, List.of()));

        assertThat(CardStore.read(text).card().decision()).isEqualTo(card.decision());
        assertThat(CardStore.read(text.replaceFirst("\"decision\"", "\"unknown\""))
                        .card()
                        .decision())
                .isEqualTo(Decision.NONE);
    }

    private static OrderCard built(String rules, ShopOrders order) throws BadRules {
        CardOutcome outcome = outcome(rules, order);
        assertThat(outcome).isInstanceOf(CardOutcome.Built.class);
        return ((CardOutcome.Built) outcome).card();
    }

    private static CardOutcome outcome(String rules, ShopOrders order) throws BadRules {
        CardRules general = new CardRules(
                "SH/", "", DocumentChoice.AUTO, InvoiceWithoutNip.RECEIPT, true, Optional.of("DOSTAWA"), Map.of());
        return new OrderCards(general, RulesFile.parse(rules)).card(order.build());
    }
}
