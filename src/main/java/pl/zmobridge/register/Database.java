package pl.zmobridge.register;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection pool to MariaDB and its schema. */
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.outages");

    /** An attempt takes the pool's connection timeout, some five seconds. */
    private static final int TELL_EVERY = 60;

    private Database() {}

    /**
     * Opens a pool whose sessions speak UTC and utf8mb4. It does not connect yet, so a database that is away at start is
     * waited for by whoever asks first.
     *
     * @param size the most connections it opens
     */
    public static HikariDataSource open(String url, String user, String password, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("register");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(-1);
        // claims with SKIP LOCKED must not lock the gaps between rows
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // a machine that vanishes in a transaction must not keep its rows locked until the server's wait_timeout,
        // hours;
        // the others wait for a lock a little longer than that: the schedule's lock is one of them
        config.addDataSourceProperty(
                "sessionVariables",
                "time_zone='+00:00',innodb_lock_wait_timeout=10,idle_transaction_timeout=7,group_concat_max_len=1048576");
        // a DATETIME is read as the UTC it is, whatever zone the machine has
        config.addDataSourceProperty("connectionTimeZone", "UTC");
        config.addDataSourceProperty("preserveInstants", "true");
        config.addDataSourceProperty("connectionCollation", "utf8mb4_polish_ci");
        config.addDataSourceProperty("useServerPrepStmts", "true");
        config.addDataSourceProperty("connectTimeout", "5000");
        config.addDataSourceProperty("socketTimeout", "30000");
        return new HikariDataSource(config);
    }

    /**
     * Brings the schema to this version's; several bridges may do so at once, Flyway lets one through. A database that is away is
     * waited for. MariaDB keeps what a migration has changed when its bridge or the database dies in the middle of it: all its
     * statements can be repeated, and the next start does so.
     *
     * @throws FlywayException when the database answers, but refuses: a wrong password, no such schema, a broken migration
     */
    public static void migrate(HikariDataSource database) {
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .validateOnMigrate(false) // a migration may have become repeatable since it ran here
                .load();
        boolean anew = false;
        for (int attempt = 0; ; attempt++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                if (!isAway(e)) {
                    if (anew || !isForgotten(flyway.getConfiguration())) {
                        throw e;
                    }
                    anew = true;
                } else if (attempt % TELL_EVERY == 0) {
                    LOG.warn("The database does not answer; the start waits for it: {}", root(e).getMessage());
                }
            }
        }
    }

    /**
     * Takes a migration that Flyway has noted as broken off for one that has not run. Its own repair would also take this version's
     * checksums, by which the version before could not start any more.
     *
     * @return whether there was one
     */
    private static boolean isForgotten(Configuration flyway) {
        try (Connection connection = flyway.getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate("DELETE FROM " + flyway.getTable() + " WHERE success = 0") > 0;
        } catch (SQLException e) {
            return false; // away, or no such table
        }
    }

    /** A refusal has a state of class 28 (who are you) or 42 (what is that); whoever waits for it to change waits for ever. */
    private static boolean isAway(Throwable failure) {
        boolean sql = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                String state = String.valueOf(refused.getSQLState());
                if (state.startsWith("28") || state.startsWith("42")) {
                    return false;
                }
                sql |= state.startsWith("08") || cause instanceof SQLTransientConnectionException;
            }
        }
        return sql;
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }
}
