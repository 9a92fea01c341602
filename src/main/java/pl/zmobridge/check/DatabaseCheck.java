package pl.zmobridge.check;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import pl.zmobridge.register.EmbeddedDatabase;
import pl.zmobridge.settings.Settings;

/** The database: reachable, new enough, and where its schema stands. Nothing is migrated. */
final class DatabaseCheck {
    private static final int LEAST_MAJOR = 10;
    private static final int LEAST_MINOR = 6;

    private final Path home;
    private final Settings.Database settings;
    private final Findings findings;

    DatabaseCheck(Path home, Settings.Database settings, Findings findings) {
        this.home = home;
        this.settings = settings;
        this.findings = findings;
    }

    void run() {
        login(home, settings)
                .ifPresentOrElse(
                        this::run,
                        () -> findings.note(
                                "db.url", "the embedded database starts with the bridge, and does not run now", ""));
    }

    /** Empty when it is the embedded one, and does not run. */
    static Optional<EmbeddedDatabase.Login> login(Path home, Settings.Database settings) {
        return settings.embedded().isEmpty()
                ? Optional.of(settings.login())
                : EmbeddedDatabase.find().flatMap(carried -> carried.login(home));
    }

    static Properties properties(EmbeddedDatabase.Login database) {
        Properties login = new Properties();
        login.put("user", database.user());
        login.put("password", database.password());
        login.put("connectTimeout", "5000");
        login.put("socketTimeout", "30000");
        return login;
    }

    private void run(EmbeddedDatabase.Login database) {
        try (Connection connection = DriverManager.getConnection(database.url(), properties(database))) {
            connection.setReadOnly(true);
            if (version(connection.getMetaData())) {
                migrations(database);
            }
        } catch (SQLException e) {
            findings.bad("db.url", words(e), advice(e));
        }
    }

    private boolean version(DatabaseMetaData server) throws SQLException {
        String version = server.getDatabaseProductName() + " " + server.getDatabaseProductVersion();
        boolean mariaDb = version.toLowerCase(Locale.ROOT).contains("mariadb");
        int major = server.getDatabaseMajorVersion();
        boolean recent = major > LEAST_MAJOR || major == LEAST_MAJOR && server.getDatabaseMinorVersion() >= LEAST_MINOR;
        if (mariaDb && recent) {
            findings.good("db.url", version + " answers");
            return true;
        }
        findings.bad("db.url", "it is " + version, "take MariaDB " + LEAST_MAJOR + "." + LEAST_MINOR + " or newer");
        return false;
    }

    private void migrations(EmbeddedDatabase.Login database) {
        try {
            MigrationInfoService info = Flyway.configure()
                    .dataSource(database.url(), database.user(), database.password())
                    .locations("classpath:db/migration")
                    .load()
                    .info();
            judge(info);
        } catch (FlywayException e) {
            findings.bad("schema", Failures.innermost(e), "give db.user the rights to read the schema");
        }
    }

    private void judge(MigrationInfoService info) {
        for (MigrationInfo each : info.all()) {
            if (each.getState().isFailed()) {
                findings.bad(
                        "schema",
                        "migration " + each.getVersion() + " failed earlier",
                        "restore the backup and start the bridge again");
                return;
            }
        }
        MigrationInfo current = info.current();
        int pending = info.pending().length;
        String at = current == null ? "no table yet" : "at version " + current.getVersion();
        if (pending > 0) {
            findings.good("schema", at + "; the first start brings it up to date, migrations: " + pending);
        } else if (current != null
                && current.getState().isApplied()
                && !current.getState().isResolved()) {
            findings.bad(
                    "schema",
                    at + ", which this version of the bridge does not know",
                    "take a newer version of the bridge");
        } else {
            findings.good("schema", at + ", up to date");
        }
    }

    private static String words(SQLException e) {
        return Failures.innermost(e).replaceAll("\\s+", " ").strip();
    }

    /** SQLSTATE classes: 28 is a wrong login, 42 a missing schema or right, 08 no connection. */
    static String advice(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) {
            return "correct db.user and db.password";
        }
        if (state.startsWith("42")) {
            return "create the database named in db.url, and give db.user all rights on it";
        }
        return "start the database, or correct host and port of db.url";
    }
}
