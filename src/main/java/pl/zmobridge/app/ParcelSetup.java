package pl.zmobridge.app;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.main.Main;
import pl.zmobridge.api.ParcelCalls;
import pl.zmobridge.attempt.DeadLetters;
import pl.zmobridge.attempt.ParcelShops;
import pl.zmobridge.attempt.ParcelSteps;
import pl.zmobridge.attempt.ParcelTaking;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.register.Backoff;
import pl.zmobridge.register.Claims;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.words.Language;

/** What tracking numbers need on their way to the shops. */
final class ParcelSetup {
    private ParcelSetup() {}

    static ParcelShops shops(Settings settings) {
        return new ParcelShops(settings.shops().stream()
                .filter(ShopSettings::parcels)
                .map(ShopSettings::id)
                .collect(Collectors.toSet()));
    }

    /** What {@code routes/parcels.camel.yaml} asks for: whether there is anything to do, where files are, and how often is looked, in milliseconds. */
    static Map<String, String> properties(Settings settings) {
        return Map.of(
                "parcels.on", Boolean.toString(!shops(settings).all().isEmpty()),
                "parcels.watching", Boolean.toString(settings.parcelsFolder().isPresent()),
                "parcels.folder",
                        settings.parcelsFolder()
                                .map(each -> each.toString().replace('\\', '/'))
                                .orElse("parcels"),
                "parcels.look", "10000",
                "parcels.settle", "1000");
    }

    static void bind(Main main, Settings settings, Shops shops, Claims claims, DeadLetters letters, Backoff backoff) {
        ParcelShops wanted = shops(settings);
        ParcelTaking taking = new ParcelTaking(wanted, Language.of(Locale.getDefault()));
        main.bind("parcels", new ParcelSteps(shops, wanted, claims, letters, backoff));
        main.bind("parcelTaking", taking);
        main.bind("parcelCalls", new ParcelCalls(taking));
    }
}
