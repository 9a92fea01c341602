package pl.zmobridge.register;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import pl.zmobridge.order.OrderCard;

/** What changed in the shop between two cards of one order, for the person who replays it. Names no personal data. */
public final class CardChanges {
    private CardChanges() {}

    /**
     * What changed, by the codes of {@code change} in the words; where it can be told, from what to what.
     *
     * @param before the card that the register had; empty when none could be built
     */
    public static Map<String, String> between(Optional<OrderCard> before, OrderCard after) {
        if (before.isEmpty()) {
            return Map.of("CARD", "");
        }
        OrderCard old = before.get();
        Map<String, String> changes = new LinkedHashMap<>();
        value(changes, "TOTAL", old, after, OrderCard::total);
        value(changes, "STATUS", old, after, OrderCard::status);
        value(changes, "DELIVERY", old, after, OrderCard::deliveryForm);
        value(changes, "PAYMENT", old, after, OrderCard::paymentForm);
        value(changes, "DOCUMENT", old, after, OrderCard::document);
        value(changes, "CURRENCY", old, after, OrderCard::currency);
        value(changes, "LINES", old, after, CardChanges::lines);
        silent(changes, "CONTRACTOR", old, after, OrderCard::contractor);
        silent(changes, "RECIPIENT", old, after, OrderCard::recipient);
        silent(changes, "NOTES", old, after, OrderCard::notes);
        return changes;
    }

    private static String lines(OrderCard card) {
        return card.lines().stream()
                .map(line -> line.called() + " × " + line.quantity().toPlainString() + " = " + line.value())
                .collect(Collectors.joining(", "));
    }

    private static void value(
            Map<String, String> changes, String name, OrderCard old, OrderCard now, Function<OrderCard, Object> field) {
        if (!field.apply(old).equals(field.apply(now))) {
            changes.put(name, field.apply(old) + " → " + field.apply(now));
        }
    }

    private static void silent(
            Map<String, String> changes, String name, OrderCard old, OrderCard now, Function<OrderCard, Object> field) {
        if (!field.apply(old).equals(field.apply(now))) {
            changes.put(name, "");
        }
    }
}
