package pl.zmobridge.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rules know of an order (D1).
 *
 * @param nip whether the buyer has a tax id
 * @param company whether the buyer's address names a firm
 * @param vatEu whether the shop sold it to a firm of another EU country without Polish VAT
 * @param invoiceWish whether the buyer ticked the field that means "I want an invoice"
 * @param country ISO code of the delivery's; empty when the address does not say one
 * @param origin where it was placed; empty when the shop does not say
 * @param vatRates names of the rates of all lines and of the delivery
 * @param foreignRates those of them that Poland does not have (V3)
 * @param total gross, in {@code currency}
 * @param placed the day, in the shop's zone
 */
public record OrderFacts(
        boolean nip,
        boolean company,
        boolean vatEu,
        boolean invoiceWish,
        String country,
        Optional<Long> origin,
        Named payment,
        Named shipping,
        String currency,
        Set<String> vatRates,
        Set<String> foreignRates,
        BigDecimal total,
        LocalDate placed) {

    /**
     * A method of the shop.
     *
     * @param code the shop's word for how it works, which several methods can have; empty for none
     */
    public record Named(long id, String code, String name) {
        @Override
        public String toString() {
            return id + " „" + name + "”" + (code.isEmpty() ? "" : " (" + code + ")");
        }
    }

    private record Rate(String name, String value) {}

    public OrderFacts {
        vatRates = Set.copyOf(vatRates);
        foreignRates = Set.copyOf(foreignRates);
    }

    static OrderFacts of(ShopOrder order, Parties parties, CardRules rules) {
        List<Rate> rates = Stream.concat(
                        order.lines().stream().flatMap(OrderFacts::rates),
                        Stream.of(new Rate(order.deliveryTax(), order.deliveryTaxValue())))
                .map(rate -> new Rate(Texts.clean(rate.name()), Texts.clean(rate.value())))
                .toList();
        return new OrderFacts(
                !parties.contractor().nip().isEmpty(),
                !parties.contractor().company().isEmpty(),
                order.vatEu(),
                DocumentKind.isInvoiceWished(rules, order),
                Countries.code(parties.recipient()),
                order.origin(),
                new Named(order.paymentId(), Texts.clean(order.paymentCode()), Texts.clean(order.paymentName())),
                new Named(order.shippingId(), Texts.clean(order.deliveryEngine()), Texts.clean(order.deliveryName())),
                Texts.clean(order.currency()),
                names(rates.stream()),
                names(rates.stream().filter(rate -> ForeignVat.isForeign(rate.name(), rate.value()))),
                order.sum(),
                order.placedAt().toLocalDate());
    }

    /** A bundle's rates are those of its products, where it has any. */
    private static Stream<Rate> rates(ShopOrder.Line line) {
        return line.parts().isEmpty()
                ? Stream.of(new Rate(line.tax(), line.taxValue()))
                : Stream.concat(
                        Stream.of(new Rate(line.tax(), line.taxValue())),
                        line.parts().stream().flatMap(OrderFacts::rates));
    }

    private static Set<String> names(Stream<Rate> rates) {
        return rates.map(Rate::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether any line has a rate that Poland does not have (V3). */
    public boolean foreignVat() {
        return !foreignRates.isEmpty();
    }

    /** In the words of a rules file, for whoever writes a rule for such orders; without personal data. */
    public String words() {
        return Stream.of(
                        "nip: " + nip,
                        "company: " + company,
                        "vatEu: " + vatEu,
                        "invoiceWish: " + invoiceWish,
                        "foreignVat: " + foreignVat(),
                        "country: " + (country.isEmpty() ? "?" : country),
                        "origin: " + origin.map(String::valueOf).orElse("?"),
                        "payment: " + payment,
                        "shipping: " + shipping,
                        "currency: " + currency,
                        "vatRate: " + vatRates.stream().sorted().collect(Collectors.joining(", ")),
                        "total: " + total.toPlainString(),
                        "placed: " + placed)
                .collect(Collectors.joining("; "));
    }
}
