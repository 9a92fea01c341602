package pl.zmobridge.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pl.zmobridge.order.OrderCard.Document;
import pl.zmobridge.order.OrderCard.Stage;

/**
 * Builds order cards (rules N, P, L, H). L4, the reservation, is no part of a card: it is an option of the ERP's order.
 * The same order and rules always give the same outcome.
 */
public final class OrderCards {

    private final CardRules rules;
    private final DocumentRules documents;

    /** Without rules of the operator's: H4 decides. */
    public OrderCards(CardRules rules) {
        this(rules, DocumentRules.NONE);
    }

    /** @param documents D1 */
    public OrderCards(CardRules rules, DocumentRules documents) {
        this.rules = rules;
        this.documents = documents;
    }

    /** What rules know of an order (D1); empty when nobody knows who buys. */
    public Optional<OrderFacts> facts(ShopOrder order) {
        return Parties.of(order, new Findings(order.id())).map(parties -> OrderFacts.of(order, parties, rules));
    }

    /** The same rules with what a person has decided about the difference of one order (L6). */
    public OrderCards accepting(AcceptedDifference decision) {
        return new OrderCards(rules.accepting(decision), documents);
    }

    /** Whether a difference can become a line of its own (L6). */
    public boolean hasDifferenceCode() {
        return rules.differences().code().isPresent();
    }

    /** Whether the names of the shop's additional fields must be known: the operator named the wish for an invoice by its name (D1). */
    public boolean needsFieldNames() {
        return rules.invoiceWish().filter(field -> !field.matches("[0-9]+")).isPresent();
    }

    /** L8: the ERP's code of a product of the shop, as the choices are now. */
    public UnaryOperator<String> productCodes() {
        return code -> rules.productCode(Texts.clean(code));
    }

    /** Why H4 gives such an order the document that it gives it. */
    public DocumentReason reason(OrderFacts facts) {
        return DocumentReason.of(rules, facts);
    }

    /** The same choices with other rules of the operator's (D1). */
    public OrderCards with(DocumentRules others) {
        return new OrderCards(rules, others);
    }

    /** The card of an order; or everything that is wrong with the order, not just the first thing. */
    public CardOutcome card(ShopOrder order) {
        Findings findings = new Findings(order.id());
        JoinedOrders.judge(order, findings);
        return card(order, findings);
    }

    /** The same for an order whose children have been read (S10): those of them that the shop has and that can be read. */
    public CardOutcome card(ShopOrder order, List<ShopOrder> children) {
        Findings findings = new Findings(order.id());
        JoinedOrders.judge(order, children, findings);
        return card(order, findings);
    }

    private CardOutcome card(ShopOrder order, Findings findings) {
        Optional<Parties> parties = Parties.of(order, findings);
        List<OrderCard.Line> lines = new CardLines(rules, order, findings).lines();
        Optional<Decision> decision = parties.flatMap(known -> decide(order, known, findings));
        Optional<Document> document = decision.map(decided ->
                new DocumentKind(rules, order, findings).of(parties.get().contractor(), decided));
        if (parties.isEmpty() || document.isEmpty() || !findings.problems().isEmpty()) {
            return new CardOutcome.Faulty(
                    findings.problems(),
                    findings.fault(),
                    decision.flatMap(Decision::noDocument),
                    findings.difference());
        }
        return new CardOutcome.Built(
                withVatWarning(card(order, parties.get(), lines, document.get(), findings, decision.get())));
    }

    /** D1: the first rule that fits; an order that none fits, or that one wants to be held, waits for a person. */
    private Optional<Decision> decide(ShopOrder order, Parties parties, Findings findings) {
        OrderFacts facts = OrderFacts.of(order, parties, rules);
        Optional<Decision> decision = documents.decide(facts);
        if (decision.isEmpty()) {
            findings.problem(
                    Fault.NO_RULE,
                    "nie pasuje do niego żadna reguła z config/documents.yaml (" + facts.words()
                            + "); dodaj regułę dla takich zamówień albo na końcu regułę bez warunków.");
        }
        decision.filter(each -> each.isByRule() && each.outcome().kind() == DocumentOutcome.Kind.HOLD)
                .ifPresent(each -> findings.hold(Stage.IMPORT, held(each)));
        return decision;
    }

    private static String held(Decision decision) {
        String reason = decision.outcome().reason();
        return reason.isEmpty()
                ? "Reguła „" + decision.rule() + "” z config/documents.yaml wstrzymuje takie zamówienia."
                : "Reguła „" + decision.rule() + "” z config/documents.yaml wstrzymuje takie zamówienia: " + reason;
    }

    private OrderCard card(
            ShopOrder order,
            Parties parties,
            List<OrderCard.Line> lines,
            Document document,
            Findings findings,
            Decision decision) {
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
                currencyRate(order),
                Texts.cleanLines(order.notes()),
                order.shipment(),
                findings.warnings(),
                findings.holds(),
                new OrderCard.Source(
                        order.paymentId(),
                        order.shippingId(),
                        order.productCount(),
                        order.vatEu(),
                        order.shopRate().map(rate -> rate.date().toString()).orElse(""),
                        Marks.of(order)),
                decision.settled(document, parties.contractor()));
    }

    // W1: never 1 for another currency
    private static BigDecimal currencyRate(ShopOrder order) {
        return CurrencyRate.isHome(order.currency())
                ? BigDecimal.ONE
                : order.shopRate().map(CurrencyRate::rate).orElse(BigDecimal.ZERO);
    }

    // V3: a Polish rate abroad is sold, and said
    private static OrderCard withVatWarning(OrderCard card) {
        return ForeignVat.warning(card).map(card::withWarning).orElse(card);
    }
}
