package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A rule for {@link Faults}: which requests go wrong, how, and how often. Without further words it strikes every request
 * for ever.
 *
 * @param when which requests it is about
 * @param skip how many of those requests pass before it begins
 * @param times how often it strikes at most
 * @param probability of striking a request that it could strike, 0 to 1
 * @param delay how late ({@link FaultKind#LATENCY}, {@link FaultKind#SLOW_WRITE}) or how long ({@link FaultKind#HANG})
 * @param retryAfter seconds, for {@link FaultKind#TOO_MANY_REQUESTS} and {@link FaultKind#ERROR_503}
 */
public record Fault(
        FaultKind kind,
        Predicate<SimRequest> when,
        int skip,
        int times,
        double probability,
        Duration delay,
        int retryAfter) {

    private static final Duration FOREVER = Duration.ofDays(1);
    private static final Duration SLOW = Duration.ofSeconds(2);

    public static Fault of(FaultKind kind) {
        Duration delay = kind == FaultKind.SLOW_WRITE ? SLOW : FOREVER;
        return new Fault(kind, request -> true, 0, Integer.MAX_VALUE, 1.0, delay, 1);
    }

    public static Fault answerLost() {
        return of(FaultKind.ANSWER_LOST);
    }

    public static Fault dropped() {
        return of(FaultKind.DROPPED);
    }

    public static Fault latency(Duration delay) {
        return of(FaultKind.LATENCY).delay(delay);
    }

    /** A write that is done only after the delay, whether or not its client still waits. */
    public static Fault slowWrite(Duration delay) {
        return of(FaultKind.SLOW_WRITE).delay(delay);
    }

    public static Fault tooManyRequests(int retryAfterSeconds) {
        return of(FaultKind.TOO_MANY_REQUESTS).retryAfter(retryAfterSeconds);
    }

    public Fault when(Predicate<SimRequest> also) {
        return new Fault(kind, when.and(also), skip, times, probability, delay, retryAfter);
    }

    /** Only requests of that method (empty: any) whose path begins so. */
    public Fault on(String method, String pathPrefix) {
        return when(request -> (method.isEmpty() || method.equalsIgnoreCase(request.method()))
                && request.path().startsWith(pathPrefix));
    }

    public Fault skip(int requests) {
        return new Fault(kind, when, requests, times, probability, delay, retryAfter);
    }

    public Fault times(int strikes) {
        return new Fault(kind, when, skip, strikes, probability, delay, retryAfter);
    }

    public Fault once() {
        return times(1);
    }

    public Fault probability(double chance) {
        return new Fault(kind, when, skip, times, chance, delay, retryAfter);
    }

    public Fault delay(Duration howLong) {
        return new Fault(kind, when, skip, times, probability, howLong, retryAfter);
    }

    public Fault retryAfter(int seconds) {
        return new Fault(kind, when, skip, times, probability, delay, seconds);
    }

    /** {@code {"kind","method","path","query","skip","times","probability","millis","retryAfter"}}, all but kind optional. */
    static Fault fromJson(JsonNode json) {
        Fault fault = of(FaultKind.valueOf(json.path("kind").asText().toUpperCase(Locale.ROOT)));
        String query = json.path("query").asText();
        return fault.on(json.path("method").asText(), json.path("path").asText())
                .when(request -> request.query().contains(query))
                .skip(json.path("skip").asInt(fault.skip))
                .times(json.path("times").asInt(fault.times))
                .probability(json.path("probability").asDouble(fault.probability))
                .delay(json.has("millis") ? Duration.ofMillis(json.get("millis").asLong()) : fault.delay)
                .retryAfter(json.path("retryAfter").asInt(fault.retryAfter));
    }
}
