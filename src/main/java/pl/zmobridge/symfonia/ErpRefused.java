package pl.zmobridge.symfonia;

import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;

/** The ERP understood and said no: nothing was done, and asking again unchanged brings the same. Its own words are the message. */
public final class ErpRefused extends RuntimeException implements Failing {
    private final int status;

    ErpRefused(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }

    @Override
    public Failure failure() {
        return ErpWords.read(getMessage());
    }
}
