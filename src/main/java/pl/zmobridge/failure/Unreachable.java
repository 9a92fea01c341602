package pl.zmobridge.failure;

import java.io.IOException;

/** A system gave no answer at all; which one goes with the failure, which says nothing of whom was called. */
public final class Unreachable extends IOException implements Failing {
    private final FailedSystem system;

    /** @param system the shop or the ERP */
    public Unreachable(FailedSystem system, IOException failure) {
        super(failure.getMessage(), failure);
        this.system = system;
    }

    /** Whether the request may have reached the system: a connection there was. */
    public boolean mayHaveArrived() {
        return !Failures.isBeforeSending(getCause());
    }

    @Override
    public Failure failure() {
        Failure network = Failures.unanswered(getCause());
        return system == FailedSystem.SHOP
                ? new Failure(system, Cause.SHOP_AWAY, network.arguments(), network.words())
                : network;
    }
}
