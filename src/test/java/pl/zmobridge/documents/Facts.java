package pl.zmobridge.documents;

import java.util.Map;
import java.util.Optional;
import pl.zmobridge.order.CardRules;
import pl.zmobridge.order.CardRules.Bundle;
import pl.zmobridge.order.CardRules.DocumentChoice;
import pl.zmobridge.order.CardRules.InvoiceWithoutNip;
import pl.zmobridge.order.DifferenceRules;
import pl.zmobridge.order.OrderCards;
import pl.zmobridge.order.OrderFacts;
import pl.zmobridge.order.ShopOrder.Address;
import pl.zmobridge.order.ShopOrders;

/** What rules know of the orders of tests; the field 7 means "I want an invoice". */
final class Facts {
    private static final OrderCards CARDS = new OrderCards(new CardRules(
            "SH/",
            "",
            DocumentChoice.AUTO,
            InvoiceWithoutNip.RECEIPT,
            true,
            Optional.of("DOSTAWA"),
            Map.of(),
            Bundle.CHILDREN,
            false,
            Optional.of("7"),
            DifferenceRules.ASK));

    private Facts() {}

    static OrderFacts of(ShopOrders order) {
        return CARDS.facts(order.build()).orElseThrow();
    }

    static Address in(String country, String code) {
        return new Address("Eva", "Novak", "", "", "", "Hauptstr. 1", "", "Berlin", "10115", "", country, code, "");
    }
}
