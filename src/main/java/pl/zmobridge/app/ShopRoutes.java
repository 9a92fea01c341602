package pl.zmobridge.app;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import pl.zmobridge.monitoring.PollTimes;
import pl.zmobridge.schedule.PollCron;
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
            PollCron polls = schedule(shops, i);
            from("poll-schedule", shop, camel)
                    .parameter("cron", polls.expression())
                    .parameter("zone", polls.zone().getID())
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

    /** When one of the shops is polled. */
    static PollCron schedule(List<ShopSettings> shops, int index) {
        String cron = spread(shops.get(index).shoper().cron(), index, shops.size());
        return PollCron.of(cron, ZoneId.systemDefault());
    }

    /** The same of all of them, for health. */
    static Map<String, PollTimes> pollTimes(List<ShopSettings> shops, InstantSource clock) {
        Map<String, PollTimes> times = new LinkedHashMap<>();
        for (int i = 0; i < shops.size(); i++) {
            PollCron polls = schedule(shops, i);
            times.put(shops.get(i).id(), new PollTimes(polls.expression(), polls.zone(), clock));
        }
        return times;
    }

    /** A schedule that is due at second 0, as the default is, is due at the shop's own second when there are several shops. */
    static String spread(String cron, int index, int shops) {
        return cron.startsWith("0 ") ? index * SECONDS / shops + cron.substring(1) : cron;
    }
}
