package pl.zmobridge.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.function.Supplier;

/** Stands before an appender and hands it lines without secrets. */
final class MaskingAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private final Appender<ILoggingEvent> appender;
    private final Supplier<Masks> masks;

    MaskingAppender(Appender<ILoggingEvent> appender, Supplier<Masks> masks) {
        this.appender = appender;
        this.masks = masks;
        setName(appender.getName());
        setContext(appender.getContext());
        start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        appender.doAppend(MaskedEvent.of(event, masks.get()));
    }

    @Override
    public void stop() {
        super.stop();
        appender.stop();
    }
}
