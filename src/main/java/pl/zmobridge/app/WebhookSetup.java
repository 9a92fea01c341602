package pl.zmobridge.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
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

    /** Who has no webhook sees nothing of it. */
    static void watch(Main main, List<ShopSettings> shops) {
        if (isWanted(shops)) {
            ShopHooks hooks = main.lookup("shopHooks", ShopHooks.class);
            MeterRegistry registry = main.lookup("metricsRegistry", MeterRegistry.class);
            count(registry, "taken", hooks, ShopHooks::taken);
            count(registry, "refused", hooks, ShopHooks::refused);
        }
    }

    private static void count(
            MeterRegistry registry, String result, ShopHooks hooks, ToDoubleFunction<ShopHooks> counted) {
        FunctionCounter.builder("zmobridge.webhooks", hooks, counted)
                .description("Messages that shops have posted")
                .tag("result", result)
                .register(registry);
    }

    static boolean isWanted(List<ShopSettings> shops) {
        return shops.stream().anyMatch(shop -> shop.shoper().webhook().isPresent());
    }
}
