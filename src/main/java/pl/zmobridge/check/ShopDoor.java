package pl.zmobridge.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.shoper.RateBucket;
import pl.zmobridge.shoper.ShopErrors;
import pl.zmobridge.shoper.ShopFailure;
import pl.zmobridge.shoper.ShoperToken;

/** The shop's API for a check: obeys its bucket, logs in when that is configured, and asks again only when told to wait. */
final class ShopDoor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "/webapi/rest/";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 3;

    private final HttpClient http;
    private final String url;
    private final RateBucket bucket = new RateBucket();
    private final ShoperToken token;
    private Optional<String> date = Optional.empty();

    ShopDoor(HttpClient http, ShopSettings.Shoper shop) {
        this.http = http;
        this.url = shop.url();
        this.token = shop.token()
                .map(ShoperToken::fixed)
                .orElseGet(() -> ShoperToken.login(
                        shop.login().orElseThrow(), shop.password().orElseThrow(), InstantSource.system()));
    }

    /**
     * @param query ready to be sent; empty for none
     * @throws ShopFailure when the shop refuses
     * @throws IOException when it does not answer
     */
    JsonNode get(String resource, String query) throws IOException, InterruptedException {
        if (token.needsLogin()) {
            token.accept(send(
                    "auth",
                    request("auth", "").header("Authorization", token.basic()).POST(BodyPublishers.noBody())));
        }
        return send(
                resource,
                request(resource, query).header("Authorization", token.bearer()).GET());
    }

    /** The {@code Date} header of the last answer. */
    Optional<String> date() {
        return date;
    }

    private HttpRequest.Builder request(String resource, String query) {
        String address = url + BASE + resource + (query.isEmpty() ? "" : "?" + query);
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(30))
                .header("User-Agent", "zmo-bridge")
                .header("Content-Type", "application/json");
    }

    private JsonNode send(String resource, HttpRequest.Builder request) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return sendOnce(resource, request.build());
            } catch (ShopFailure.Throttled throttled) {
                if (attempt == ATTEMPTS || throttled.retryAfter().compareTo(LONGEST_PAUSE) > 0) {
                    throw throttled;
                }
            }
        }
    }

    private JsonNode sendOnce(String resource, HttpRequest request) throws IOException, InterruptedException {
        bucket.await();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        Map<String, Object> headers = new HashMap<>(response.headers().map());
        bucket.observe(headers);
        date = response.headers().firstValue("Date");
        ShopErrors.check(response.statusCode(), BASE + resource, headers, response.body());
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new IOException("what answers is no shop: its answer is not JSON");
        }
    }
}
