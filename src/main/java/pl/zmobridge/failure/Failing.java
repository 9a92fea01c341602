package pl.zmobridge.failure;

/** An exception that knows what went wrong. */
public interface Failing {
    Failure failure();
}
