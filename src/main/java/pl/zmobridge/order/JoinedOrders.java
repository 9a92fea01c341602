package pl.zmobridge.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.zmobridge.order.OrderCard.Stage;
import pl.zmobridge.order.ShopOrder.Combined;

/** S10: orders that the shop joined. The goods go out once, with the parent. */
public final class JoinedOrders {
    private JoinedOrders() {}

    /** What the order says by itself: a child waits, a parent is imported, what is both is a problem. */
    static void judge(ShopOrder order, Findings findings) {
        Combined combined = order.combined();
        boolean ofItself = combined.parent().filter(id -> id == order.id()).isPresent()
                || combined.children().contains(order.id());
        if (ofItself || combined.parent().isPresent() && !combined.children().isEmpty()) {
            findings.problem("jest połączone z innymi w sposób, którego nie da się odczytać (nadrzędne: "
                    + combined.parent().map(String::valueOf).orElse("brak") + ", podrzędne: "
                    + numbers(combined.children()) + "); sprawdź w sklepie, co ma wyjść z magazynu.");
            return;
        }
        combined.parent()
                .ifPresent(parent -> findings.hold(
                        Stage.IMPORT,
                        "Zamówienie połączono w sklepie z zamówieniem " + parent
                                + "; towar wychodzi raz, z tamtym zamówieniem."));
        if (!combined.children().isEmpty()) {
            findings.warning("Do zamówienia dołączono w sklepie zamówienia " + numbers(combined.children())
                    + "; ich towar wychodzi z tym zamówieniem.");
        }
    }

    /**
     * Whether a parent holds all the goods of its children, so that nothing is lost when only the parent is imported.
     *
     * @param children those that name the parent, or that it names
     * @return sentences in Polish: what does not add up; empty when all does
     */
    public static List<String> problems(ShopOrder parent, List<ShopOrder> children) {
        List<String> problems = new ArrayList<>();
        Map<String, BigDecimal> held = quantities(parent);
        for (ShopOrder child : children) {
            if (!parent.combined().children().contains(child.id())
                    || !child.combined().parent().equals(Optional.of(parent.id()))) {
                problems.add("Zamówienia " + parent.id() + " i " + child.id() + " nie wskazują na siebie nawzajem.");
            }
            quantities(child).forEach((product, quantity) -> {
                BigDecimal left = held.getOrDefault(product, BigDecimal.ZERO).subtract(quantity);
                held.put(product, left);
                if (left.signum() < 0) {
                    problems.add("Zamówienie " + parent.id() + " nie zawiera towaru „" + product + "” (ilość "
                            + quantity.toPlainString() + ") z dołączonego zamówienia " + child.id() + ".");
                }
            });
        }
        return problems;
    }

    private static Map<String, BigDecimal> quantities(ShopOrder order) {
        Map<String, BigDecimal> quantities = new HashMap<>();
        order.lines().forEach(line -> quantities.merge(Texts.clean(line.code()), line.quantity(), BigDecimal::add));
        return quantities;
    }

    private static String numbers(List<Long> ids) {
        return ids.isEmpty() ? "brak" : ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
