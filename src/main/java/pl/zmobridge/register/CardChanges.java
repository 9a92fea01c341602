package pl.zmobridge.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import pl.zmobridge.order.OrderCard;

/** What changed in the shop between two cards of one order, for the person who replays it. Names no personal data. */
public final class CardChanges {
    private CardChanges() {}

    /** @param before the card that the register had; empty when none could be built */
    public static List<String> between(Optional<OrderCard> before, OrderCard after) {
        if (before.isEmpty()) {
            return List.of("zamówienie ma teraz kartę");
        }
        OrderCard old = before.get();
        List<String> changes = new ArrayList<>();
        value(changes, "suma", old, after, OrderCard::total);
        value(changes, "status", old, after, OrderCard::status);
        value(changes, "forma dostawy", old, after, OrderCard::deliveryForm);
        value(changes, "forma zapłaty", old, after, OrderCard::paymentForm);
        value(changes, "dokument", old, after, OrderCard::document);
        value(changes, "waluta", old, after, OrderCard::currency);
        value(changes, "pozycje", old, after, CardChanges::lines);
        silent(changes, "kontrahent", old, after, OrderCard::contractor);
        silent(changes, "odbiorca", old, after, OrderCard::recipient);
        silent(changes, "uwagi", old, after, OrderCard::notes);
        return changes;
    }

    private static String lines(OrderCard card) {
        return card.lines().stream()
                .map(line -> (line.code().isEmpty() ? line.name() : line.code()) + " × "
                        + line.quantity().toPlainString() + " = " + line.value())
                .collect(Collectors.joining(", "));
    }

    private static void value(
            List<String> changes, String name, OrderCard old, OrderCard now, Function<OrderCard, Object> field) {
        if (!field.apply(old).equals(field.apply(now))) {
            changes.add(name + ": " + field.apply(old) + " → " + field.apply(now));
        }
    }

    private static void silent(
            List<String> changes, String name, OrderCard old, OrderCard now, Function<OrderCard, Object> field) {
        if (!field.apply(old).equals(field.apply(now))) {
            changes.add(name);
        }
    }
}
