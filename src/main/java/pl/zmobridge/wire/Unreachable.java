package pl.zmobridge.wire;

import java.io.IOException;

/** A system gave no answer at all; its name goes with the failure, which says nothing of whom was called. */
public final class Unreachable extends IOException {
    private final String system;

    /** @param system {@code shop} or {@code ERP} */
    public Unreachable(String system, IOException failure) {
        super(failure.getMessage(), failure);
        this.system = system;
    }

    public String system() {
        return system;
    }
}
