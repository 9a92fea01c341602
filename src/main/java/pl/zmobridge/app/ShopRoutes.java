package pl.zmobridge.app;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import pl.zmobridge.settings.ShopSettings;

/**
 * What the routes have of each shop's own: its polls, made from the templates of {@code poll-orders.camel.yaml}. All other
 * routes serve every shop.
 */
final class ShopRoutes {
    /** Between the first polls of two shops, so that a start does not ask all of them at once. */
    private static final int START_GAP_MILLIS = 100;

    private static final int SECONDS = 60;

    private final List<ShopSettings> shops;

    ShopRoutes(List<ShopSettings> shops) {
        this.shops = shops;
    }

    /** Adds every shop's routes; the templates must be there. */
    void addTo(CamelContext camel) {
        for (int i = 0; i < shops.size(); i++) {
            ShopSettings shop = shops.get(i);
            from("poll-schedule", shop, camel)
                    .parameter("cron", spread(shop.shoper().cron(), i, shops.size()))
                    .add();
            from("poll-at-start", shop, camel)
                    .parameter("delay", Integer.toString(i * START_GAP_MILLIS))
                    .add();
        }
    }

    private static TemplatedRouteBuilder from(String template, ShopSettings shop, CamelContext camel) {
        return TemplatedRouteBuilder.builder(camel, template)
                .routeId(template + "-" + shop.id())
                .prefixId(shop.id() + "-")
                .parameter("shop", shop.id());
    }

    /** A schedule that is due at second 0, as the default is, is due at the shop's own second when there are several shops. */
    static String spread(String cron, int index, int shops) {
        return cron.startsWith("0 ") ? index * SECONDS / shops + cron.substring(1) : cron;
    }
}
