package pl.zmobridge.attempt;

import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.words.Language;

/** The order's ZMO was written and is not in the ERP any more. Whether there shall be another one is for a person to say (Z8). */
public final class ZmoGone extends RuntimeException implements Failing {
    private final transient Failure failure;

    ZmoGone(String number) {
        this(Failure.of(Cause.ZMO_GONE).with("number", number));
    }

    private ZmoGone(Failure failure) {
        super(failure.text(Language.EN));
        this.failure = failure;
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
