package pl.zmobridge.attempt;

import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.symfonia.ErpRefused;

/** The ERP refused what was written by what the bridge remembers; the step is tried once more at once, and asks the ERP first. */
public final class RefusedUnasked extends RuntimeException implements Failing {
    private final transient Failure failure;

    RefusedUnasked(ErpRefused refusal) {
        super(refusal.getMessage()); // not as its cause, by which the routes would judge it
        failure = refusal.failure();
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
