package pl.zmobridge.settings;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;

/** How the log is written: {@code log.format}. */
public enum LogFormat {
    /** For people; what {@code logback.xml} says, or a file of the operator's own. */
    TEXT,
    /** One JSON object a line, for machines. */
    JSON;

    /** Writes the log so from now on. A logback file of the operator's own ({@code -Dlogback.configurationFile}) stays. */
    public void use(LoggerContext logs) {
        if (this == TEXT || System.getProperty("logback.configurationFile") != null) {
            return;
        }
        try {
            configure(logs);
        } catch (JoranException e) {
            throw new IllegalStateException("logback-json.xml cannot be used", e);
        }
    }

    public void configure(LoggerContext logs) throws JoranException {
        URL file = LogFormat.class.getResource(this == JSON ? "/logback-json.xml" : "/logback.xml");
        logs.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(logs);
        configurator.doConfigure(file);
    }
}
