package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Talks to a simulator the way any client would, and never retries. */
final class SimClient {

    record Answer(int status, HttpResponse<String> response) {
        JsonNode json() {
            return Json.parse(response.body()).orElseThrow();
        }

        String text() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String message() {
            return json().path("Message").asText();
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private String authorization = "";

    SimClient(String url) {
        this.url = url;
    }

    SimClient authorized(String value) {
        authorization = value;
        return this;
    }

    String authorization() {
        return authorization;
    }

    static SimClient of(ShoperSim shop) {
        return new SimClient(shop.url() + "/webapi/rest").authorized("Bearer " + ShoperSim.TOKEN);
    }

    /** A client in a session of its own. */
    static SimClient of(SymfoniaSim symfonia) {
        SimClient client = new SimClient(symfonia.url());
        return client.authorized("Session " + client.openSession().json().asText());
    }

    Answer openSession() {
        return new SimClient(url)
                .authorized("Application " + SymfoniaSim.APPLICATION_GUID)
                .get("/api/Sessions/OpenNewSession?deviceName=test");
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    Answer send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
