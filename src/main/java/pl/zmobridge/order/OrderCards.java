package pl.zmobridge.order;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.order.CardRules.InvoiceWithoutNip;
import pl.zmobridge.order.OrderCard.Document;
import pl.zmobridge.order.OrderCard.Party;

/**
 * Builds order cards (rules N, P, L, H). L4, the reservation, is no part of a card: it is an option of the ERP's order.
 * The same order and rules always give the same outcome.
 */
public final class OrderCards {

    private final CardRules rules;

    public OrderCards(CardRules rules) {
        this.rules = rules;
    }

    /** The card of an order; or everything that is wrong with the order, not just the first thing. */
    public CardOutcome card(ShopOrder order) {
        Findings findings = new Findings(order.id());
        Optional<Parties> parties = Parties.of(order, findings);
        List<OrderCard.Line> lines = new CardLines(rules, order, findings).lines();
        Optional<Document> document = parties.map(known -> document(known.contractor(), findings));
        if (parties.isEmpty() || document.isEmpty() || !findings.problems().isEmpty()) {
            return new CardOutcome.Faulty(findings.problems(), findings.fault());
        }
        return new CardOutcome.Built(card(order, parties.get(), lines, document.get(), findings.warnings()));
    }

    private OrderCard card(
            ShopOrder order, Parties parties, List<OrderCard.Line> lines, Document document, List<String> warnings) {
        return new OrderCard(
                order.id(),
                new OrderNumber(rules.prefix(), rules.suffix()).number(order.id()), // N1
                Long.toString(order.id()), // N2
                order.placedAt(), // N3
                parties.contractor(),
                parties.recipient(),
                lines,
                Texts.exact(order.deliveryName()), // H1
                Texts.exact(order.paymentName()), // H2
                Texts.exact(order.statusName()), // H3
                document,
                order.sum().setScale(2, RoundingMode.UNNECESSARY),
                Texts.clean(order.currency()),
                order.currencyRate(),
                Texts.cleanLines(order.notes()),
                warnings);
    }

    // H4: the contractor's NIP decides, unless the operator does
    private Document document(Party contractor, Findings findings) {
        boolean hasNip = !contractor.nip().isEmpty();
        return switch (rules.document()) {
            case AUTO -> hasNip ? Document.INVOICE : Document.RECEIPT;
            case RECEIPT -> Document.RECEIPT;
            case INVOICE -> hasNip ? Document.INVOICE : withoutNip(findings);
        };
    }

    private Document withoutNip(Findings findings) {
        if (rules.invoiceWithoutNip() == InvoiceWithoutNip.FAIL) {
            findings.problem(
                    "nie ma NIP, a konfiguracja wymaga faktury (order.document = invoice); uzupełnij NIP w adresie"
                            + " do faktury i ponów import albo ustaw order.document.invoice-without-nip = receipt.");
        }
        return Document.RECEIPT;
    }
}
