package pl.zmobridge.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.symfonia.ErpAnswers;
import pl.zmobridge.symfonia.ErpKey;

/** The WebAPI for a check: one session, questions only. */
final class ErpDoor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ErpAnswers answers = new ErpAnswers();
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
        return answer(send("Ping", ""));
    }

    void open() throws IOException, InterruptedException {
        HttpResponse<String> response = send("Sessions/OpenNewSession?deviceName=" + key.device(), key.authorization());
        String body = answers.toSession(response.statusCode(), response.body());
        try {
            session = JSON.readTree(body).asText();
        } catch (JsonProcessingException e) {
            throw new IOException("the session's token cannot be read");
        }
    }

    /** Within the session; a missing node when there is no such thing. */
    JsonNode ask(String question) throws IOException, InterruptedException {
        return answer(send(question, "Session " + session));
    }

    void close() throws IOException, InterruptedException {
        send("Sessions/CloseSession", "Session " + session);
    }

    private JsonNode answer(HttpResponse<String> response) {
        return answers.toQuestion(response.statusCode(), response.body());
    }

    private HttpResponse<String> send(String question, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/" + question))
                .timeout(Duration.ofSeconds(60))
                .header("User-Agent", "zmo-bridge");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.GET().build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
