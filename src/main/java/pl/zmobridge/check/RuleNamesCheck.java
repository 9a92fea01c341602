package pl.zmobridge.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import pl.zmobridge.documents.Rule;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.order.Texts;
import pl.zmobridge.shoper.Dictionaries;

/** D3: what the rules name exists in the shop: payments, deliveries, origins, currencies, VAT rates, the field of the invoice wish. */
final class RuleNamesCheck {
    private static final String ORIGINS = "0|1|2|3|4|5|6|8|10[0-9]|11[01]"; // wire-shoper

    private final Rules rules;
    private final Optional<String> wish;
    private final Findings findings;

    /** @param wish the field of {@code order.invoice-wish.field} */
    RuleNamesCheck(Rules rules, Optional<String> wish, Findings findings) {
        this.rules = rules;
        this.wish = wish;
        this.findings = findings;
    }

    /** @param taxes rows of the shop's VAT rates; empty when they were not asked for */
    void run(Dictionaries shop, List<JsonNode> taxes) {
        rules.list().stream()
                .filter(rule -> rule.asksForWish() && wish.isEmpty())
                .forEach(rule -> findings.bad(
                        RuleTypeCheck.about(rule),
                        "asks for invoiceWish, but order.invoice-wish.field names no field, so no order has the wish",
                        "set order.invoice-wish.field to the id or name of the shop's additional field"));
        rules.list().stream()
                .filter(rule -> rule.comparesAnyCurrency() && shop.currencies().size() > 1)
                .forEach(rule -> findings.note(
                        RuleTypeCheck.about(rule),
                        "total: is compared in each order's own currency, and the shop has several: 1000 are 1000 PLN or 1000 EUR",
                        "add currency: [PLN], and rules of their own for the others"));
        named("payment", "method of payment", shop.payments(), shop.codes().payments());
        named("shipping", "method of delivery", shop.shippings(), shop.codes().shippings());
        one(
                "currency",
                "currency",
                shop.currencies().values().stream()
                        .map(Dictionaries.Currency::name)
                        .toList());
        one(
                "vatRate",
                "VAT rate",
                taxes.stream().map(tax -> tax.path("name").asText()).toList());
        each(
                "origin",
                word -> word.matches(ORIGINS),
                "0 shop, 1 Facebook, 2 mobile, 3 Allegro, 4 API, 5 panel",
                "origin");
    }

    /** @param fields names of the shop's additional fields */
    void runWish(Map<Long, String> fields) {
        wish.ifPresent(named -> {
            String key = "order.invoice-wish.field";
            Optional<Map.Entry<Long, String>> field = fields.entrySet().stream()
                    .filter(each -> each.getKey().toString().equals(named.strip())
                            || folded(each.getValue()).equals(folded(named)))
                    .findFirst();
            field.ifPresentOrElse(
                    each -> findings.good(key, each.getKey() + " " + each.getValue()),
                    () -> findings.bad(
                            key, "the shop has no additional field „" + named + "”", "take one of " + listed(fields)));
        });
    }

    private void named(String condition, String what, Map<Long, String> methods, Map<Long, String> codes) {
        if (methods.isEmpty()) {
            return; // told by the missing area
        }
        Map<Long, String> listed = new TreeMap<>(methods);
        listed.replaceAll((id, name) -> codes.containsKey(id) ? name + " (" + codes.get(id) + ")" : name);
        each(
                condition,
                word -> !called(word, methods).isEmpty()
                        || !coded(word, methods, codes).isEmpty(),
                listed(listed),
                what);
        for (Rule rule : rules.list()) {
            for (String word : rule.named().getOrDefault(condition, List.of())) {
                SortedSet<Long> both = coded(word, methods, codes);
                boolean ambiguous = !both.isEmpty() && !called(word, methods).isEmpty();
                both.addAll(called(word, methods));
                if (ambiguous && both.size() > 1) {
                    SortedMap<Long, String> meant = new TreeMap<>(listed);
                    meant.keySet().retainAll(both);
                    findings.note(
                            RuleTypeCheck.about(rule),
                            condition + ": „" + word
                                    + "” is the code of one method and the name of another, and fits all of "
                                    + listed(meant),
                            "write the number of the one that you mean");
                }
            }
        }
    }

    /** The methods that have this number or name. */
    private static SortedSet<Long> called(String word, Map<Long, String> methods) {
        return methods.entrySet().stream()
                .filter(method -> method.getKey().toString().equals(folded(word))
                        || folded(method.getValue()).equals(folded(word)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The methods that have this code. */
    private static SortedSet<Long> coded(String word, Map<Long, String> methods, Map<Long, String> codes) {
        return methods.keySet().stream()
                .filter(id -> folded(codes.getOrDefault(id, "")).equals(folded(word)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void one(String condition, String what, Collection<String> names) {
        Set<String> known = names.stream().map(RuleNamesCheck::withoutSpaces).collect(Collectors.toSet());
        if (!known.isEmpty()) {
            each(condition, word -> known.contains(withoutSpaces(word)), String.join(", ", names), what);
        }
    }

    private void each(String condition, Predicate<String> isKnown, String known, String what) {
        for (Rule rule : rules.list()) {
            rule.named().getOrDefault(condition, List.of()).stream()
                    .filter(word -> !isKnown.test(word))
                    .forEach(word -> findings.bad(
                            RuleTypeCheck.about(rule),
                            condition + ": the shop has no " + what + " „" + word + "”",
                            "take one of " + known));
        }
    }

    private static String listed(Map<Long, String> methods) {
        return methods.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(method -> method.getKey() + " " + method.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String folded(String text) {
        return Texts.collapse(text).toLowerCase(Locale.ROOT);
    }

    private static String withoutSpaces(String text) {
        return folded(text).replace(" ", "");
    }
}
