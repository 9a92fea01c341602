package pl.zmobridge.app;

import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.api.client.ApiClient;
import pl.zmobridge.check.MissingParts;
import pl.zmobridge.logs.LogZone;
import pl.zmobridge.register.ShopZone;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.settings.ShopSettings;

/** The log's first words once everything runs: which version, for which shops, where the console is, and what is switched on in vain. */
final class Greeting extends MainListenerSupport {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge");

    private final Settings settings;
    private final DataSource database;

    Greeting(Settings settings, DataSource database) {
        this.settings = settings;
        this.database = database;
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        ShopZone.of(database, settings.shops().get(0).id()).ifPresent(LogZone::take);
        String version = Greeting.class.getPackage().getImplementationVersion();
        LOG.info(
                "ZMO Bridge {} runs for {}; console: {}/; times here are those of {}",
                version == null ? "" : version,
                settings.shops().stream().map(ShopSettings::id).collect(Collectors.joining(", ")),
                ApiClient.address(settings.http()),
                LogZone.current());
        MissingParts.of(settings)
                .forEach(part -> LOG.warn("{}: {}. To do: {}", part.about(), part.text(), part.advice()));
    }
}
