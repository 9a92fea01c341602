package pl.zmobridge.app;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.main.Main;
import pl.zmobridge.api.CorrectionCalls;
import pl.zmobridge.attempt.CorrectionOutcomes;
import pl.zmobridge.attempt.CorrectionSteps;
import pl.zmobridge.attempt.DeadLetters;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.settings.ShopSettings;

/** The beans of corrections (E6). */
final class CorrectionSetup {
    private CorrectionSetup() {}

    static void bind(Main main, List<ShopSettings> configured, Shops shops, DeadLetters letters, InstantSource clock) {
        main.bind(
                "corrections",
                new CorrectionSteps(
                        shops,
                        configured.stream().collect(Collectors.toMap(ShopSettings::id, ShopSettings::corrections)),
                        clock));
        main.bind("correctionOutcomes", new CorrectionOutcomes(shops, letters, clock));
        main.bind("correctionCalls", new CorrectionCalls(shops));
    }
}
