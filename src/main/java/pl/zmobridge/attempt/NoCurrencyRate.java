package pl.zmobridge.attempt;

import java.time.LocalDate;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.words.Language;

/** The order's currency has no rate where the operator wants it from, and none is made up (W1, W2). */
public final class NoCurrencyRate extends RuntimeException implements Failing {

    /** Why; codes below {@code noRate} of the words. */
    enum Why {
        NBP,
        ERP_CURRENCY,
        ERP,
        /** Several, and nothing says which. */
        ERP_SEVERAL,
        /** The shop has none in PLN: its default currency is another, or nobody entered one. */
        SHOP,
        SHOP_OLD
    }

    private final transient Failure failure;

    NoCurrencyRate(Why why, String currency, LocalDate ordered) {
        this(Failure.of(Cause.NO_CURRENCY_RATE)
                .with("currency", currency)
                .with("day", ordered)
                .with("how", why));
    }

    private NoCurrencyRate(Failure failure) {
        super(failure.text(Language.EN));
        this.failure = failure;
    }

    /** @param found the day of the shop's rate */
    static NoCurrencyRate old(String currency, LocalDate ordered, LocalDate found) {
        return new NoCurrencyRate(new NoCurrencyRate(Why.SHOP_OLD, currency, ordered).failure.with("rateDay", found));
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
