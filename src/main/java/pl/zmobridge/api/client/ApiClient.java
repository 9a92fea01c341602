package pl.zmobridge.api.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Words;

/** The running bridge, over its HTTP API. */
public final class ApiClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration QUESTION = Duration.ofSeconds(30);
    /** An action calls shop and ERP, and retries them. */
    private static final Duration ACTION = Duration.ofMinutes(10);

    /** One for all: its connections are kept, and the bridge counts those of an address. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .proxy(HttpClient.Builder.NO_PROXY)
            .sslContext(noCertificates())
            .build();

    private final String address;
    private final Optional<String> authorization;
    private final Optional<String> shop;
    private final Language language;

    public ApiClient(Settings.Http settings) {
        this(settings, Optional.empty(), Language.EN);
    }

    /**
     * @param shop the one that every request is about; empty for all
     * @param language in which the bridge tells what became of orders, and what is wrong with a request
     */
    public ApiClient(Settings.Http settings, Optional<String> shop, Language language) {
        this.language = language;
        this.address = address(settings);
        this.shop = shop;
        this.authorization = settings.password().map(password -> basic(settings.user(), password));
    }

    /** Where the bridge of these settings answers: on this machine when it listens everywhere. */
    public static String address(Settings.Http settings) {
        String host =
                switch (settings.host()) {
                    case "0.0.0.0" -> "127.0.0.1";
                    case "::", "[::]" -> "[::1]";
                    default ->
                        settings.host().contains(":") && !settings.host().startsWith("[")
                                ? "[" + settings.host() + "]"
                                : settings.host();
                };
        return "http://" + host + ":" + settings.port();
    }

    /** @throws ApiFailure when the bridge does not answer, or answers with a problem */
    public Answer get(String path) {
        return send(request(path).timeout(QUESTION).GET());
    }

    /** @throws ApiFailure when the bridge does not answer, or answers with a problem */
    public Answer post(String path) {
        return send(request(path).timeout(ACTION).POST(BodyPublishers.noBody()));
    }

    /** @throws ApiFailure when the bridge does not answer, or answers with a problem */
    public Answer post(String path, JsonNode body) {
        return send(request(path)
                .timeout(ACTION)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
    }

    /** @throws ApiFailure when the bridge does not answer, or answers with a problem */
    public Answer put(String path, JsonNode body) {
        return send(request(path)
                .timeout(ACTION)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
    }

    /** @throws ApiFailure when the bridge does not answer, or answers with a problem */
    public Answer delete(String path) {
        return send(request(path).timeout(ACTION).DELETE());
    }

    /** What the bridge answered, as it came and as JSON. */
    public record Answer(String text, JsonNode json) {}

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Accept", "application/json")
                .header("Accept-Language", language.tag());
        authorization.ifPresent(credentials -> request.header("Authorization", credentials));
        return request;
    }

    private URI uri(String path) {
        try {
            String mark = path.contains("?") ? "&" : "?";
            String about = shop.map(id -> mark + "shop=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                    .orElse("");
            return URI.create(address + path + about);
        } catch (IllegalArgumentException e) {
            throw new ApiFailure(0, said("NO_HOST"));
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return judged(HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new ApiFailure(0, said("NO_BRIDGE"));
        } catch (HttpTimeoutException e) {
            throw new ApiFailure(0, said("TOO_LONG"));
        } catch (IOException e) {
            throw new ApiFailure(0, said("BROKEN", "why", String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiFailure(0, said("INTERRUPTED"));
        }
    }

    private Answer judged(HttpResponse<String> response) {
        int status = response.statusCode();
        Optional<JsonNode> json = json(response);
        if (status >= 200 && status < 300 && json.isPresent()) {
            return new Answer(response.body(), json.get());
        }
        String detail = json.map(problem -> problem.path("detail").asText("")).orElse("");
        if (detail.isEmpty()) {
            throw new ApiFailure(0, said("SOMEBODY_ELSE", "status", Integer.toString(status)));
        }
        throw new ApiFailure(status, detail);
    }

    private String said(String code) {
        return Words.in(language).text("client", Phrase.of(code).with("address", address));
    }

    private String said(String code, String name, String value) {
        return Words.in(language)
                .text("client", Phrase.of(code).with("address", address).with(name, value));
    }

    private static Optional<JsonNode> json(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.matches("(?i)application/(problem\\+)?json\\b.*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(response.body()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The API is plain HTTP: reading this machine's certificates for it is a tenth of the time of a small command. */
    private static SSLContext noCertificates() {
        try {
            SSLContext none = SSLContext.getInstance("TLS");
            none.init(null, new TrustManager[0], null);
            return none;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK has TLS
        }
    }

    private static String basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
