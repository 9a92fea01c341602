package pl.zmobridge.settings;

import java.util.List;
import java.util.Optional;
import pl.zmobridge.register.EmbeddedDatabase;

/** Reads {@code db.*}: a server of the operator's own, or the one that zmo-bridge-embedded.jar carries. */
final class DatabaseKeys {
    private static final String EXAMPLE = "jdbc:mariadb://127.0.0.1:3306/zmobridge";
    private static final int BACKUPS = 7;

    private DatabaseKeys() {}

    /** @param carried whether this jar carries a database, which then is the default */
    static Settings.Database read(SettingsValues values, boolean carried) {
        EmbeddedDatabase.Options options = new EmbeddedDatabase.Options(
                values.number("db.embedded.port", 0, 0, 65535), values.number("db.embedded.backups", BACKUPS, 0, 3650));
        String url = carried ? values.text("db.url").orElse(EmbeddedDatabase.URL) : values.required("db.url", EXAMPLE);
        if (url.equalsIgnoreCase(EmbeddedDatabase.URL)) {
            judgeEmbedded(values, carried);
            return new Settings.Database(EmbeddedDatabase.URL, "", "", Optional.of(options));
        }
        if (!url.isEmpty() && !url.startsWith("jdbc:mariadb://")) {
            values.problem("db.url", "must start with jdbc:mariadb://" + (carried ? " or be embedded" : ""), EXAMPLE);
        }
        return new Settings.Database(
                url,
                values.required("db.user", "zmobridge"),
                values.text("db.password").orElse(""),
                Optional.empty());
    }

    private static void judgeEmbedded(SettingsValues values, boolean carried) {
        if (!carried) {
            values.problem(
                    "db.url",
                    "is embedded, but this jar carries no database: run zmo-bridge-embedded.jar, or name a MariaDB server",
                    EXAMPLE);
            return;
        }
        for (String key : List.of("db.user", "db.password")) {
            if (values.text(key).isPresent()) {
                values.problem(
                        key,
                        "is set, but the embedded database has a user of its own; leave it empty, or set db.url to your server",
                        key + "=");
            }
        }
    }
}
