package pl.zmobridge.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The lines of a card: products in the shop's order, delivery last (L1–L3, L5–L7). */
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

    /**
     * What the goods come to.
     *
     * @param values of each line of the order
     * @param before the same without a difference that was spread (L6): a line that was worth something still moves stock
     * @param own a difference as a line of its own
     */
    private record Goods(List<BigDecimal> values, List<BigDecimal> before, Optional<OrderCard.Line> own) {
        private static final Goods NONE = new Goods(List.of(), List.of(), Optional.empty());
    }

    /** The lines of a card without problems; with problems among the findings the list means nothing. */
    List<OrderCard.Line> lines() {
        order.lines().forEach(this::check);
        checkAmounts();
        Goods goods = goods();
        return Stream.of(
                        IntStream.range(0, goods.values().size()).boxed().flatMap(i -> lines(i, goods)),
                        goods.own().stream(),
                        Stream.of(delivery()))
                .flatMap(each -> each)
                .toList();
    }

    private Stream<OrderCard.Line> lines(int line, Goods goods) {
        List<OrderCard.Line> before =
                lines(order.lines().get(line), goods.before().get(line)).toList();
        List<OrderCard.Line> now =
                lines(order.lines().get(line), goods.values().get(line)).toList();
        return IntStream.range(0, now.size())
                .filter(i -> !rules.skipZero() || before.get(i).value().signum() != 0)
                .mapToObj(now::get);
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
        if (isSoldInParts(line)) { // L7: only what becomes a position must be right
            Bundles.doubtfulCodes(line).forEach(why -> findings.problem(Fault.UNREADABLE, called(line) + ", " + why));
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

    private Goods goods() {
        if (order.lines().isEmpty()) {
            findings.problem(
                    "nie ma żadnej pozycji z towarem; sprawdź zamówienie w sklepie i dodaj towar albo je anuluj.");
            return Goods.NONE;
        }
        ControlSum sum = new ControlSum(order);
        Optional<ControlSum.Fit> fit = sum.fit();
        fit.ifPresent(this::warnOfDifference);
        return fit.map(each -> new Goods(each.values(), each.values(), Optional.empty()))
                .orElseGet(() -> settled(sum.readings()));
    }

    /** L6: what no reading explains is decided by the operator, by a person, or not yet. */
    private Goods settled(List<ControlSum.Reading> readings) {
        Difference difference = new Difference(order, readings, rules.differences());
        DifferenceWords words = new DifferenceWords(order, difference, rules.differences());
        Optional<Difference.Settled> settled = difference.settled();
        if (settled.isEmpty()) {
            findings.open(difference.open(), words.problem(readings));
            return Goods.NONE;
        }
        findings.warning(words.done(settled.get()));
        Optional<OrderCard.Line> own = settled.filter(each -> each.as() == DifferenceRules.As.LINE)
                .map(each -> ofDifference(difference, words.lineName()));
        return new Goods(settled.get().values(), difference.reading().values(), own);
    }

    private OrderCard.Line ofDifference(Difference difference, String name) {
        Difference.Rate rate = difference.rates().iterator().next();
        return new OrderCard.Line(
                Texts.clean(rules.differences().code().orElseThrow()),
                name,
                BigDecimal.ONE,
                "szt.",
                difference.amount().setScale(2, RoundingMode.UNNECESSARY),
                rate.name(),
                rate.value(),
                false);
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

    /** L7: a bundle's products, or the line itself. */
    private Stream<OrderCard.Line> lines(ShopOrder.Line line, BigDecimal value) {
        if (line.parts().isEmpty() || rules.bundles() == CardRules.Bundle.PARENT) {
            return Stream.of(line(line, line.quantity(), value));
        }
        Optional<List<Bundles.Part>> parts = Bundles.parts(line, value);
        if (parts.isEmpty()) {
            findings.warning("Zestaw: " + called(line) + " wystawiono pod jego własnym kodem „"
                    + Texts.clean(line.code()) + "”, bo " + Bundles.whyNotParts(line));
            return Stream.of(line(line, line.quantity(), value));
        }
        return parts.get().stream().map(part -> line(part.product(), part.quantity(), part.value()));
    }

    private OrderCard.Line line(ShopOrder.Line line, BigDecimal quantity, BigDecimal value) {
        String option = Texts.clean(line.option());
        String name = Texts.clean(line.name());
        return new OrderCard.Line(
                rules.productCode(Texts.clean(line.code())), // L8
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
