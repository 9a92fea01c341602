package pl.zmobridge.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.order.CardRules.DocumentChoice;
import pl.zmobridge.order.CardRules.InvoiceWithoutNip;

/** Cards for tests, built by the usual rules: {@code SH/} before the id, code {@code DOSTAWA} for delivery. */
public final class Cards {
    private static final OrderCards CARDS = new OrderCards(new CardRules(
            "SH/", "", DocumentChoice.AUTO, InvoiceWithoutNip.RECEIPT, true, Optional.of("DOSTAWA"), Map.of()));

    private Cards() {}

    /** @throws AssertionError when the order is faulty */
    public static OrderCard card(ShopOrders order) {
        if (CARDS.card(order.build()) instanceof CardOutcome.Built built) {
            return built.card();
        }
        throw new AssertionError(CARDS.card(order.build()));
    }

    /** What becomes of a parent whose children have been read (S10). */
    static CardOutcome outcome(ShopOrders parent, List<ShopOrder> children) {
        return CARDS.card(parent.build(), children);
    }
}
