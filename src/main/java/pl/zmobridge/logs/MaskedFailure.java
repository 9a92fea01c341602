package pl.zmobridge.logs;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.stream.Stream;

/** A failure whose messages, and those of its causes, hold no secrets. */
record MaskedFailure(IThrowableProxy failure, Masks masks) implements IThrowableProxy {

    static IThrowableProxy of(IThrowableProxy failure, Masks masks) {
        return failure == null ? null : new MaskedFailure(failure, masks);
    }

    @Override
    public String getOverridingMessage() {
        return masks.masked(failure.getOverridingMessage());
    }

    @Override
    public String getMessage() {
        return masks.masked(failure.getMessage());
    }

    @Override
    public String getClassName() {
        return failure.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return failure.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return failure.getCommonFrames();
    }

    @Override
    public IThrowableProxy getCause() {
        return of(failure.getCause(), masks);
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        IThrowableProxy[] suppressed = failure.getSuppressed();
        return suppressed == null
                ? null
                : Stream.of(suppressed).map(each -> of(each, masks)).toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
        return failure.isCyclic();
    }
}
