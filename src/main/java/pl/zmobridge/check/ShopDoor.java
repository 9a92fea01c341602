package pl.zmobridge.check;

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
import pl.zmobridge.shoper.ShopFailure;
import pl.zmobridge.shoper.ShoperApi;
import pl.zmobridge.shoper.ShoperToken;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

/** Sends a check's questions to the shop: obeys its bucket, logs in when that is configured, and asks again only when told to wait. */
final class ShopDoor {
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
     * Asks the shop.
     *
     * @throws ShopFailure when the shop refuses
     * @throws IOException when it does not answer
     */
    <T> T ask(Request<T> question) throws IOException, InterruptedException {
        if (token.needsLogin()) {
            token.accept(send(ShoperApi.logIn(), token.basic()));
        }
        return send(question, token.bearer());
    }

    /** The {@code Date} header of the last answer. */
    Optional<String> date() {
        return date;
    }

    private <T> T send(Request<T> request, String authorization) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return request.read(sendOnce(request, authorization));
            } catch (ShopFailure.Throttled throttled) {
                if (attempt == ATTEMPTS || throttled.retryAfter().compareTo(LONGEST_PAUSE) > 0) {
                    throw throttled;
                }
            }
        }
    }

    private Answer sendOnce(Request<?> request, String authorization) throws IOException, InterruptedException {
        bucket.await();
        HttpResponse<String> response =
                http.send(message(request, authorization), BodyHandlers.ofString(StandardCharsets.UTF_8));
        Map<String, Object> headers = new HashMap<>(response.headers().map());
        bucket.observe(headers);
        date = response.headers().firstValue("Date");
        return new Answer(response.statusCode(), headers, response.body());
    }

    private HttpRequest message(Request<?> request, String authorization) {
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        return HttpRequest.newBuilder(URI.create(url + BASE + request.path() + query))
                .timeout(Duration.ofSeconds(30))
                .header("User-Agent", "zmo-bridge")
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .method(request.method(), BodyPublishers.ofString(request.body()))
                .build();
    }
}
