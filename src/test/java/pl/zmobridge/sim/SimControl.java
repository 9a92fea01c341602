package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/** What both simulators can be told over HTTP under {@code /sim/}: faults, latency, being down, and the request counters. */
final class SimControl {

    Optional<SimAnswer> answer(SimRequest request, SimServer server) {
        return switch (request.method() + " " + request.path()) {
            case "POST /sim/faults" -> Optional.of(add(request, server));
            case "GET /sim/faults" -> Optional.of(strikes(server));
            case "DELETE /sim/faults" -> Optional.of(clear(server));
            case "GET /sim/requests" -> Optional.of(counters(server));
            case "DELETE /sim/requests" -> Optional.of(forget(server));
            case "POST /sim/latency" -> Optional.of(latency(request, server));
            case "POST /sim/down" -> Optional.of(down(request, server));
            default -> Optional.empty();
        };
    }

    static SimAnswer done() {
        return SimAnswer.ok(Json.object().put("ok", true));
    }

    static SimAnswer unknown(SimRequest request) {
        return SimAnswer.json(404, Json.object().put("error", "no " + request.method() + " " + request.path()));
    }

    /** The body, or an empty object when there is none. */
    static JsonNode body(SimRequest request) {
        return request.json().orElseGet(Json::object);
    }

    private static SimAnswer add(SimRequest request, SimServer server) {
        JsonNode body = body(request);
        if (body.isArray()) {
            body.forEach(each -> server.faults().add(Fault.fromJson(each)));
        } else {
            server.faults().add(Fault.fromJson(body));
        }
        return done();
    }

    private static SimAnswer strikes(SimServer server) {
        ObjectNode strikes = Json.object();
        server.faults().strikesByKind().forEach((kind, count) -> strikes.put(kind.name(), count));
        return SimAnswer.ok(strikes);
    }

    private static SimAnswer clear(SimServer server) {
        server.faults().clear();
        return done();
    }

    private static SimAnswer counters(SimServer server) {
        ObjectNode counters = Json.object();
        server.log().counters().forEach(counters::put);
        return SimAnswer.ok(counters);
    }

    private static SimAnswer forget(SimServer server) {
        server.log().clear();
        return done();
    }

    private static SimAnswer latency(SimRequest request, SimServer server) {
        server.latency(Duration.ofMillis(body(request).path("millis").asLong()));
        return done();
    }

    private static SimAnswer down(SimRequest request, SimServer server) {
        server.downFor(Duration.ofMillis(body(request).path("millis").asLong(1000)));
        return done();
    }
}
