package pl.zmobridge.register;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;

/** The connection pool to MariaDB and its schema. */
public final class Database {
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
        config.addDataSourceProperty("sessionVariables", "time_zone='+00:00',innodb_lock_wait_timeout=10");
        config.addDataSourceProperty("connectionCollation", "utf8mb4_polish_ci");
        config.addDataSourceProperty("useServerPrepStmts", "true");
        config.addDataSourceProperty("connectTimeout", "5000");
        config.addDataSourceProperty("socketTimeout", "30000");
        return new HikariDataSource(config);
    }

    /** Brings the schema to this version's; several bridges may do so at once, Flyway lets one through. */
    public static int migrate(HikariDataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
