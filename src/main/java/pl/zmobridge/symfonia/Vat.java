package pl.zmobridge.symfonia;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.ForeignVat;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.ShopRate;

/** Whose VAT rate a position carries ({@code symfonia.vat}). */
public sealed interface Vat {

    /** The shop's, on each position (V1). */
    record Shop(VatRates rates) implements Vat {}

    /** That of the product's card in the ERP (V2). A one-off product has no card and carries the shop's. */
    record Card() implements Vat {}

    /** What the rate of a position was found by: the operator's table, the rate's code, name or value in the ERP, the product's card, nothing. */
    enum Source {
        TABLE,
        CODE,
        NAME,
        VALUE,
        CARD,
        NONE
    }

    /** Why an order cannot be issued with these rates, in Polish; empty when it can (V1, V3). */
    default List<String> problems(OrderCard card) {
        if (this instanceof Shop shop) {
            List<String> problems = new ArrayList<>(ForeignVat.problems(card, shop.rates()::meaning));
            card.lines().stream()
                    .filter(line -> shop.rates().match(line).isEmpty())
                    .forEach(line -> problems.add(shop.rates().problem(card, line)));
            return problems;
        }
        return ForeignVat.problemsWithoutRates(card);
    }

    /** The code of the ERP's rate that a position is sent with; empty to let the product's card decide. */
    default Optional<String> sent(OrderCard.Line line) {
        if (this instanceof Shop shop) {
            return shop.rates().match(line).map(VatRates.Rate::code);
        }
        return line.code().isEmpty() ? oneOff(line) : Optional.empty();
    }

    /** Where the rate of a position comes from (D2). */
    default Source source(OrderCard.Line line) {
        if (this instanceof Shop shop) {
            return shop.rates()
                    .found(line.tax(), line.taxValue())
                    .map(VatRates.Found::source)
                    .orElse(Source.NONE);
        }
        if (line.code().isEmpty()) {
            return sent(line).isPresent() ? Source.VALUE : Source.NONE;
        }
        return Source.CARD;
    }

    /**
     * Whether the ERP's rate is the one that the shop charged (V2).
     *
     * @param code the rate's code or name in the ERP's answer
     */
    default boolean isCharged(OrderCard.Line line, String code) {
        ShopRate charged = ShopRate.read(line.tax(), line.taxValue());
        boolean same = charged.isSame(ShopRate.read(code));
        if (this instanceof Shop shop) {
            Optional<VatRates.Rate> got = shop.rates().called(code);
            return got.isPresent() ? got.equals(shop.rates().match(line)) : same;
        }
        return same || charged.kind() == ShopRate.Kind.UNKNOWN;
    }

    private static Optional<String> oneOff(OrderCard.Line line) {
        ShopRate rate = ShopRate.read(line.tax(), line.taxValue());
        return switch (rate.kind()) {
            case PERCENT -> Optional.of(rate.percent().stripTrailingZeros().toPlainString());
            case EXEMPT -> Optional.of("zw");
            case NOT_SUBJECT -> Optional.of("np");
            case UNKNOWN -> Optional.empty();
        };
    }

    /** V1, V3: an order whose rates the ERP does not have, or that needs a rule for them. */
    final class Refused extends RuntimeException implements Failing {
        public Refused(List<String> problems) {
            super(String.join("\n", problems));
        }

        @Override
        public Failure failure() {
            return Failure.of(Cause.VAT_UNSETTLED).quoting(getMessage());
        }
    }
}
