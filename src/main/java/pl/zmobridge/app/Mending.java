package pl.zmobridge.app;

import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.camel.main.Main;
import pl.zmobridge.api.SettingsCalls;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.documents.RunningRules;
import pl.zmobridge.mending.Offers;
import pl.zmobridge.mending.RunningSettings;
import pl.zmobridge.register.SettingChanges;
import pl.zmobridge.settings.Settings;

/** What an operator sets while the bridge runs, and what a check says of it. */
final class Mending implements AutoCloseable {
    private final Shops shops;
    private final Offers offers;
    private final RunningSettings settings;
    private final BackgroundCheck check;
    private Optional<SettingsWatch> watch = Optional.empty();

    /** @param lettersAreDue called when dead letters are to be tried */
    Mending(
            Settings settings,
            HikariDataSource database,
            Shops shops,
            RunningRules documents,
            ErpIfItAnswers systems,
            Runnable lettersAreDue,
            InstantSource clock) {
        this.shops = shops;
        this.offers = new Offers(systems);
        this.settings = new RunningSettings(
                settings, new SettingChanges(database), shops, documents, offers, lettersAreDue, clock);
        this.check = new BackgroundCheck(new RunningEngine(), this.settings::now, documents::now, clock);
    }

    void bind(Main main) {
        main.bind("settings", new SettingsCalls(shops, settings, offers, check));
    }

    /** The tables must be there; nothing must run yet. */
    void begin() {
        watch = Optional.of(SettingsWatch.begin(settings));
    }

    @Override
    public void close() {
        check.close();
        watch.ifPresent(SettingsWatch::close);
    }
}
