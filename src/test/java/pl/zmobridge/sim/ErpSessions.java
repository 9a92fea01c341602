package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
    private final Map<String, Session> open = new LinkedHashMap<>();
    private final Map<String, String> devices = new HashMap<>();
    private String application = APPLICATION;
    private int limit = 100;
    private int callsPerSession = Integer.MAX_VALUE;
    private Duration idle = Duration.ofMinutes(30);
    private int opened;

    ErpSessions(Clock clock) {
        this.clock = clock;
    }

    synchronized String open(String authorization, String device) {
        if (!authorization.equalsIgnoreCase("Application " + application)) {
            throw new ErpRefusal(401, DENIED);
        }
        if (device.isBlank()) {
            throw ErpRefusal.bad("Parametr deviceName jest wymagany.");
        }
        forgetIdle();
        if (open.size() >= limit) {
            throw ErpRefusal.bad(
                    "Przekroczono liczbę dostępnych licencji: otwartych sesji " + open.size() + " z " + limit + ".");
        }
        String token = UUID.randomUUID().toString();
        open.put(token, new Session(device, clock.instant()));
        devices.put(token, device);
        opened++;
        return token;
    }

    /** The token of a session that still lives; counts as a use of it. */
    synchronized String use(String authorization) {
        forgetIdle();
        String token = authorization.regionMatches(true, 0, "Session ", 0, 8)
                ? authorization.substring(8).strip()
                : "";
        Session session = open.get(token);
        if (session == null) {
            throw new ErpRefusal(401, DENIED);
        }
        if (session.calls >= callsPerSession) {
            open.remove(token);
            throw new ErpRefusal(401, DENIED);
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
        return devices.getOrDefault(authorization.replaceFirst("(?i)^Session ", ""), "");
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
