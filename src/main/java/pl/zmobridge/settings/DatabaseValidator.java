package pl.zmobridge.settings;

import java.util.List;
import java.util.Optional;
import pl.zmobridge.register.EmbeddedDatabase;

/** Validates {@code db.*}: a server of the operator's own, or the one that zmo-bridge-embedded.jar carries. */
final class DatabaseValidator {
    private DatabaseValidator() {}

    static Settings.Database database(SettingsValues values) {
        EmbeddedDatabase.Options options = new EmbeddedDatabase.Options(
                values.get(BridgeKeys.EMBEDDED_PORT), values.get(BridgeKeys.EMBEDDED_BACKUPS));
        if (values.isDatabaseEmbedded()) {
            validateEmbedded(values);
            return new Settings.Database(EmbeddedDatabase.URL, "", "", Optional.of(options));
        }
        String url = values.get(BridgeKeys.DB_URL);
        if (!url.startsWith("jdbc:mariadb://")) {
            String or = values.carriesDatabase() ? " or be embedded" : "";
            values.problem(BridgeKeys.DB_URL, "must start with jdbc:mariadb://" + or);
        }
        return new Settings.Database(
                url,
                values.get(BridgeKeys.DB_USER),
                values.find(BridgeKeys.DB_PASSWORD).orElse(""),
                Optional.empty());
    }

    private static void validateEmbedded(SettingsValues values) {
        if (!values.carriesDatabase()) {
            values.problem(
                    BridgeKeys.DB_URL,
                    "is embedded, but this jar carries no database: run zmo-bridge-embedded.jar, or name a MariaDB server");
            return;
        }
        for (Key<?> key : List.of(BridgeKeys.DB_USER, BridgeKeys.DB_PASSWORD)) {
            if (values.has(key)) {
                values.problem(
                        key.name(),
                        "is set, but the embedded database has a user of its own; leave it empty, or set db.url to your server",
                        key.name() + "=");
            }
        }
    }
}
