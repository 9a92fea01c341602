package pl.zmobridge.app;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.attempt.StockSteps;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.stock.StockRules;

/** Whose stock is kept, made from what is configured. */
final class StockSetup {
    private StockSetup() {}

    /** @param isOpen whether the bridge may go on with what is under way */
    static StockSteps steps(Settings settings, Shops shops, InstantSource clock, BooleanSupplier isOpen) {
        Map<String, StockRules> rules = new LinkedHashMap<>();
        settings.shops().forEach(shop -> shop.stock().ifPresent(own -> rules.put(shop.id(), own)));
        return new StockSteps(shops, rules, KsefSetup.quiet(settings.stockCron(), clock), isOpen);
    }
}
