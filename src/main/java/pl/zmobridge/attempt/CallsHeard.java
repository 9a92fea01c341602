package pl.zmobridge.attempt;

import java.time.Instant;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Failure;

/** Hears how each call to a shop or an ERP ended. */
public interface CallsHeard {

    /**
     * The system itself has answered, be it that it refused.
     *
     * @param signedIn whether the call took a session or a token; some are open to all
     */
    void heard(FailedSystem system, String shop, boolean signedIn);

    /**
     * There was no usable answer.
     *
     * @param signedIn as above: what a call that is open to all could not do proves less
     * @param sent when the call was sent: the system may have answered others since
     */
    void unheard(FailedSystem system, String shop, boolean signedIn, Instant sent, Failure failure);
}
