package pl.zmobridge.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import pl.zmobridge.register.EmbeddedDatabase;
import pl.zmobridge.words.Spelling;

/** Validates every value and collects what is wrong, so that the operator sees all of it at once. */
final class SettingsValidator {
    private final Path home;
    private final Properties given;
    private final SettingsValues values;

    /** @param values of {@code config/application.properties} and what overrides it */
    SettingsValidator(Path home, Properties values) {
        this.home = home;
        this.given = values;
        this.values = new SettingsValues(values, EmbeddedDatabase.find().isPresent());
    }

    /** Reports names that belong to no key; those of Camel's own may stand in the file. */
    void rejectUnknown(Set<String> names) {
        names.stream()
                .filter(name -> !name.startsWith("camel."))
                .forEach(name -> values.problemWithLine(name, unknown(name), ExampleLines.insteadOf(name)));
    }

    /** Reports an environment variable that sets nothing, and the one that it nearly is. */
    void rejectVariable(String name, String meant) {
        values.problemWithLine(name, "sets no key; did you mean " + meant + "?", ExampleLines.ofVariable(meant));
    }

    /** What is wrong with a name that belongs to no key. */
    static String unknown(String name) {
        return "there is no such key"
                + meantBy(name).map(key -> "; did you mean " + key + "?").orElse("");
    }

    /** The key that an operator may have meant by it. */
    static Optional<String> meantBy(String name) {
        return Spelling.closest(name, Keys.names());
    }

    /**
     * The whole configuration.
     *
     * @param shops the files of {@code config/shops} by the shop's id; the common file is a shop itself when it names one
     * @param changes by the shop's id, the values of keys that an operator has set in place of the files'
     * @param from what all of it was read from
     */
    Settings settings(Map<String, ShopFile> shops, Map<String, Map<String, String>> changes, Configuration from) {
        readSecrets(Keys.secrets().toList());
        List<String> problems = new ArrayList<>();
        List<ShopSettings> valid = new ArrayList<>();
        if (shops.isEmpty() || values.has(ShoperKeys.SHOPER_URL)) {
            Map<String, String> changed = changes.getOrDefault(values.get(ShoperKeys.SHOP_ID), Map.of());
            SettingsValues own = changed.isEmpty() ? values : values.with(changed);
            valid.add(new ShopValidator(own, home).settings());
            own.problems().stream()
                    .filter(problem -> !values.problems().contains(problem))
                    .forEach(problems::add);
        }
        shops.forEach((id, file) -> {
            SettingsValues own = file.over(values, id, home);
            SettingsValues changed = changes.containsKey(id) ? own.with(changes.get(id)) : own;
            valid.add(new ShopValidator(changed, home).settings());
            Set<String> told = new LinkedHashSet<>(own.problems());
            told.addAll(changed.problems());
            told.forEach(problem -> problems.add(file.name() + ": " + problem));
        });
        if (problems.isEmpty() && values.problems().isEmpty()) {
            problems.addAll(ShopConflicts.find(valid));
        }
        Settings.Database database = DatabaseValidator.database(values);
        Settings settings = new Settings(
                home,
                List.copyOf(valid),
                redelivery(),
                values.get(BridgeKeys.NBP_URL),
                values.get(KsefKeys.POLL_CRON),
                values.get(StockKeys.POLL_CRON),
                parcelsFolder(valid),
                values.get(BridgeKeys.RETENTION_DAYS),
                clustered(database),
                database,
                http(),
                values.get(BridgeKeys.LOG_FORMAT),
                logFile(),
                new NotifyValidator(values, home).notifications(),
                from);
        problems.addAll(0, values.problems());
        return unlessBad(settings, problems);
    }

    /** Where the bridge answers, whatever else is wrong. */
    Settings.Http httpOnly() {
        readSecrets(List.of(BridgeKeys.OPS_PASSWORD));
        return unlessBad(http(), values.problems());
    }

    /** Which database it is, whatever else is wrong. */
    Settings.Database databaseOnly() {
        readSecrets(List.of(BridgeKeys.DB_PASSWORD));
        return unlessBad(DatabaseValidator.database(values), values.problems());
    }

    private void readSecrets(List<Key<?>> needed) {
        SecretFiles.read(home, given, needed).forEach(each -> values.problem(each.key(), each.fault(), each.example()));
    }

    private boolean clustered(Settings.Database database) {
        boolean clustered = values.get(BridgeKeys.CLUSTER_ENABLED);
        if (clustered && database.embedded().isPresent()) {
            values.problem(
                    BridgeKeys.CLUSTER_ENABLED,
                    "is true, but no other node can reach the embedded database; set db.url to a server that all nodes reach");
        }
        return clustered;
    }

    private Settings.Http http() {
        return new Settings.Http(
                values.get(BridgeKeys.HTTP_HOST),
                values.get(BridgeKeys.HTTP_PORT),
                values.get(BridgeKeys.OPS_USER),
                values.find(BridgeKeys.OPS_PASSWORD),
                values.get(BridgeKeys.HTTP_CONNECTIONS),
                values.get(BridgeKeys.HTTP_CONNECTIONS_PER_ADDRESS));
    }

    private Optional<Path> parcelsFolder(List<ShopSettings> shops) {
        Optional<Path> folder = values.find(ParcelKeys.FOLDER)
                .map(name -> home.resolve(name).toAbsolutePath().normalize());
        if (folder.isPresent() && shops.stream().noneMatch(ShopSettings::parcels)) {
            values.problem(ParcelKeys.FOLDER, "needs parcels.enabled=true");
        }
        if (folder.filter(path -> !Files.isDirectory(path)).isPresent()) {
            values.problem(
                    ParcelKeys.FOLDER, "is no directory that exists; make it, so that a misspelt path is noticed");
        }
        return folder;
    }

    private Optional<LogFile> logFile() {
        long size = values.get(BridgeKeys.LOG_FILE_SIZE);
        int days = values.get(BridgeKeys.LOG_FILE_DAYS);
        Optional<Path> path = values.find(BridgeKeys.LOG_FILE)
                .map(file -> home.resolve(file).toAbsolutePath().normalize());
        if (path.filter(file -> file.toString().contains("%")).isPresent()) {
            values.problem(BridgeKeys.LOG_FILE, "is on a path with a percent sign, which stands for a date there");
        }
        if (path.filter(Files::isDirectory).isPresent()) {
            values.problem(BridgeKeys.LOG_FILE, "is a directory; name a file in it");
        }
        return path.map(file -> new LogFile(file, size, days));
    }

    private Settings.Redelivery redelivery() {
        Settings.Redelivery redelivery = new Settings.Redelivery(
                values.get(BridgeKeys.REDELIVERY_INITIAL), values.get(BridgeKeys.REDELIVERY_MAX));
        if (redelivery.max().compareTo(redelivery.initial()) < 0) {
            values.problem(BridgeKeys.REDELIVERY_MAX, "is shorter than redelivery.initial");
        }
        return redelivery;
    }

    private static <T> T unlessBad(T valid, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
        return valid;
    }
}
