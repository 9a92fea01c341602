package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The sessions of the WebAPI: licensed, counted, and over sooner than one likes. */
final class ErpSessions {
    static final String APPLICATION = "6f2c1a34-77f0-4b62-9b5e-0d9f3c3a1e55";
    private static final String DENIED = "Odmowa autoryzacji dla tego żądania.";

    private static final class Session {
        final String device;
        final Instant registered;
        Instant lastUse;
        int calls;

        Session(String device, Instant now) {
            this.device = device;
            this.registered = now;
            this.lastUse = now;
        }
    }

    private final Clock clock;
    private final ErpSwitches switches;
    private final Map<String, Session> open = new LinkedHashMap<>();
    private final Map<String, String> devices = new HashMap<>();
    private String application = APPLICATION;
    private int limit = 100;
    private int callsPerSession = Integer.MAX_VALUE;
    private Duration idle = Duration.ofMinutes(30);
    private int opened;

    ErpSessions(Clock clock, ErpSwitches switches) {
        this.clock = clock;
        this.switches = switches;
    }

    /** The new session's token as a JSON string, or what the installation says when no further session is licensed. */
    synchronized JsonNode open(String authorization, String device) {
        if (!bare(authorization).equalsIgnoreCase("Application " + application)) {
            throw new ErpRefusal(401, DENIED);
        }
        if (device.isBlank()) {
            throw ErpRefusal.bad("Parametr deviceName jest wymagany.");
        }
        forgetIdle();
        if (open.size() >= limit) {
            return switches.licence().answer(open.size(), limit);
        }
        String token = UUID.randomUUID().toString();
        open.put(token, new Session(device, clock.instant()));
        devices.put(token, device);
        opened++;
        return TextNode.valueOf(token);
    }

    /** The token of a session that still lives; counts as a use of it. */
    synchronized String use(String authorization) {
        forgetIdle();
        String token = token(authorization);
        Session session = open.get(token);
        if (session == null) {
            throw switches.sessionOver();
        }
        if (session.calls >= callsPerSession) {
            open.remove(token);
            throw switches.sessionOver();
        }
        session.calls++;
        session.lastUse = clock.instant();
        return token;
    }

    synchronized void close(String token) {
        open.remove(token);
    }

    synchronized ObjectNode information(String token) {
        Session session = open.get(token);
        return Json.object()
                .put("Token", token)
                .put("DeviceName", session.device)
                .put("ExpireTime", session.lastUse.plus(idle).toString())
                .put("RegisterTime", session.registered.toString())
                .put("TotalSessionsCount", open.size());
    }

    /** The device that opened the session with that token, also one that is over; empty when there was none. */
    synchronized String device(String authorization) {
        return devices.getOrDefault(token(authorization), "");
    }

    private static String token(String authorization) {
        String bare = bare(authorization);
        return bare.regionMatches(true, 0, "Session ", 0, 8) ? bare.substring(8).strip() : "";
    }

    /** Clients send keys and tokens with and without braces and quotes; both work (wire-symfonia: Sessions). */
    private static String bare(String authorization) {
        return authorization.replaceAll("[{}\"]", "");
    }

    synchronized void expireAll() {
        open.clear();
    }

    synchronized void expireAfter(int calls) {
        callsPerSession = calls;
    }

    synchronized void limit(int licences) {
        limit = licences;
    }

    synchronized void idle(Duration howLong) {
        idle = howLong;
    }

    synchronized void application(String guid) {
        application = guid;
    }

    synchronized int count() {
        forgetIdle();
        return open.size();
    }

    synchronized int opened() {
        return opened;
    }

    private void forgetIdle() {
        Instant oldest = clock.instant().minus(idle);
        open.values().removeIf(session -> session.lastUse.isBefore(oldest));
    }
}
