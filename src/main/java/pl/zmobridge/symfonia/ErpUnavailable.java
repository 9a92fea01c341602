package pl.zmobridge.symfonia;

import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.words.Language;

/** The ERP gave no usable answer. What was asked of it may have been done or not: only a question tells (I2). */
public final class ErpUnavailable extends RuntimeException implements Failing {
    private final transient Failure failure;

    /** @param said the ERP's own words, or those of what stands before it */
    public ErpUnavailable(String said) {
        this(Failure.of(Cause.ERP_AWAY).quoting(said));
    }

    public ErpUnavailable(Failure failure) {
        super(failure.text(Language.EN));
        this.failure = failure;
    }

    /** @param how a code below {@code erpAway} of the words */
    static ErpUnavailable because(String how) {
        return new ErpUnavailable(Failure.of(Cause.ERP_AWAY).with("how", how));
    }

    /** A write had no answer of the ERP's own; it may still be going on (I10). */
    public static ErpUnavailable unanswered(Failure why) {
        return new ErpUnavailable(of(Cause.WRITE_UNANSWERED, why));
    }

    /** The same error, at this order again, while others pass. */
    public ErpUnavailable atThisOrder() {
        return new ErpUnavailable(of(Cause.ERP_FAILS_ON_ORDER, failure));
    }

    private static Failure of(Cause cause, Failure why) {
        return new Failure(why.system(), cause, why.arguments(), why.words());
    }

    /** The write of an earlier attempt had none; nothing was asked now (I10). */
    public static ErpUnavailable stillUnclear() {
        return new ErpUnavailable(Failure.of(Cause.WRITE_UNANSWERED).with("how", "EARLIER"));
    }

    /** Whether the ERP itself reported an error, perhaps because of what this order holds. */
    public boolean isError() {
        return failure.cause() == Cause.ERP_FAILED;
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
