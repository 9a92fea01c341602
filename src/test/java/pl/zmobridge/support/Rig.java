package pl.zmobridge.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import pl.zmobridge.Bridge;
import pl.zmobridge.ops.SettingsReader;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;

/** A shop, an ERP and a database of its own for a test, and the bridge between them. */
public final class Rig implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    public final ShoperSim shop = new ShoperSim().start();
    public final SymfoniaSim erp = new SymfoniaSim().start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Object, Object> settings = new HashMap<>();
    private final int port = freePort();
    private Bridge bridge;

    public Rig() {
        set("shoper.url", shop.url());
        set("shoper.token", ShoperSim.TOKEN);
        set("shoper.poll.cron", "0 0 0 1 1 ? 2099");
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
        set("realisation.enabled", "true");
        set("realisation.statuses", "3");
        set("redelivery.initial", "200ms");
        set("redelivery.max", "2s");
        set("db.url", MariaDb.newSchema());
        set("db.user", "root");
        set("http.port", Integer.toString(port));
    }

    public Rig set(String key, String value) {
        settings.put(key, value);
        return this;
    }

    public Rig start() throws Exception {
        bridge = Bridge.start(SettingsReader.of(Path.of("").toAbsolutePath(), settings));
        return this;
    }

    public void stop() {
        if (bridge != null) {
            bridge.close();
            bridge = null;
        }
    }

    /** Polls and waits until the poll has ended. */
    public JsonNode poll() throws Exception {
        return post("/api/poll", "");
    }

    public JsonNode order(long id) throws Exception {
        return get("/api/orders/" + id);
    }

    public JsonNode deadLetters() throws Exception {
        return get("/api/dead-letters?state=OPEN").path("items");
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
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
