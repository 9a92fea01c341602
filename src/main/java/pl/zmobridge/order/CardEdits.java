package pl.zmobridge.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import pl.zmobridge.order.DocumentOutcome.Kind;
import pl.zmobridge.order.OrderCard.Document;
import pl.zmobridge.order.OrderCard.Line;
import pl.zmobridge.order.ShopChange.What;

/** S4: what differs between the card that a ZMO was made from and the order's card now, as far as a ZMO holds it. */
public final class CardEdits {

    private CardEdits() {}

    /** What the ZMO lacks; empty when nothing of it changed, as when only the status did. */
    public static List<ShopChange> between(OrderCard was, OrderCard now) {
        List<ShopChange> edits = new ArrayList<>();
        whole(edits, What.SUM, was.total().toPlainString(), now.total().toPlainString());
        whole(edits, What.CURRENCY, was.currency(), now.currency());
        whole(edits, What.DOCUMENT, document(was), document(now));
        if (was.decision().isByRule() && now.decision().isByRule()) { // D1: without rules both come from the same keys
            whole(edits, What.TYPE, type(was), type(now));
        }
        whole(edits, What.BUYER, ShopChanges.words(was.contractor()), ShopChanges.words(now.contractor()));
        whole(edits, What.NIP, was.contractor().nip(), now.contractor().nip());
        whole(
                edits,
                What.RECIPIENT,
                ShopChanges.recipient(was.recipient(), was.contractor()),
                ShopChanges.recipient(now.recipient(), now.contractor()));
        whole(edits, What.DELIVERY, was.deliveryForm(), now.deliveryForm());
        if (was.shipment().known()) {
            whole(edits, What.SHIPMENT, was.shipment().words(), now.shipment().words());
            whole(edits, What.TICKED, was.shipment().ticked(), now.shipment().ticked());
            whole(
                    edits,
                    What.FILLED_IN,
                    was.shipment().filledIn(),
                    now.shipment().filledIn());
        }
        whole(edits, What.PAYMENT, was.paymentForm(), now.paymentForm());
        whole(edits, What.NOTES, was.notes(), now.notes());
        lines(edits, was.lines(), now.lines());
        return List.copyOf(edits);
    }

    private static void whole(List<ShopChange> edits, What what, String was, String is) {
        if (!was.equals(is)) {
            edits.add(new ShopChange(what, was, is));
        }
    }

    /** Lines that are the same on both sides are left out, wherever they stand; the others are told in pairs of one product. */
    private static void lines(List<ShopChange> edits, List<Line> was, List<Line> now) {
        List<Line> gone = new ArrayList<>(was);
        List<Line> come = new ArrayList<>();
        for (Line line : now) {
            if (take(gone, line, CardEdits::isSame).isEmpty()) {
                come.add(line);
            }
        }
        for (Line line : come) {
            Optional<Line> before = take(gone, line, CardEdits::isOfOneProduct);
            edits.add(new ShopChange(
                    What.LINE, line.called(), before.map(CardEdits::words).orElse(""), words(line)));
        }
        gone.forEach(line -> edits.add(new ShopChange(What.LINE, line.called(), words(line), "")));
    }

    private static Optional<Line> take(List<Line> lines, Line like, BiPredicate<Line, Line> fits) {
        Optional<Line> found =
                lines.stream().filter(line -> fits.test(line, like)).findFirst();
        found.ifPresent(lines::remove);
        return found;
    }

    private static boolean isSame(Line one, Line other) {
        return isOfOneProduct(one, other)
                && one.name().equals(other.name())
                && one.unit().equals(other.unit())
                && words(one).equals(words(other));
    }

    private static boolean isOfOneProduct(Line one, Line other) {
        return one.delivery() == other.delivery() && one.called().equals(other.called());
    }

    private static String words(Line line) {
        String words = count(line.quantity()) + " szt. za " + line.value().toPlainString();
        return line.tax().isEmpty() ? words : words + ", VAT " + line.tax();
    }

    private static String count(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.toBigInteger().toString() : stripped.toPlainString();
    }

    private static String document(OrderCard card) {
        Kind kind = card.decision().isByRule() ? card.decision().outcome().kind() : Kind.INVOICE;
        return switch (kind) {
            case NONE -> "bez dokumentu";
            case HOLD -> "decyzja człowieka";
            case INVOICE, RECEIPT -> card.document() == Document.INVOICE ? "faktura" : "paragon";
        };
    }

    private static String type(OrderCard card) {
        return (card.decision().outcome().type() + " "
                        + card.decision().outcome().series())
                .strip();
    }
}
