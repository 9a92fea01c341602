package pl.zmobridge.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The lines of a card: products in the shop's order, delivery last (L1–L3, L5). */
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
                                .mapToObj(i -> line(order.lines().get(i), values.get(i))),
                        Stream.of(delivery()))
                .toList();
    }

    private void check(ShopOrder.Line line) {
        // L1: without a code the ERP cannot move the right stock
        boolean nameless = Texts.clean(line.name()).isEmpty();
        if (Texts.clean(line.code()).isEmpty() && (nameless || !rules.oneOffLines())) {
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
            findings.warning("Różnicę zaokrągleń " + plain(fit.difference()) + " " + order.currency() + " doliczono: "
                    + called(order.lines().get(fit.largest())) + ".");
        }
    }

    private String misfit(List<ControlSum.Reading> tried) {
        return "suma " + plain(order.sum()) + " " + order.currency() + " nie wynika z pozycji i dostawy ("
                + plain(order.deliveryCost()) + "). Sprawdzono: "
                + tried.stream()
                        .map(reading -> reading.name() + " = " + plain(reading.total()))
                        .collect(Collectors.joining("; "))
                + ". Popraw ceny lub rabaty zamówienia w sklepie i ponów import.";
    }

    private OrderCard.Line line(ShopOrder.Line line, BigDecimal value) {
        String option = Texts.clean(line.option());
        String name = Texts.clean(line.name());
        return new OrderCard.Line(
                Texts.clean(line.code()),
                option.isEmpty() ? name : name + " (" + option + ")",
                line.quantity(),
                Texts.clean(line.unit()),
                value,
                Texts.clean(line.tax()),
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
