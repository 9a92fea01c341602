package pl.zmobridge.app;

import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.api.client.ApiClient;
import pl.zmobridge.logs.LogZone;
import pl.zmobridge.register.ShopZone;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.settings.ShopSettings;

/** The log's first word once everything runs: which version, for which shops, and where the console is. */
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
    }
}
