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

    @Override
    public Failure failure() {
        return failure;
    }
}
