package pl.zmobridge.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import pl.zmobridge.attempt.Shop;
import pl.zmobridge.order.PaymentForm;
import pl.zmobridge.order.PaymentForms.Match;
import pl.zmobridge.symfonia.PaymentDictionary;
import pl.zmobridge.symfonia.PaymentDictionary.NoPaymentForm;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Words;

/** Which payment form of the ERP an order has, or would get, and by which rule (M0 to M4). */
final class PaymentExplained {
    private static final String KIND = "paymentRule";

    private final PaymentDictionary forms;
    private final Map<String, Object> row;
    private final Language language;
    private final Words words;

    /** @param row with {@code payment_rule} and {@code payment_form_id}, once the order was imported */
    PaymentExplained(Shop shop, Map<String, Object> row, Language language) {
        this.forms = shop.target().forms();
        this.row = row;
        this.language = language;
        this.words = Words.in(language);
    }

    /**
     * @param paymentId the shop's; 0 when unknown
     * @param name the shop's; empty when it cannot be read
     */
    Map<String, Object> view(long paymentId, Optional<String> name) {
        Map<String, Object> view = new LinkedHashMap<>();
        name.ifPresent(shops -> view.put("inShop", shops));
        if (row.get("payment_rule") != null) {
            tellKnown(view, row.get("payment_rule").toString());
        } else if (forms.isKnown() && name.isPresent()) {
            tellFuture(view, paymentId, name.get());
        } else {
            view.put("because", words.name(KIND, "UNKNOWN"));
        }
        return view;
    }

    private void tellKnown(Map<String, Object> view, String rule) {
        if (row.get("payment_form_id") instanceof Number id) {
            view.put("formId", id.intValue());
            forms.form(id.intValue()).map(PaymentForm::name).ifPresent(form -> view.put("form", form));
        }
        view.put("rule", rule);
        view.put("because", words.name(KIND, rule));
    }

    /** Whether the buyer's card has a form of its own (M2) is known once the ERP is asked for the card, at the import. */
    private void tellFuture(Map<String, Object> view, long paymentId, String name) {
        try {
            Match match = forms.match(paymentId, name, OptionalInt.empty());
            view.put("formId", match.form().id());
            view.put("form", match.form().name());
            view.put("rule", match.rule().name());
            boolean afterM2 = match.rule().name().compareTo("M2") > 0;
            view.put("because", words.text(KIND, Phrase.of(match.rule().name() + (afterM2 ? "_AFTER_M2" : ""))));
        } catch (NoPaymentForm none) {
            view.put("because", none.failure().text(language));
        }
    }
}
