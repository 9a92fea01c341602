package pl.zmobridge.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Asks a bridge's pages again and again, and knows how long the slowest answer of each took. */
public final class Answers {
    public static final String HEALTH = "/observe/health/ready";
    public static final String LIVE = "/observe/health/live";
    public static final String SUMMARY = "/api/summary";
    public static final String CONSOLE = "/";
    public static final String METRICS = "/observe/metrics";

    /** After so long a person takes a page for dead. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String bridge;
    private final Map<String, Long> slowest = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> unanswered = new ConcurrentSkipListMap<>();

    public record Answer(int status, String body) {}

    public Answers(int port) {
        bridge = "http://127.0.0.1:" + port;
    }

    /** The answer of one of them; status 0 when there is none. */
    public Answer ask(String path) throws InterruptedException {
        long begun = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(URI.create(bridge + path))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            unanswered.merge(path, 1, Integer::sum);
            return new Answer(0, e.toString());
        } finally {
            slowest.merge(path, (System.nanoTime() - begun) / 1_000_000, Math::max);
        }
    }

    /** All of them, one after the other. */
    public void askAll() throws InterruptedException {
        for (String path : new String[] {HEALTH, LIVE, SUMMARY, CONSOLE, METRICS}) {
            ask(path);
        }
    }

    /** Milliseconds of the slowest answer of each page. */
    public Map<String, Long> slowest() {
        return slowest;
    }

    /** How often a page gave no answer at all. */
    public Map<String, Integer> unanswered() {
        return unanswered;
    }
}
