package pl.zmobridge.app;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Properties;
import pl.zmobridge.settings.Settings;

/** How Camel itself is set up; nothing of it is for operators. */
final class CamelSettings {
    private CamelSettings() {}

    static Properties of(Settings.Http http) {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "camel.main.name", "zmo-bridge",
                "camel.main.routesIncludePattern", "false",
                "camel.main.shutdownTimeout", "30",
                "camel.main.shutdownLogInflightExchangesOnTimeout", "false",
                "camel.main.startupSummaryLevel", "off",
                "camel.main.jmxEnabled", "false",
                "camel.component.https.maxTotalConnections", "1000",
                "camel.component.https.connectionsPerRoute", "40", // symfonia.concurrency is at most 32
                "camel.main.autoConfigurationLogSummary", "false"));
        // how often work is looked for, and how often the leases of work in flight are renewed, in milliseconds
        // (Claims); how long a system may have answered nobody before the bridge asks whether it is there (Probes)
        properties.putAll(Map.of("claims.look", "2000", "claims.renew", "15000", "probes.quiet", "60000"));
        properties.putAll(Map.ofEntries(
                // it keeps not only what beans look like, but also the last so many orders and pages that a route asked
                // about
                entry("camel.component.bean.beanInfoCacheSize", "100"),
                entry("camel.component.platform-http.headerFilterStrategy", "#bean:answerHeaders"),
                entry("camel.rest.component", "api"),
                entry("camel.rest.inlineRoutes", "false"),
                entry("camel.server.enabled", "true"),
                entry("camel.server.host", http.host()),
                entry("camel.server.port", Integer.toString(http.port())),
                entry("camel.management.enabled", "true"),
                entry("camel.management.host", http.host()),
                entry("camel.management.port", Integer.toString(http.port())),
                entry("camel.management.healthCheckEnabled", "true"),
                entry("camel.management.metricsEnabled", "true"),
                entry("camel.metrics.enabled", "true"),
                // its meters differ in their tags, which Prometheus refuses
                entry("camel.metrics.enableExchangeEventNotifier", "false"),
                // not a series for every route of every shop
                entry("camel.metrics.routePolicyLevel", "context"),
                // our own checks say it in a sentence
                entry("camel.health.routesEnabled", "false"),
                entry("camel.health.consumersEnabled", "false"),
                entry("camel.health.exposureLevel", "full")));
        return properties;
    }

    /** What differs for a Camel of this name in which no route starts by itself and that serves nothing. */
    static Map<String, String> idle(String name) {
        return Map.of(
                "camel.main.name", name, // Quartz knows schedulers by it
                "camel.main.autoStartup", "false",
                "camel.server.enabled", "false",
                "camel.management.enabled", "false");
    }
}
