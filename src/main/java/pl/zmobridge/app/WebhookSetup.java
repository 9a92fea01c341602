package pl.zmobridge.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.main.Main;
import pl.zmobridge.api.ShopHooks;
import pl.zmobridge.attempt.Hints;
import pl.zmobridge.attempt.Workers;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.settings.ShopSettings.Webhook;

/** Binds what {@code routes/webhooks} needs. Without a shop that posts anything, nobody listens and no timer runs. */
final class WebhookSetup {
    private WebhookSetup() {}

    static void bind(Main main, List<ShopSettings> shops, Workers workers, InstantSource clock) {
        Map<String, Webhook> webhooks = new TreeMap<>();
        shops.forEach(shop -> shop.shoper().webhook().ifPresent(webhook -> webhooks.put(shop.id(), webhook)));
        Hints hints = new Hints(workers::wakeHint, System::nanoTime);
        main.bind("hints", hints);
        main.bind("shopHooks", new ShopHooks(webhooks, hints, clock));
        main.addInitialProperty("webhooks.wanted", Boolean.toString(isWanted(shops)));
    }

    static boolean isWanted(List<ShopSettings> shops) {
        return shops.stream().anyMatch(shop -> shop.shoper().webhook().isPresent());
    }
}
