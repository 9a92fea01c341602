package pl.zmobridge.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The lines of a card: products in the shop's order, delivery last (L1–L3, L5, L7). */
final class CardLines {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    /** More than anybody sells; less than what would not fit where cards are kept. */
    private static final BigDecimal TOO_MUCH = new BigDecimal("1000000000");

    private final CardRules rules;
    private final ShopOrder order;
    private final Findings findings;

    CardLines(CardRules rules, ShopOrder order, Findings findings) {
        this.rules = rules;
        this.order = order;
        this.findings = findings;
    }

    /** The lines of a card without problems; with problems among the findings the list means nothing. */
    List<OrderCard.Line> lines() {
        order.lines().forEach(this::check);
        checkAmounts();
        List<BigDecimal> values = values();
        return Stream.concat(
                        IntStream.range(0, values.size())
                                .boxed()
                                .flatMap(i -> lines(order.lines().get(i), values.get(i)))
                                .filter(line ->
                                        !rules.skipZero() || line.value().signum() != 0),
                        Stream.of(delivery()))
                .toList();
    }

    private void check(ShopOrder.Line line) {
        // L1: without a code the ERP cannot move the right stock
        boolean nameless = Texts.clean(line.name()).isEmpty();
        boolean codeless = Texts.clean(line.code()).isEmpty() && !isSoldInParts(line);
        if (codeless && (nameless || !rules.oneOffLines())) {
            findings.problem(
                    Fault.NO_CODE,
                    called(line) + " nie ma kodu; uzupełnij Kod w sklepie i w tym zamówieniu, a potem ponów"
                            + " import, albo dopuść w konfiguracji pozycje jednorazowe.");
        }
        if (line.price().signum() < 0) {
            findings.problem(
                    called(line) + " ma cenę ujemną (" + plain(line.price()) + "); popraw zamówienie w sklepie.");
        }
        if (line.quantity().signum() <= 0) {
            findings.problem(called(line) + " ma ilość " + plain(line.quantity())
                    + ", a ilość musi być większa od zera; popraw zamówienie w sklepie.");
        }
        if (line.quantity().compareTo(TOO_MUCH) >= 0 || line.price().compareTo(TOO_MUCH) >= 0) {
            findings.problem(called(line) + " ma ilość " + plain(line.quantity()) + " i cenę " + plain(line.price())
                    + ", a obie muszą być mniejsze od " + plain(TOO_MUCH) + "; popraw zamówienie w sklepie.");
        }
        if (!isPercentage(line.discountPercent())) {
            findings.problem(called(line) + " ma rabat " + plain(line.discountPercent())
                    + "%, a rabat musi być od 0 do 100%; popraw zamówienie w sklepie.");
        }
    }

    /** A bundle needs no code of its own when each of its products has one. */
    private boolean isSoldInParts(ShopOrder.Line line) {
        return rules.bundles() == CardRules.Bundle.CHILDREN
                && Bundles.parts(line, BigDecimal.ZERO).isPresent();
    }

    private void checkAmounts() {
        ShopOrder.Discounts discounts = order.discounts();
        if (!Stream.of(discounts.client(), discounts.group(), discounts.levels(), discounts.code())
                .allMatch(CardLines::isPercentage)) {
            findings.problem("rabat całego zamówienia jest spoza zakresu od 0 do 100% (klient "
                    + plain(discounts.client()) + ", grupa " + plain(discounts.group()) + ", progi "
                    + plain(discounts.levels()) + ", kod " + plain(discounts.code())
                    + "); popraw zamówienie w sklepie.");
        }
        checkMoney("suma", order.sum());
        checkMoney("koszt dostawy", order.deliveryCost());
    }

