package pl.zmobridge.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import pl.zmobridge.register.EmbeddedDatabase;

/** Judges every value and collects what is wrong, so that the operator sees all of it at once. */
final class SettingsJudge {
    private final Path home;
    private final Properties given;
    private final SettingsValues values;

    /** @param values of {@code config/application.properties} and what overrides it */
    SettingsJudge(Path home, Properties values) {
        this.home = home;
        this.given = values;
        this.values = new SettingsValues(values);
    }

    void unknown(Set<String> keys) {
        keys.stream()
                .filter(key -> !key.startsWith("camel."))
                .forEach(key -> values.problem(key, "there is no such key", ""));
    }

    /**
     * The whole configuration.
     *
     * @param shops the files of {@code config/shops} by the shop's id; the common file is a shop itself when it names one
     */
    Settings settings(Map<String, ShopFile> shops) {
        secrets(SecretFiles.SECRETS);
        List<String> problems = new ArrayList<>();
        List<ShopSettings> judged = new ArrayList<>();
        if (shops.isEmpty() || values.text("shoper.url").isPresent()) {
            judged.add(new ShopJudge(values).settings());
        }
        shops.forEach((id, file) -> {
            SettingsValues own = file.over(values, id, home);
            judged.add(new ShopJudge(own).settings());
            own.problems().forEach(problem -> problems.add(file.name() + ": " + problem));
        });
        if (problems.isEmpty() && values.problems().isEmpty()) {
            problems.addAll(Neighbours.problems(judged));
        }
        Settings.Database database = database();
        Settings settings = new Settings(
                home,
                List.copyOf(judged),
                redelivery(),
                values.number("retention.days", 90, 0, 36500),
                clustered(database),
                database,
                http(),
                LogFormat.valueOf(values.choice("log.format", "text", List.of("text", "json"))
                        .toUpperCase(Locale.ROOT)));
        problems.addAll(0, values.problems());
        return unlessBad(settings, problems);
    }

    /** Where the bridge answers, whatever else is wrong. */
    Settings.Http httpOnly() {
        secrets(Set.of("ops.password"));
        return unlessBad(http(), values.problems());
    }

    /** Which database it is, whatever else is wrong. */
    Settings.Database databaseOnly() {
        secrets(Set.of("db.password"));
        return unlessBad(database(), values.problems());
    }

    private Settings.Database database() {
        return DatabaseKeys.read(values, EmbeddedDatabase.find().isPresent());
    }

    private void secrets(Set<String> needed) {
        SecretFiles.read(home, given, needed).forEach(each -> values.problem(each.key(), each.fault(), each.example()));
    }

    private boolean clustered(Settings.Database database) {
        boolean clustered = values.flag("cluster.enabled", false);
        if (clustered && database.embedded().isPresent()) {
            values.problem(
                    "cluster.enabled",
                    "is true, but no other node can reach the embedded database; set db.url to a server that all nodes reach",
                    "false");
        }
        return clustered;
    }

    private Settings.Http http() {
        return new Settings.Http(
                values.text("http.host").orElse("127.0.0.1"),
                values.number("http.port", 8080, 1, 65535),
                values.text("ops.user").orElse("admin"),
                values.text("ops.password"));
    }

    private static <T> T unlessBad(T judged, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
        return judged;
    }

    private Settings.Redelivery redelivery() {
        Settings.Redelivery redelivery = new Settings.Redelivery(
                values.duration("redelivery.initial", Duration.ofSeconds(60)),
                values.duration("redelivery.max", Duration.ofMinutes(15)));
        if (redelivery.max().compareTo(redelivery.initial()) < 0) {
            values.problem("redelivery.max", "is shorter than redelivery.initial", "15m");
        }
        return redelivery;
    }
}
