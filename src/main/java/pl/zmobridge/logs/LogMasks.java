package pl.zmobridge.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.ConfigurationEvent;
import ch.qos.logback.core.spi.ConfigurationEvent.EventType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps secrets out of every appender of a log: those of our own files, of an operator's own file, and of one that is read anew
 * while the bridge runs (I6).
 */
public final class LogMasks implements LoggerContextListener {
    private final AtomicReference<Masks> masks = new AtomicReference<>(new Masks(List.of()));

    private LogMasks() {}

    /** The masks of this log, which hold from now on. */
    public static LogMasks of(LoggerContext logs) {
        synchronized (logs) {
            for (LoggerContextListener each : logs.getCopyOfListenerList()) {
                if (each instanceof LogMasks known) {
                    return known;
                }
            }
            LogMasks added = new LogMasks();
            logs.addListener(added);
            logs.addConfigurationEventListener(event -> added.configured(logs, event));
            added.standBeforeAll(logs);
            return added;
        }
    }

    /** Masks these too, wherever they stand. */
    public void know(Collection<String> secrets) {
        masks.updateAndGet(before -> before.and(secrets));
    }

    private void configured(LoggerContext logs, ConfigurationEvent event) {
        if (event.getEventType() == EventType.CONFIGURATION_ENDED_SUCCESSFULLY
                || event.getEventType() == EventType.CONFIGURATION_ENDED_WITH_XML_PARSING_ERRORS) {
            standBeforeAll(logs);
        }
    }

    private void standBeforeAll(LoggerContext logs) {
        for (Logger logger : logs.getLoggerList()) {
            List<Appender<ILoggingEvent>> bare = new ArrayList<>();
            logger.iteratorForAppenders().forEachRemaining(bare::add);
            bare.removeIf(MaskingAppender.class::isInstance);
            for (Appender<ILoggingEvent> each : bare) {
                logger.detachAppender(each);
                logger.addAppender(new MaskingAppender(each, masks::get));
            }
        }
    }

    @Override
    public boolean isResetResistant() {
        return true;
    }

    @Override
    public void onStart(LoggerContext logs) {
        standBeforeAll(logs);
    }

    @Override
    public void onReset(LoggerContext logs) {
        // nothing is written until the new configuration has been read
    }

    @Override
    public void onStop(LoggerContext logs) {
        // the appenders stop by themselves
    }

    @Override
    public void onLevelChange(Logger logger, Level level) {
        // the masks hold at every level
    }
}