    private void checkMoney(String what, BigDecimal amount) {
        if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 2) {
            findings.problem(what + " " + plain(amount)
                    + " nie jest kwotą nieujemną w pełnych groszach; popraw zamówienie w sklepie.");
        }
        if (amount.compareTo(TOO_MUCH) >= 0) {
            findings.problem(what + " " + plain(amount) + " musi być mniejsza od " + plain(TOO_MUCH)
                    + "; popraw zamówienie w sklepie.");
        }
    }

    private List<BigDecimal> values() {
        if (order.lines().isEmpty()) {
            findings.problem(
                    "nie ma żadnej pozycji z towarem; sprawdź zamówienie w sklepie i dodaj towar albo je anuluj.");
            return List.of();
        }
        ControlSum sum = new ControlSum(order);
        Optional<ControlSum.Fit> fit = sum.fit();
        fit.ifPresentOrElse(this::warnOfDifference, () -> findings.problem(Fault.TOTAL, misfit(sum.readings())));
        return fit.map(ControlSum.Fit::values).orElse(List.of());
    }

    private void warnOfDifference(ControlSum.Fit fit) {
        if (fit.difference().signum() != 0) {
            findings.warning("Różnicę zaokrągleń " + plain(fit.difference()) + " " + order.currency()
                    + " rozłożono po 0.01 na pozycje: "
                    + fit.moved().stream()
                            .map(line -> called(order.lines().get(line)))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }

    private String misfit(List<ControlSum.Reading> tried) {
        return "suma " + plain(order.sum()) + " " + order.currency() + " nie wynika z pozycji i dostawy ("
                + plain(order.deliveryCost()) + "). Sprawdzono: "
                + tried.stream()
                        .map(reading -> reading.name() + " = " + plain(reading.total()) + " (różnica "
                                + plain(order.sum().subtract(reading.total())) + ")")
                        .collect(Collectors.joining("; "))
                + ". Zaokrąglenia tego nie tłumaczą. " + causes()
                + " Jeśli suma w sklepie jest właściwa, zamówienia nie trzeba zmieniać: zdecyduj, jak ująć różnicę na"
                + " dokumencie.";
    }

    /** What the order holds that could explain a difference. */
    private String causes() {
        ShopOrder.Extras extras = order.extras();
        List<String> causes = new ArrayList<>();
        if (!extras.code().isEmpty()) {
            causes.add("kod rabatowy „" + extras.code() + "”");
        }
        if (extras.points().signum() != 0) {
            causes.add("wydane punkty lojalnościowe: " + plain(extras.points()));
        }
        if (!extras.surcharge().isEmpty()) {
            causes.add("dopłata za płatność „" + Texts.clean(order.paymentName()) + "”: " + extras.surcharge());
        }
        return causes.isEmpty()
                ? "Zamówienie nie ma kodu rabatowego ani punktów; możliwa jest dopłata za płatność „"
                        + Texts.clean(order.paymentName()) + "” albo inna opłata dodana w sklepie."
                : "Różnicę może tłumaczyć: " + String.join(", ", causes) + ".";
    }

    /** L7: a bundle's products, or the line itself. */
    private Stream<OrderCard.Line> lines(ShopOrder.Line line, BigDecimal value) {
        if (line.parts().isEmpty() || rules.bundles() == CardRules.Bundle.PARENT) {
            return Stream.of(line(line, line.quantity(), value));
        }
        Optional<List<Bundles.Part>> parts = Bundles.parts(line, value);
        if (parts.isEmpty()) {
            findings.warning(
                    "Zestaw: " + called(line) + " wystawiono pod jego własnym kodem „" + Texts.clean(line.code())
                            + "”, bo jego składniki nie mają wszystkie kodów albo ich ceny nie dają ceny zestawu.");
            return Stream.of(line(line, line.quantity(), value));
        }
        return parts.get().stream().map(part -> line(part.product(), part.quantity(), part.value()));
    }

    private static OrderCard.Line line(ShopOrder.Line line, BigDecimal quantity, BigDecimal value) {
        String option = Texts.clean(line.option());
        String name = Texts.clean(line.name());
        return new OrderCard.Line(
                Texts.clean(line.code()),
                option.isEmpty() ? name : name + " (" + option + ")",
                quantity,
                Texts.clean(line.unit()),
                value,
                Texts.clean(line.tax()),
                Texts.clean(line.taxValue()),
                false);
    }

    // L3: the chosen delivery and its cost, also when it costs nothing
    private OrderCard.Line delivery() {
        return new OrderCard.Line(
                deliveryCode(),
                Texts.exact(order.deliveryName()),
                BigDecimal.ONE,
                "szt.",
                order.deliveryCost().setScale(2, RoundingMode.HALF_UP),
                Texts.clean(order.deliveryTax()),
                Texts.clean(order.deliveryTaxValue()),
                true);
    }

    private String deliveryCode() {
        Optional<String> code = Optional.ofNullable(rules.deliveryCodes().get(order.shippingId()))
                .or(rules::deliveryCode)
                .map(Texts::clean)
                .filter(text -> !text.isEmpty());
        if (code.isEmpty() && !rules.oneOffLines()) {
            findings.problem(
                    Fault.NO_CODE,
                    "dostawa „" + Texts.clean(order.deliveryName()) + "” (id " + order.shippingId()
                            + ") nie ma kodu towaru; ustaw symfonia.delivery.code." + order.shippingId()
                            + " albo symfonia.delivery.code i ponów import.");
        }
        return code.orElse("");
    }

    private static String called(ShopOrder.Line line) {
        return "pozycja „" + Texts.clean(line.name()) + "” (produkt " + line.productId() + ")";
    }

    private static boolean isPercentage(BigDecimal percent) {
        return percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0;
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
