package pl.zmobridge.demo;

import ch.vorburger.exec.ManagedProcessException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import pl.zmobridge.app.Bridge;
import pl.zmobridge.settings.SettingsReader;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;

/**
 * The database, the shop, the ERP and the bridge. Opened in that order and closed in the reverse one, as often as wanted and from
 * any thread, also while it is being opened.
 */
final class Stage implements AutoCloseable {
    private static final int USUAL_PORT = 8080;
    private static final String SETTINGS = "config/application.properties";

    private final Path project;
    private final Path directory;
    private final String password = UUID.randomUUID().toString();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final ShoperSim shop = new ShoperSim();
    private final SymfoniaSim erp = new SymfoniaSim();
    private boolean closed;
    private String databaseUrl;
    private int port;
    private Properties settings;

    /** @param project the directory that holds {@code routes/}; everything else goes to {@code target/demo} in it */
    Stage(Path project) {
        this.project = project;
        this.directory = project.resolve("target/demo")
                .resolve(Long.toString(ProcessHandle.current().pid()));
    }

    /**
     * Opens all of it; orders flow when this returns.
     *
     * @param pace the time between two polls, and before a failed step is tried again
     * @param announce hears of each part before it starts
     */
    void open(Duration pace, Consumer<String> announce) throws Exception {
        announce.accept("MariaDB, the shop and the ERP");
        openWithoutBridge(pace);
        announce.accept("the bridge");
        bridge();
    }

    /** Opens the rest and leaves the bridge's configuration in {@link #home()}, for a bridge in a process of its own. */
    void openWithoutBridge(Duration pace) throws Exception {
        database();
        keep(shop.start());
        keep(erp.start());
        port = port();
        settings = settings(pace);
    }

    /** What a user has beside the jar: a directory with {@code config/application.properties}. */
    Path home() {
        return directory;
    }

    ShoperSim shop() {
        return shop;
    }

    SymfoniaSim erp() {
        return erp;
    }

    /** The address of the bridge's API; ends with a slash. */
    String api() {
        return "http://127.0.0.1:" + port + "/";
    }

    Path settingsFile() {
        return project.relativize(directory).resolve(SETTINGS);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(databaseUrl, "zmobridge", password);
    }

    private synchronized void database() throws IOException, ManagedProcessException {
        refuseIfClosed();
        opened.push(() -> delete(directory));
        OwnMariaDb db = OwnMariaDb.begin(directory, password);
        opened.push(db::stop);
        databaseUrl = db.url();
    }

    private synchronized void keep(AutoCloseable open) throws Exception {
        opened.push(open);
        refuseIfClosed();
    }

    private synchronized void bridge() throws Exception {
        refuseIfClosed();
        opened.push(Bridge.start(SettingsReader.of(project, settings)));
    }

    /** What a user would write, and the addresses that only now are known. */
    private Properties settings(Duration pace) throws IOException {
        Properties settings = new Properties();
        try (Reader users =
                Files.newBufferedReader(project.resolve("src/test/resources/demo/application.properties"))) {
            settings.load(users);
        }
        settings.put("symfonia.write-timeout", pace.toSeconds() + "s"); // one answer is lost in the story
        settings.putAll(Map.of(
                "shoper.url",
                shop.url(),
                "shoper.token",
                ShoperSim.TOKEN,
                "shoper.poll.cron",
                "0/" + pace.toSeconds() + " * * * * ?",
                "symfonia.url",
                erp.url(),
                "symfonia.application-guid",
                SymfoniaSim.APPLICATION_GUID,
                "redelivery.initial",
                pace.toSeconds() + "s",
                "redelivery.max",
                pace.multipliedBy(3).toSeconds() + "s",
                "db.url",
                databaseUrl,
                "db.password",
                password,
                "http.port",
                Integer.toString(port)));
        Files.createDirectories(directory.resolve("config"));
        try (Writer file = Files.newBufferedWriter(directory.resolve(SETTINGS), StandardCharsets.UTF_8)) {
            settings.store(file, "What the bridge of this demo runs with");
        }
        return settings;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("The demo is being stopped");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                System.err.println("Not stopped cleanly: " + e.getMessage());
            }
        }
    }

    private static int port() throws IOException {
        try (ServerSocket usual = new ServerSocket(USUAL_PORT, 1, InetAddress.getLoopbackAddress())) {
            return usual.getLocalPort();
        } catch (IOException busy) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
