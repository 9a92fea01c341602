package pl.zmobridge.api.client;

/** The bridge did not do what it was asked, or did not answer; the message is for the person who asked. */
public final class ApiFailure extends RuntimeException {
    private final int status;

    public ApiFailure(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Of the HTTP answer; 0 when there was none, or none of a bridge. */
    public int status() {
        return status;
    }
}
