package pl.zmobridge.settings;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The file that the log is written to besides: {@code log.file}. A new one is begun each day, and when it is full; those before are
 * compressed.
 *
 * @param path absolute
 * @param size bytes of a full one
 * @param days how long those before are kept
 */
public record LogFile(Path path, long size, int days) {
    /** Full ones that are kept at most, whatever their age: a log must not fill the disk. */
    static final int MOST = 20;

    /**
     * Writes the log into the file from now on, line for line as on the console. A logback file of the operator's own
     * ({@code -Dlogback.configurationFile}) stays; then the answer is false and nothing is written here.
     *
     * @throws BadSettings when the file cannot be written
     */
    public boolean addTo(LoggerContext logs) {
        Logger root = logs.getLogger(Logger.ROOT_LOGGER_NAME);
        if (System.getProperty("logback.configurationFile") != null
                || !(root.getAppender("CONSOLE") instanceof OutputStreamAppender<ILoggingEvent> console)) {
            return false;
        }
        mustBeWritable();
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(logs);
        file.setName("FILE");
        file.setFile(path.toString());
        file.setEncoder(console.getEncoder());
        console.getCopyOfAttachedFiltersList().forEach(file::addFilter);
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(logs);
        rolling.setParent(file);
        rolling.setFileNamePattern(pattern());
        rolling.setMaxFileSize(new FileSize(size));
        rolling.setMaxHistory(days);
        rolling.setTotalSizeCap(new FileSize(size * MOST));
        rolling.setCleanHistoryOnStart(true);
        rolling.start();
        file.setRollingPolicy(rolling);
        file.start();
        root.addAppender(file);
        return true;
    }

    /** {@code logs/zmo-bridge.log} becomes {@code logs/zmo-bridge.2026-11-27.0.log.gz}. */
    private String pattern() {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        return path.resolveSibling(name.substring(0, dot) + ".%d{yyyy-MM-dd}.%i" + name.substring(dot) + ".gz")
                .toString();
    }

    private void mustBeWritable() {
        try {
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException e) {
            throw new BadSettings(List.of("log.file cannot be written: " + e));
        }
    }
}
