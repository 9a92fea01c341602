package pl.zmobridge.attempt;

import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.words.Language;

/** The ZMO stands in the buffer, as its rule wants (D1); its sale goes on by itself once a person has issued it there (Z4). */
public final class ZmoInBuffer extends RuntimeException implements Failing {
    private final transient Failure failure;

    ZmoInBuffer(String number) {
        this(Failure.of(Cause.ZMO_IN_BUFFER).with("number", number));
    }

    private ZmoInBuffer(Failure failure) {
        super(failure.text(Language.EN));
        this.failure = failure;
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
