package pl.zmobridge.order;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The ERP's payment forms and the rules that find the one the shop means (M0–M4). Letter case and superfluous white space
 * never matter; inactive forms are never chosen.
 */
public final class PaymentForms {

    /** The rule that found a form. */
    public enum Rule {
        M0,
        M1,
        M2,
        M3,
        M4
    }

    /** The form and the rule that found it. */
    public record Match(PaymentForm form, Rule rule) {}

    private final List<PaymentForm> oldestFirst;
    private final String defaultName;

    /**
     * @param dictionary the ERP's forms, in any order
     * @param defaultName M4; blank for no default
     */
    public PaymentForms(List<PaymentForm> dictionary, String defaultName) {
        this.oldestFirst = dictionary.stream()
                .filter(PaymentForm::active)
                .sorted(Comparator.comparingInt(PaymentForm::id))
                .toList();
        this.defaultName = folded(defaultName);
    }

    /**
     * The form for a payment of the shop.
     *
     * @param shopName the shop's words (H2)
     * @param contractorDefaultId the default form that a contractor known in the ERP has there
     * @return empty when no rule finds a form, not even M4
     */
    public Optional<Match> match(String shopName, OptionalInt contractorDefaultId) {
        String name = folded(shopName);
        // M1: a form of the same name
        return first(Rule.M1, form -> !name.isEmpty() && folded(form.name()).equals(name))
                // M2: the contractor's own form
                .or(() -> first(Rule.M2, form -> OptionalInt.of(form.id()).equals(contractorDefaultId)))
                // M3: the oldest form whose name contains the shop's
                .or(() -> first(
                        Rule.M3, form -> !name.isEmpty() && folded(form.name()).contains(name)))
                // M4: the configured form
                .or(() -> first(
                        Rule.M4,
                        form -> !defaultName.isEmpty() && folded(form.name()).equals(defaultName)));
    }

    /** M0: the form that the operator names, by its name or else by its id. */
    public Optional<Match> named(String nameOrId) {
        String name = folded(nameOrId);
        return first(Rule.M0, form -> folded(form.name()).equals(name))
                .or(() -> first(Rule.M0, form -> Integer.toString(form.id()).equals(name)));
    }

    /** The day a payment is due: the order's date and the form's days. */
    public static LocalDate dueDate(LocalDate orderDate, PaymentForm form) {
        return orderDate.plusDays(form.days());
    }

    private Optional<Match> first(Rule rule, Predicate<PaymentForm> fits) {
        return oldestFirst.stream().filter(fits).findFirst().map(form -> new Match(form, rule));
    }

    /** Upper case first: some letters have one capital for two small ones. */
    private static String folded(String name) {
        return Texts.collapse(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
