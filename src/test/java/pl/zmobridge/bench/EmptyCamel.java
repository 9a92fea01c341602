package pl.zmobridge.bench;

import java.util.List;
import java.util.Properties;
import org.apache.camel.main.Main;

/** A camel-main with the bridge's components and servers, and no route: what Camel's own start costs. */
public final class EmptyCamel {
    static final String STARTED = "started";

    private EmptyCamel() {}

    /** @param args the port of its server */
    public static void main(String[] args) throws Exception {
        Properties properties = new Properties();
        for (String server : List.of("camel.server", "camel.management")) {
            properties.put(server + ".enabled", "true");
            properties.put(server + ".host", "127.0.0.1");
            properties.put(server + ".port", args[0]);
        }
        properties.put("camel.management.healthCheckEnabled", "true");
        properties.put("camel.management.metricsEnabled", "true");
        properties.put("camel.metrics.enabled", "true");
        properties.put("camel.main.startupSummaryLevel", "off");
        properties.put("camel.main.jmxEnabled", "false");
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setInitialProperties(properties);
        main.start();
        for (String component :
                List.of("quartz", "timer", "direct", "seda", "sql", "http", "bean", "log", "platform-http")) {
            main.getCamelContext().getComponent(component);
        }
        System.out.println(STARTED);
        System.in.read();
        main.stop();
    }
}
