package pl.zmobridge.documents;

import java.util.function.Predicate;
import pl.zmobridge.order.OrderFacts;

/** A condition that an order meets or not. */
enum Flag {
    NIP("nip", OrderFacts::nip),
    COMPANY("company", OrderFacts::company),
    VAT_EU("vatEu", OrderFacts::vatEu),
    INVOICE_WISH("invoiceWish", OrderFacts::invoiceWish),
    FOREIGN_VAT("foreignVat", OrderFacts::foreignVat);

    private final String key;
    private final Predicate<OrderFacts> meets;

    Flag(String key, Predicate<OrderFacts> meets) {
        this.key = key;
        this.meets = meets;
    }

    String key() {
        return key;
    }

    boolean isMetBy(OrderFacts facts) {
        return meets.test(facts);
    }
}
