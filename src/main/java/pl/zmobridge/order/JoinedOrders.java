package pl.zmobridge.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pl.zmobridge.order.OrderCard.Stage;
import pl.zmobridge.order.ShopOrder.Combined;

/** S10: orders that the shop joined. The goods go out once, with the parent. */
final class JoinedOrders {
    private static final String ADVICE = "; sprawdź w sklepie, co ma wyjść z magazynu.";

    private JoinedOrders() {}

    /**
     * What the order says by itself: a child waits, what is both child and parent is a problem, a parent is imported once its children
     * have been read.
     */
    static void judge(ShopOrder order, Findings findings) {
        judge(order, Optional.empty(), findings);
    }

    /**
     * The same for an order whose children have been read: a parent must hold all their goods, or something would never go out.
     *
     * @param children those of its children that the shop has and that can be read
     */
    static void judge(ShopOrder order, List<ShopOrder> children, Findings findings) {
        judge(order, Optional.of(children), findings);
    }

    private static void judge(ShopOrder order, Optional<List<ShopOrder>> children, Findings findings) {
        Combined combined = order.combined();
        boolean ofItself = combined.parent().filter(id -> id == order.id()).isPresent()
                || combined.children().contains(order.id());
        if (ofItself || combined.parent().isPresent() && !combined.children().isEmpty()) {
            findings.problem("jest połączone z innymi w sposób, którego nie da się odczytać (nadrzędne: "
                    + combined.parent().map(String::valueOf).orElse("brak") + ", podrzędne: "
                    + numbers(combined.children()) + ")" + ADVICE);
            return;
        }
        combined.parent().ifPresent(parent -> findings.hold(Stage.IMPORT, ofChild(parent)));
        if (!combined.children().isEmpty()) {
            findings.warning(ofParent(combined.children()));
            children.ifPresentOrElse(
                    read -> addUp(order, read, findings),
                    () -> findings.hold(Stage.CHILDREN, "Dołączonych zamówień jeszcze nie odczytano ze sklepu."));
        }
    }

    /** Whether the card was made of the order when it was joined as it is now: its sentences say so. */
    static boolean isToldBy(OrderCard card, ShopOrder order) {
        Combined combined = order.combined();
        return combined.parent()
                        .filter(parent -> card.heldBefore(Stage.IMPORT).contains(ofChild(parent)))
                        .isPresent()
                || !combined.children().isEmpty() && card.warnings().contains(ofParent(combined.children()));
    }

    private static String ofChild(long parent) {
        return "Zamówienie połączono w sklepie z zamówieniem " + parent + "; towar wychodzi raz, z tamtym zamówieniem.";
    }

    private static String ofParent(List<Long> children) {
        return "Do zamówienia dołączono w sklepie zamówienia " + numbers(children)
                + "; ich towar wychodzi z tym zamówieniem.";
    }

    private static void addUp(ShopOrder parent, List<ShopOrder> children, Findings findings) {
        for (long id : parent.combined().children()) {
            Optional<ShopOrder> child =
                    children.stream().filter(each -> each.id() == id).findFirst();
            if (child.isEmpty()) {
                findings.problem(
                        "dołączonego zamówienia " + id + " nie ma w sklepie albo nie da się go odczytać" + ADVICE);
            } else if (!child.get().combined().parent().equals(Optional.of(parent.id()))) {
                findings.problem("dołączone zamówienie " + id + " nie wskazuje go jako nadrzędnego" + ADVICE);
            }
        }
        Map<String, BigDecimal> held = quantities(List.of(parent));
        quantities(children).forEach((product, wanted) -> {
            BigDecimal there = held.getOrDefault(product, BigDecimal.ZERO);
            if (there.compareTo(wanted) < 0) {
                findings.problem("towaru „" + product + "” jest w nim " + plain(there)
                        + ", a w dołączonych do niego zamówieniach " + plain(wanted) + ADVICE);
            }
        });
    }

    /** By code; what has none goes by its name. */
    private static Map<String, BigDecimal> quantities(List<ShopOrder> orders) {
        Map<String, BigDecimal> quantities = new TreeMap<>();
        orders.stream().flatMap(order -> order.lines().stream()).forEach(line -> {
            String code = Texts.clean(line.code());
            quantities.merge(code.isEmpty() ? Texts.clean(line.name()) : code, line.quantity(), BigDecimal::add);
        });
        return quantities;
    }

    private static String plain(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }

    private static String numbers(List<Long> ids) {
        return ids.isEmpty() ? "brak" : ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
