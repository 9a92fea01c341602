package pl.zmobridge.order;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.order.CardRules.DocumentChoice;
import pl.zmobridge.order.OrderCard.Document;
import pl.zmobridge.order.OrderCard.Party;
import pl.zmobridge.order.OrderCard.Stage;

/** Which document an order needs: a rule of the operator's says it (D1), else the contractor's NIP, unless the operator forces one (H4). */
final class DocumentKind {
    private static final Set<String> YES = Set.of("1", "tak", "yes", "true");

    private final CardRules rules;
    private final ShopOrder order;
    private final Findings findings;

    DocumentKind(CardRules rules, ShopOrder order, Findings findings) {
        this.rules = rules;
        this.order = order;
        this.findings = findings;
    }

    /** As the rule says; H4, when there is none, and of an order that a person decides about. An order without a document is held for nothing. */
    Document of(Party contractor, Decision decision) {
        return switch (decision.isByRule() ? decision.outcome().kind() : DocumentOutcome.Kind.HOLD) {
            case HOLD -> of(contractor);
            case NONE -> contractor.nip().isEmpty() ? Document.RECEIPT : Document.INVOICE;
            case INVOICE -> checked(contractor, Document.INVOICE);
            case RECEIPT -> checked(contractor, Document.RECEIPT);
        };
    }

    private Document checked(Party contractor, Document byRule) {
        if (contractor.nip().isEmpty()) {
            holdWhenDoubtful();
        }
        return byRule;
    }

    private Document of(Party contractor) {
        if (rules.document() == DocumentChoice.RECEIPT) {
            return Document.RECEIPT;
        }
        if (!contractor.nip().isEmpty()) {
            return Document.INVOICE;
        }
        holdWhenDoubtful();
        if (rules.document() == DocumentChoice.INVOICE) {
            return withoutNip();
        }
        return wishesInvoice() ? Document.INVOICE : Document.RECEIPT;
    }

    private Document withoutNip() {
        return switch (rules.invoiceWithoutNip()) {
            case INVOICE -> Document.INVOICE;
            case RECEIPT -> Document.RECEIPT;
            case FAIL -> {
                findings.problem(
                        "nie ma NIP, a konfiguracja wymaga faktury (order.document = invoice); uzupełnij NIP w adresie do"
                                + " faktury i ponów import albo ustaw order.document.invoice-without-nip = receipt lub invoice.");
                yield Document.RECEIPT;
            }
        };
    }

    /** What was typed is no NIP, so it makes no invoice; and whoever typed it may want one. */
    private void holdWhenDoubtful() {
        String typed = Marks.of(order).doubtfulNip();
        if (!typed.isEmpty()) {
            findings.hold(
                    Stage.SALE,
                    "W polu NIP wpisano „" + typed
                            + "”, co nie jest numerem NIP; ustal z kupującym, czy chce faktury, popraw pole w sklepie"
                            + " albo potwierdź sprzedaż bez NIP.");
        }
    }

    /** D1: whether the buyer ticked the field that the operator named. */
    static boolean isInvoiceWished(CardRules rules, ShopOrder order) {
        String wish = folded(rules.invoiceWish().orElse(""));
        return !wish.isEmpty()
                && order.fields().stream()
                        .filter(field -> wish.equals(Long.toString(field.id())) || wish.equals(folded(field.name())))
                        .anyMatch(field -> field.tick() || isYes(field.value()));
    }

    /** Whether what was filled in is as good as a tick. */
    static boolean isYes(String value) {
        return YES.contains(folded(value));
    }

    /** The same; when the operator named no field, one that looks like it is told. */
    private boolean wishesInvoice() {
        if (rules.invoiceWish().isPresent()) {
            return isInvoiceWished(rules, order);
        }
        Optional<ShopOrder.Field> likely =
                order.fields().stream().filter(DocumentKind::looksLikeAWish).findFirst();
        likely.ifPresent(field -> findings.warning("Kupujący zaznaczył "
                + (field.name().isEmpty() ? "pole dodatkowe o numerze " + field.id() : "pole „" + field.name() + "”")
                + ", a nie podał NIP. Jeśli to życzenie faktury, ustaw order.invoice-wish.field = " + field.id()
                + "."));
        return false;
    }

    /** A ticked box that speaks of an invoice, or whose words are not known. */
    private static boolean looksLikeAWish(ShopOrder.Field field) {
        String name = folded(field.name());
        return field.tick() && (name.isEmpty() || name.contains("faktur") || name.contains("invoice"));
    }

    private static String folded(String text) {
        return Texts.collapse(text).toLowerCase(Locale.ROOT);
    }
}
