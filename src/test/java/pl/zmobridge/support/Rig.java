package pl.zmobridge.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.camel.main.Main;
import org.awaitility.core.ThrowingRunnable;
import pl.zmobridge.app.Bridge;
import pl.zmobridge.settings.SettingsReader;
import pl.zmobridge.sim.NbpSim;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SimRequest;
import pl.zmobridge.sim.SymfoniaSim;

/** A shop, an ERP and a database of its own for a test, and the bridge between them. */
public final class Rig implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper EXACT =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 12_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 997 % PORTS));

    public final ShoperSim shop;
    public final SymfoniaSim erp;
    public final NbpSim nbp;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Object, Object> settings = new HashMap<>();
    private final Map<String, Map<Object, Object>> shops = new TreeMap<>();
    private final int port = freePort();
    private Bridge bridge;
    private boolean firstPollOver;

    public Rig() {
        shop = new ShoperSim().start();
        erp = new SymfoniaSim().start();
        nbp = new NbpSim().start();
        set("nbp.url", nbp.url());
        set("shoper.url", shop.url());
        set("shoper.token", ShoperSim.TOKEN);
        set("shoper.poll.cron", "0 0 0 1 1 ? 2099");
        set("shoper.import.settle", "0s"); // orders of tests are placed "now"; WholeOrdersTest is about S1
        set("shoper.import.since", "2020-01-01");
        set("symfonia.url", erp.url());
        set("symfonia.application-guid", SymfoniaSim.APPLICATION_GUID);
        set("symfonia.invoice.type", "ZMO");
        set("symfonia.invoice.series", "sZMO");
        set("symfonia.receipt.type", "ZMP");
        set("symfonia.receipt.series", "sZMP");
        set("symfonia.department", "SKLEP");
        set("symfonia.payment-registry", "BANK");
        set("symfonia.payment-form.default", "Gotówka");
        set("symfonia.delivery.code", "DOSTAWA");
        set("symfonia.write-timeout", "3s");
        set("realisation.enabled", "true");
        set("realisation.statuses", "3");
        set("redelivery.initial", "200ms");
        set("redelivery.max", "2s");
        set("db.url", MariaDb.migratedSchema());
        set("db.user", "root");
        set("http.port", Integer.toString(port));
    }

    private Rig(Rig first) {
        shop = first.shop;
        erp = first.erp;
        nbp = first.nbp;
        settings.putAll(first.settings);
        shops.putAll(first.shops);
        set("http.port", Integer.toString(port));
    }

    /** A second bridge for the same shop, ERP and database; stop it before this rig is closed. */
    public Rig another() {
        return new Rig(this);
    }

    public int port() {
        return port;
    }

    public Rig set(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** A further shop beside the first one, with settings of its own: what {@code config/shops/<id>.properties} would hold. */
    public Rig shop(String id, Map<String, String> own) {
        shops.put(id, new HashMap<>(own));
        return this;
    }

    public String setting(String key) {
        return String.valueOf(settings.get(key));
    }

    /** Writes the configuration and the routes into a directory, as an operator would. */
    public Path home(Path directory) throws IOException {
        Path routes = Files.createDirectories(directory.resolve("routes"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("routes"), "*.camel.yaml")) {
            for (Path file : files) {
                Files.copy(file, routes.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Properties properties = new Properties();
        properties.putAll(settings);
        Path config = Files.createDirectories(directory.resolve("config")).resolve("application.properties");
        try (Writer writer = Files.newBufferedWriter(config)) {
            properties.store(writer, null);
        }
        for (Map.Entry<String, Map<Object, Object>> shop : shops.entrySet()) {
            Path file = Files.createDirectories(config.resolveSibling("shops")).resolve(shop.getKey() + ".properties");
            Properties own = new Properties();
            own.putAll(shop.getValue());
            try (Writer writer = Files.newBufferedWriter(file)) {
                own.store(writer, null);
            }
        }
        return directory;
    }

    /** The address of the database, for tests that change the past. */
    public String database() {
        return settings.get("db.url").toString();
    }

    public Rig start() throws Exception {
        return startIn(Path.of("").toAbsolutePath());
    }

    /** Starts the bridge with something of the test's own in its Camel. */
    public Rig start(Consumer<Main> before) throws Exception {
        firstPollOver = false;
        bridge = Bridge.start(SettingsReader.of(Path.of("").toAbsolutePath(), settings, shops), before);
        return this;
    }

    /** Starts the bridge with the routes of another directory than the project's; see {@link #home}. */
    public Rig startIn(Path home) throws Exception {
        firstPollOver = false;
        bridge = Bridge.start(SettingsReader.of(home, settings, shops));
        return this;
    }

    public void stop() {
        if (bridge != null) {
            bridge.close();
            bridge = null;
        }
    }

    /** Polls, after the bridge's own first poll, and waits until the poll has ended. */
    public JsonNode poll() throws Exception {
        if (!firstPollOver) {
            await().atMost(Patience.OF_A_TEST)
                    .pollInterval(Duration.ofMillis(20))
                    .until(this::hasPolled);
            firstPollOver = true;
        }
        return post("/api/poll", "");
    }

    private boolean hasPolled() throws Exception {
        JsonNode summary = get("/api/summary");
        return !summary.path("lastPoll").isNull() || !summary.path("away").isEmpty();
    }

    public JsonNode order(long id) throws Exception {
        return get("/api/orders/" + id);
    }

    public JsonNode deadLetters() throws Exception {
        return get("/api/dead-letters?state=OPEN").path("items");
    }

    /** Waits until what is asserted holds. */
    public static void eventually(ThrowingRunnable assertion) {
        await().atMost(Patience.OF_A_TEST).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion);
    }

    /** Waits until every one of these orders has that state. */
    public void awaitState(String state, long... ids) {
        for (long id : ids) {
            eventually(() -> assertThat(order(id).path("state").asText())
                    .describedAs("state of order %d, %s", id, order(id).path("problem"))
                    .isEqualTo(state));
        }
    }

    /** Polls and waits until the order has its ZMO. */
    public JsonNode imported(long id) throws Exception {
        poll();
        awaitState("ISSUED", id);
        return order(id);
    }

    /** The {@code OrderIssue} of that order, as it was sent; there must be exactly one. */
    public JsonNode sentIssue(String number) throws Exception {
        List<JsonNode> issues = sent("POST", "/api/OrdersIssue/New").stream()
                .filter(issue -> issue.path("Description").asText().startsWith(number + " | "))
                .toList();
        assertThat(issues).describedAs("what was sent for %s", number).hasSize(1);
        return issues.get(0);
    }

    /** The JSON bodies that the ERP was sent. */
    public List<JsonNode> sent(String method, String path) throws Exception {
        List<JsonNode> bodies = new ArrayList<>();
        for (SimRequest request : erp.requests()) {
            if (request.method().equals(method) && request.path().equals(path)) {
                bodies.add(EXACT.readTree(request.body()));
            }
        }
        return bodies;
    }

    /**
     * Another firm's ZMO, made in the ERP by hand.
     *
     * @param number empty for the ERP's own
     * @return its id
     */
    public long stranger(String number, String value) throws IOException {
        String firm = "OBCA" + NEXT.getAndIncrement();
        erp.addContractor(firm, "Obca sp. z o.o.", "", 0);
        JsonNode issue = JSON.readTree(
                "{\"TypeCode\":\"ZMO\",\"Series\":\"sZMO\",\"Department\":\"SKLEP\",\"PaymentRegistry\":{\"Code\":\"BANK\"},"
                        + "\"PaymentFormId\":4,\"Buyer\":{\"Code\":\"" + firm
                        + "\"},\"PriceKind\":1,\"SalePriceType\":0,\"Description\":\"Hurt\","
                        + "\"Positions\":[{\"Code\":\"KUB-300\",\"Quantity\":1,\"Value\":" + value + "}]}");
        long id = erp.issueOrder((ObjectNode) issue).get("Id").asLong();
        if (!number.isEmpty()) {
            erp.desk().renameOrder(id, number);
        }
        return id;
    }

    /** Changes the register's past. */
    public void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        settings.get("db.url").toString(),
                        settings.get("db.user").toString(),
                        "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One row of the register's database, by column. */
    public Map<String, Object> row(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        settings.get("db.url").toString(),
                        settings.get("db.user").toString(),
                        "");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).describedAs(sql).isTrue();
            Map<String, Object> row = new HashMap<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
            }
            return row;
        }
    }

    public JsonNode get(String path) throws Exception {
        return send(request(path).GET().build());
    }

    public JsonNode post(String path, String body) throws Exception {
        return send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    public HttpResponse<String> exchange(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode send(HttpRequest request) throws Exception {
        HttpResponse<String> response = exchange(request);
        if (response.statusCode() >= 400) {
            throw new IllegalStateException(request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        stop();
        shop.close();
        erp.close();
        nbp.close();
    }

    /**
     * A port that nobody listens on, outside of those that a system gives to whoever asks for any: between now and the moment when
     * it is used, another test must not get it. Processes that test at the same time, whose ids are neighbours, begin far from each other.
     */
    public static int freePort() {
        for (int attempt = 0; attempt < PORTS; attempt++) {
            int port = FIRST_PORT + NEXT.getAndIncrement() % PORTS;
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // somebody listens there
            }
        }
        throw new IllegalStateException("no free port");
    }
}
