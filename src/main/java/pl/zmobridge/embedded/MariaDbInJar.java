package pl.zmobridge.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.register.EmbeddedDatabase;

/** The MariaDB of zmo-bridge-embedded.jar; its data in {@code data/}, its backups in {@code backups/} of the home directory. */
public final class MariaDbInJar implements EmbeddedDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(MariaDbInJar.class);

    /** A stop gives the routes 30 s, and the server has to write its data down. */
    private static final long MOST_SECONDS_FOR_STOP = 100;

    @Override
    public Running start(Path home, Options options) throws IOException {
        return open(home, options);
    }

    @Override
    public Optional<Login> login(Path home) {
        Path data = DataDirectory.of(home);
        Path port = data.resolve("port");
        try {
            Optional<String> password = DataDirectory.password(data);
            if (password.isEmpty() || !Files.exists(port)) {
                return Optional.empty();
            }
            int number = Integer.parseInt(
                    Files.readString(port, StandardCharsets.UTF_8).strip());
            Login login = Server.login(number, password.get());
            try (Connection connection = Server.connect(login)) {
                return connection.isValid(3) ? Optional.of(login) : Optional.empty();
            }
        } catch (IOException | SQLException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public Path backup(Path home, Options options) throws IOException {
        Backups backups = new Backups(home);
        Optional<Login> running = login(home);
        Path made;
        if (running.isPresent()) {
            Binaries binaries = Binaries.unpacked(DataDirectory.of(home));
            made = backups.write(
                    new Client(binaries, running.get()), InstantSource.system().instant());
        } else {
            try (Open open = open(home, new Options(options.port(), 0))) {
                made = backups.write(open.client(), InstantSource.system().instant());
            }
        }
        if (options.backups() > 0) {
            backups.keep(options.backups());
        }
        return made;
    }

    @Override
    public Path restore(Path home, Options options, Path backup) throws IOException {
        Backups.requireWhole(backup);
        try (Open open = open(home, new Options(options.port(), 0))) {
            Path before = new Backups(home)
                    .write(open.client(), InstantSource.system().instant());
            new Restore(open.server(), open.client()).from(backup);
            return before;
        }
    }

    @Override
    public List<Copied> move(Path home, Options options, Login target, Consumer<String> progress) throws IOException {
        try (Open open = open(home, new Options(options.port(), 0))) {
            return new Move(open.client(), new Client(open.client().binaries(), target), new Backups(home))
                    .run(progress);
        }
    }

    private static Open open(Path home, Options options) throws IOException {
        DataDirectory data = DataDirectory.take(home);
        try {
            Binaries binaries = Binaries.unpack(data);
            Server server = Server.start(data, binaries, options.port());
            Client client = new Client(binaries, server.login());
            DailyBackup daily =
                    new DailyBackup(new Backups(home), client, options.backups(), InstantSource.system()).begin();
            Open open = new Open(data, server, client, daily, new CountDownLatch(1));
            open.outliveTheRoutes();
            return open;
        } catch (IOException | RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private record Open(DataDirectory data, Server server, Client client, DailyBackup daily, CountDownLatch closed)
            implements Running {
        @Override
        public Login login() {
            return server.login();
        }

        @Override
        public BackupState backups() {
            return daily.state();
        }

        @Override
        public synchronized void close() {
            if (closed.getCount() == 0) {
                return;
            }
            daily.close();
            server.close();
            data.close();
            closed.countDown();
        }

        /** A signal ends the process when all its hooks have returned: this one waits for the routes to stop and for close. */
        void outliveTheRoutes() {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                try {
                                    if (!closed.await(MOST_SECONDS_FOR_STOP, TimeUnit.SECONDS)) {
                                        LOG.warn("The bridge has not stopped in time; its database is stopped now");
                                        close();
                                    }
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            },
                            "database-stop"));
        }
    }
}
