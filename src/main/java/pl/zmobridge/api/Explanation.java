package pl.zmobridge.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.attempt.Shop;
import pl.zmobridge.documents.Rule;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.order.CardOutcome;
import pl.zmobridge.order.Decision;
import pl.zmobridge.order.DocumentOutcome;
import pl.zmobridge.order.DocumentReason;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.OrderFacts;
import pl.zmobridge.shoper.JudgedOrder;
import pl.zmobridge.symfonia.ContractorPolicy;
import pl.zmobridge.symfonia.ErpSettings;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Words;

/** Why one order becomes what it becomes (D2), as an answer of the API; without personal data (I6). */
final class Explanation {
    private static final String BECAUSE = "because";

    private final Shop shop;
    private final Rules rules;
    private final JudgedOrder judged;
    private final Map<String, Object> row;
    private final Language language;
    private final Words words;

    /** @param row of {@code sql/order-explain.sql}; empty for an order that the register does not hold */
    Explanation(Shop shop, Rules rules, JudgedOrder judged, Map<String, Object> row, Language language) {
        this.shop = shop;
        this.rules = rules;
        this.judged = judged;
        this.row = row;
        this.language = language;
        this.words = Words.in(language);
    }

    Map<String, Object> view() {
        Optional<Decision> decision = judged.facts().flatMap(rules::decide);
        Map<String, Object> view = new LinkedHashMap<>();
        decision.filter(Decision::isByRule).ifPresent(by -> view.put("rule", by.rule()));
        view.put("tried", tried());
        view.put("shop", shop.id());
        view.put("shopOrderId", judged.received().id());
        view.put("number", judged.received().number());
        view.put("inRegister", !row.isEmpty());
        decision.flatMap(this::becomes).ifPresent(becomes -> view.put("becomes", becomes));
        judged.facts().ifPresent(facts -> view.put("facts", facts(facts)));
        view.put("problems", problems());
        view.put("payment", new PaymentExplained(shop, row, language).view(paymentId(), paymentName()));
        view.put(
                "lines",
                card().map(OrderCard::lines).orElse(List.of()).stream()
                        .map(this::line)
                        .toList());
        Optional.ofNullable(OrderViews.currencyRate(row)).ifPresent(rate -> view.put("currencyRate", rate));
        judged.facts().ifPresent(facts -> view.put("contractor", Map.of("policy", contractor(facts))));
        return view;
    }

    private Optional<OrderCard> card() {
        return judged.received().outcome() instanceof CardOutcome.Built built
                ? Optional.of(built.card())
                : Optional.empty();
    }

    /** The rules up to the one that fits; without a file what H4 says. */
    private List<Map<String, Object>> tried() {
        List<Rule.Tried> asked =
                new ArrayList<>(judged.facts().map(rules::explain).orElse(List.of()));
        if (rules.list().isEmpty()) {
            judged.reason()
                    .ifPresent(reason -> asked.add(new Rule.Tried(
                            "H4", reason != DocumentReason.FORCED_INVOICE_REFUSED, Phrase.of("H4_" + reason))));
        }
        return asked.stream().map(this::tried).toList();
    }

    private Map<String, Object> tried(Rule.Tried rule) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("rule", rule.rule());
        view.put("fits", rule.fits());
        view.put(BECAUSE, words.text(BECAUSE, rule.because()));
        return view;
    }

    /** What the decision makes of the order; empty when no document can be made of it as it is. */
    private Optional<Map<String, Object>> becomes(Decision decision) {
        DocumentOutcome outcome = decision.outcome();
        Optional<String> kind = decision.isByRule()
                ? Optional.of(outcome.kind().name())
                : card().map(card -> card.document().name());
        return kind.map(named -> {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("kind", named);
            numbering(named, outcome).ifPresent(numbering -> {
                view.put("type", numbering.type());
                view.put("series", numbering.series());
            });
            if (!outcome.reason().isEmpty()) {
                view.put("reason", outcome.reason());
            }
            return view;
        });
    }

    private Optional<ErpSettings.Numbering> numbering(String kind, DocumentOutcome outcome) {
        ErpSettings general = shop.target().settings();
        return switch (DocumentOutcome.Kind.valueOf(kind)) {
            case NONE, HOLD -> Optional.empty();
            case INVOICE -> Optional.of(ofRule(outcome).orElse(general.invoice()));
            case RECEIPT -> Optional.of(ofRule(outcome).orElse(general.receipt()));
        };
    }

    private static Optional<ErpSettings.Numbering> ofRule(DocumentOutcome outcome) {
        return outcome.type().isEmpty()
                ? Optional.empty()
                : Optional.of(new ErpSettings.Numbering(outcome.type(), outcome.series()));
    }

    /** By the names that a file of rules gives them. */
    private static Map<String, Object> facts(OrderFacts facts) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("nip", facts.nip());
        view.put("company", facts.company());
        view.put("vatEu", facts.vatEu());
        view.put("invoiceWish", facts.invoiceWish());
        view.put("foreignVat", facts.foreignVat());
        view.put("country", facts.country());
        view.put("origin", facts.origin().orElse(null));
        view.put("payment", facts.payment().toString());
        view.put("shipping", facts.shipping().toString());
        view.put("currency", facts.currency());
        view.put("vatRate", facts.vatRates().stream().sorted().toList());
        view.put("total", facts.total().toPlainString());
        view.put("placed", facts.placed().toString());
        return view;
    }

    /** Why it cannot be issued, as its dead letter would say. */
    private List<String> problems() {
        List<String> problems = judged.received().outcome() instanceof CardOutcome.Faulty faulty
                ? faulty.problems()
                : card().map(card -> shop.target().vat().vat().problems(card)).orElse(List.of());
        return problems.stream().map(problem -> Told.retold(problem, language)).toList();
    }

    private long paymentId() {
        return judged.facts().map(facts -> facts.payment().id()).orElse(0L);
    }

    private Optional<String> paymentName() {
        return card().map(OrderCard::paymentForm)
                .or(() -> judged.facts().map(facts -> facts.payment().name()));
    }

    private Map<String, Object> line(OrderCard.Line line) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("code", line.code());
        view.put("name", line.name());
        view.put("vatRate", line.tax());
        if (shop.target().vat().isKnown()) {
            String source = shop.target().vat().vat().source(line).name();
            view.put("source", source.toLowerCase(Locale.ROOT));
            view.put(BECAUSE, words.name("vatSource", source));
        }
        return view;
    }

    /** K1 to K3 */
    private String contractor(OrderFacts facts) {
        ContractorPolicy wanted = shop.target().settings().contractors();
        String person = wanted.oneOffPersons() ? "ONE_OFF" : "PERSON";
        Phrase policy = Phrase.of(facts.nip() ? "FIRM" : person).with("several", wanted.duplicates());
        return words.text("contractor", policy);
    }
}
