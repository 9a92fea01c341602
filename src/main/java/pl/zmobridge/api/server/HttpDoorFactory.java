package pl.zmobridge.api.server;

import java.time.InstantSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Service;
import org.apache.camel.component.platform.http.main.DefaultMainHttpServerFactory;
import org.apache.camel.main.HttpServerConfigurationProperties;
import pl.zmobridge.api.Doorkeeper;
import pl.zmobridge.settings.Settings;

/** Gives Camel's main our HTTP server; health and metrics are served by it too, because their port is the same. */
public final class HttpDoorFactory extends DefaultMainHttpServerFactory {
    private final Settings.Http http;
    private final Doorkeeper doorkeeper;
    private final InstantSource clock;

    public HttpDoorFactory(Settings.Http http, Doorkeeper doorkeeper, InstantSource clock) {
        this.http = http;
        this.doorkeeper = doorkeeper;
        this.clock = clock;
    }

    @Override
    public Service newHttpServer(CamelContext camel, HttpServerConfigurationProperties unused) {
        return new HttpDoor(http, doorkeeper, clock);
    }
}
