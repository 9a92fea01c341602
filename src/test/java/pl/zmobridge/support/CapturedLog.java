package pl.zmobridge.support;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.LoggerFactory;
import pl.zmobridge.settings.LogFormat;
import pl.zmobridge.sim.SimRequest;

/** All that this process logs at TRACE, as the console shows it, until it is closed. */
public final class CapturedLog implements AutoCloseable {
    private final LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream before = System.out;

    public CapturedLog(LogFormat format) throws Exception {
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        format.configure(logs);
        logs.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.TRACE);
    }

    public String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    /** None of these stands in it. */
    public void holdsNone(Collection<String> secrets) {
        String log = text();
        assertThat(secrets).allSatisfy(secret -> assertThat(around(log, secret))
                .describedAs("where %s stands", secret)
                .isEmpty());
    }

    private static String around(String log, String text) {
        int at = log.indexOf(text);
        return at < 0 ? "" : log.substring(Math.max(0, at - 200), Math.min(log.length(), at + text.length() + 50));
    }

    /** The keys, tokens and passwords that these requests carried. */
    public static Set<String> credentials(Collection<SimRequest> requests) {
        Set<String> credentials = new TreeSet<>();
        requests.stream()
                .map(request -> request.header("authorization"))
                .filter(header -> !header.isEmpty())
                .map(header -> header.substring(header.indexOf(' ') + 1))
                .forEach(credentials::add);
        return credentials;
    }

    public static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws JoranException {
        LogFormat.TEXT.configure(logs);
        System.setOut(before);
    }
}
