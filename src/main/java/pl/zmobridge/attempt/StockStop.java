package pl.zmobridge.attempt;

import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.stock.StockPlan;
import pl.zmobridge.words.Language;

/** The shop's stock is not written, because what would be written is more likely wrong than right. */
public final class StockStop extends RuntimeException implements Failing {
    private final transient Failure failure;

    private StockStop(Failure failure) {
        super(failure.text(Language.EN));
        this.failure = failure;
    }

    /** Too many products would fall to 0 at once. */
    static StockStop emptying(StockPlan plan) {
        return new StockStop(
                Failure.of(Cause.STOCK_TO_ZERO).with("count", plan.emptied()).with("all", plan.compared()));
    }

    /** The ERP has nothing in a warehouse that {@code stock.warehouses} names. */
    static StockStop noWarehouse(String code) {
        return new StockStop(Failure.of(Cause.STOCK_NO_WAREHOUSE).with("warehouse", code));
    }

    /** The shop does not take what is written. */
    static StockStop refused(int times, Failure last) {
        return new StockStop(
                Failure.of(Cause.STOCK_REFUSED).with("count", times).quoting(last.words()));
    }

    /**
     * The bridge stops, or its routes are about to be replaced: both wait for what is under way. Or the ERP's answer is too old to be
     * written.
     */
    static StockStop paused() {
        return new StockStop(Failure.of(Cause.STOCK_PAUSED));
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
