package pl.zmobridge.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.symfonia.ErpKey;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

/** The WebAPI for a check: one session, questions only. */
final class ErpDoor {
    private final HttpClient http;
    private final String url;
    private final ErpKey key;
    private String session = "";

    ErpDoor(HttpClient http, ShopSettings.Erp erp) {
        this.http = http;
        this.url = erp.url();
        this.key = new ErpKey(erp.applicationGuid(), erp.deviceName());
    }

    /** Without a session. */
    JsonNode ping() throws IOException, InterruptedException {
        return send(SymfoniaApi.ping(), "");
    }

    void open() throws IOException, InterruptedException {
        session = send(SymfoniaApi.openSession(key.deviceName()), key.authorization());
    }

    /** Within the session. */
    <T> T ask(Request<T> request) throws IOException, InterruptedException {
        return send(request, "Session " + session);
    }

    void close() throws IOException, InterruptedException {
        ask(SymfoniaApi.closeSession());
    }

    private <T> T send(Request<T> request, String authorization) throws IOException, InterruptedException {
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create(url + "/api/" + request.path() + query))
                .timeout(Duration.ofSeconds(60))
                .header("User-Agent", "zmo-bridge");
        if (!authorization.isEmpty()) {
            http.header("Authorization", authorization);
        }
        HttpResponse<String> response =
                this.http.send(http.GET().build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        return request.read(new Answer(response.statusCode(), Map.of(), response.body()));
    }
}
