package pl.zmobridge.torture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceResolverSupport;
import org.apache.camel.support.ResourceSupport;

/**
 * A bridge whose own parts are not all those of the jar: statements and timings that a test has changed stand under
 * {@code edited/} of its home, and come before those of the jar.
 */
final class EditedBridge {
    static final String DIRECTORY = "edited";
    static final String TIMINGS = "timings.properties";

    private EditedBridge() {}

    /** For {@link pl.zmobridge.app.Bridge#start(pl.zmobridge.settings.Settings, java.util.function.Consumer)}. */
    static void plantIn(Main main, Path home) {
        Path edited = home.resolve(DIRECTORY);
        timings(edited).forEach((name, value) -> main.addInitialProperty(name.toString(), value.toString()));
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport starting) {
                starting.getCamelContext().getRegistry().bind("resource-loader-classpath", new EditedFirst(edited));
            }
        });
    }

    static Properties timings(Path edited) {
        Properties timings = new Properties();
        Path file = edited.resolve(TIMINGS);
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                timings.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return timings;
    }

    private static final class EditedFirst extends ResourceResolverSupport {
        private final Path edited;

        EditedFirst(Path edited) {
            super("classpath");
            this.edited = edited;
        }

        @Override
        protected Resource createResource(String location, String remaining) {
            Path file = edited.resolve(remaining);
            return new ResourceSupport("classpath", location) {
                @Override
                public boolean exists() {
                    return Files.exists(file) || EditedBridge.class.getResource("/" + remaining) != null;
                }

                @Override
                public InputStream getInputStream() throws IOException {
                    return Files.exists(file)
                            ? Files.newInputStream(file)
                            : EditedBridge.class.getResourceAsStream("/" + remaining);
                }
            };
        }
    }
}
