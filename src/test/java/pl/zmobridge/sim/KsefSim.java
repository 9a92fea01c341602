package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * KSeF API 2.0, as far as wire-ksef tells: logins with a KSeF token that only its own key can read, and the list of the seller's invoices within the
 * published limits. Strict: what the wire file does not allow is refused. May be called from any thread.
 */
public final class KsefSim extends SimHost {
    public static final String NIP = "5260001246";
    public static final String TOKEN = "20260101-EC-0123456789-ABCDEF-42|nip-5260001246|0f1e2d3c4b5a";

    private final Clock clock = Clock.systemUTC();
    private final KsefKey key =
            new KsefKey(clock.instant().minusSeconds(86_400), clock.instant().plusSeconds(86_400));
    private final KsefKey old =
            new KsefKey(clock.instant().minusSeconds(900_000), clock.instant().minusSeconds(9_000));
    private final Map<String, Instant> challenges = new TreeMap<>();
    private final Map<String, Login> logins = new TreeMap<>();
    private final Map<String, Instant> access = new TreeMap<>();
    private final Map<String, Instant> refresh = new TreeMap<>();
    private final List<ObjectNode> invoices = new ArrayList<>();
    private final Deque<Instant> questions = new ArrayDeque<>();
    private final SimServer server = new SimServer("ksef-sim", clock, new Peer());
    private Duration validity = Duration.ofMinutes(15);
    private Optional<Instant> completeUntil = Optional.empty();
    private int most = 10_000;
    private boolean untidy;
    private boolean limited = true;
    private int refused;
    private int numbers;

    private static final class Login {
        private final String token = "auth-" + UUID.randomUUID();
        private final boolean right;
        private boolean asked;
        private boolean redeemed;

        Login(boolean right) {
            this.right = right;
        }
    }

    public KsefSim start() {
        server.start(0);
        return this;
    }

    @Override
    SimServer server() {
        return server;
    }

    /** What {@code ksef.url} is. */
    public String api() {
        return url() + "/v2";
    }

    /** How long access tokens hold from now on. */
    public synchronized void validity(Duration time) {
        validity = time;
    }

    /** KSeF knows no access token any more. */
    public synchronized void forgetAccess() {
        access.clear();
    }

    /** Nor a refresh token. */
    public synchronized void forgetAll() {
        access.clear();
        refresh.clear();
    }

    /** The list is complete until then, and not until now. */
    public synchronized void completeUntil(Instant time) {
        completeUntil = Optional.of(time);
    }

    /** No list is longer. */
    public synchronized void truncatesAt(int rows) {
        most = rows;
    }

    /** Each page begins with the last row of the page before, and its rows are in any order. */
    public synchronized void untidy() {
        untidy = true;
    }

    /** The limits are counted, and nobody is refused for them. */
    public synchronized void unlimited() {
        limited = false;
    }

    /** How many questions were refused for the limits. */
    public synchronized int refused() {
        return refused;
    }

    /**
     * An invoice that got its number a moment ago.
     *
     * @param buyer a NIP; empty for a buyer without one
     * @return its KSeF number
     */
    public synchronized String accepted(String number, String gross, String buyer) {
        return accepted(number, gross, buyer, clock.instant().minusMillis(10));
    }

    public synchronized String accepted(String number, String gross, String buyer, Instant stored) {
        String ksefNumber = "%s-20261127-%012X-%02X".formatted(NIP, ++numbers, numbers % 256);
        ObjectNode row = Json.object()
                .put("ksefNumber", ksefNumber)
                .put("invoiceNumber", number)
                .put("issueDate", stored.toString().substring(0, 10))
                .put("invoicingDate", stored.minusSeconds(2).toString())
                .put("acquisitionDate", stored.minusSeconds(1).toString())
                .put("permanentStorageDate", stored.toString());
        row.putObject("seller").put("nip", NIP).put("name", "Sklep sp. z o.o.");
        ObjectNode identifier = row.putObject("buyer").put("name", "Kupujący").putObject("identifier");
        if (buyer.isEmpty()) {
            identifier.put("type", "None").putNull("value");
        } else {
            identifier.put("type", "Nip").put("value", buyer);
        }
        BigDecimal amount = new BigDecimal(gross);
        row.put("netAmount", amount)
                .put("grossAmount", amount)
                .put("vatAmount", BigDecimal.ZERO)
                .put("currency", "PLN")
                .put("invoicingMode", "Online")
                .put("invoiceType", "Vat");
        invoices.add(row);
        return ksefNumber;
    }

    private synchronized SimAnswer answer(SimRequest request) {
        if (!request.path().startsWith("/v2/")) {
            return problem(404, "Not Found", "");
        }
        String path = request.path().substring("/v2/".length());
        if (!request.header("X-Error-Format").equals("problem-details")) {
            return SimAnswer.json(400, Json.object().put("exception", "old"));
        }
        return switch (request.method() + " " + path) {
            case "POST auth/challenge" -> challenge();
            case "GET security/public-key-certificates" -> keys();
            case "POST auth/ksef-token" -> logIn(request);
            case "POST auth/token/redeem" -> redeem(bearer(request));
            case "POST auth/token/refresh" -> refreshed(bearer(request));
            case "DELETE auth/sessions/current" -> holds(access, bearer(request)) ? gone(bearer(request)) : denied();
            case "POST invoices/query/metadata" -> holds(access, bearer(request)) ? metadata(request) : denied();
            default ->
                request.method().equals("GET") && path.matches("auth/[^/]+")
                        ? status(path.substring("auth/".length()), bearer(request))
                        : problem(404, "Not Found", path);
        };
    }

    private SimAnswer challenge() {
        String challenge = "20261127-CR-" + UUID.randomUUID();
        Instant now = Instant.ofEpochMilli(clock.millis());
        challenges.put(challenge, now);
        return SimAnswer.ok(Json.object()
                .put("challenge", challenge)
                .put("timestamp", now.toString())
                .put("timestampMs", now.toEpochMilli())
                .put("clientIp", "127.0.0.1"));
    }

    private SimAnswer keys() {
        ArrayNode keys = Json.array();
        keys.add(key(old, "old", "KsefTokenEncryption", -900_000, -9_000));
        keys.add(key(old, "other", "SymmetricKeyEncryption", -9_000, 86_400));
        keys.add(key(key, "tokens", "KsefTokenEncryption", -86_400, 86_400));
        return SimAnswer.ok(keys);
    }

    private ObjectNode key(KsefKey one, String id, String usage, long from, long to) {
        ObjectNode row = Json.object()
                .put("certificate", one.certificate())
                .put("publicKeyId", id)
                .put("validFrom", clock.instant().plusSeconds(from).toString())
                .put("validTo", clock.instant().plusSeconds(to).toString());
        row.putArray("usage").add(usage);
        return row;
    }

    private SimAnswer logIn(SimRequest request) {
        JsonNode body = request.json().orElse(Json.object());
        if (!fields(body).equals(Set.of("challenge", "contextIdentifier", "encryptedToken", "publicKeyId"))
                || !body.at("/contextIdentifier/type").asText().equals("Nip")
                || !body.path("publicKeyId").asText().equals("tokens")) {
            return problem(400, "Bad Request", "Nieprawidłowe żądanie");
        }
        Optional<Instant> asked =
                Optional.ofNullable(challenges.remove(body.path("challenge").asText()));
        Optional<String> opened = key.open(body.path("encryptedToken").asText());
        if (asked.isEmpty() || opened.isEmpty()) {
            return problem(400, "Bad Request", "Nieprawidłowe wyzwanie lub szyfrogram");
        }
        boolean right = opened.get().equals(TOKEN + "|" + asked.get().toEpochMilli())
                && body.at("/contextIdentifier/value").asText().equals(NIP);
        Login login = new Login(right);
        String reference = "20261127-AU-" + UUID.randomUUID();
        logins.put(reference, login);
        ObjectNode answer = Json.object().put("referenceNumber", reference);
        answer.set("authenticationToken", token(login.token, Duration.ofMinutes(5)));
        return SimAnswer.json(202, answer);
    }

    private SimAnswer status(String reference, String bearer) {
        Login login = logins.get(reference);
        if (login == null || !login.token.equals(bearer)) {
            return denied();
        }
        ObjectNode status = Json.object();
        if (!login.asked) {
            login.asked = true;
            status.put("code", 100).put("description", "Uwierzytelnianie w toku");
        } else if (login.right) {
            status.put("code", 200).put("description", "Uwierzytelnianie zakończone sukcesem");
        } else {
            status.put("code", 450)
                    .put("description", "Uwierzytelnianie zakończone niepowodzeniem z powodu błędnego tokenu")
                    .putArray("details")
                    .add("Token nieaktywny");
        }
        ObjectNode answer = Json.object();
        answer.set("status", status);
        return SimAnswer.ok(answer);
    }

    private SimAnswer redeem(String bearer) {
        Optional<Login> login = logins.values().stream()
                .filter(each -> each.token.equals(bearer))
                .findFirst();
        if (login.isEmpty() || !login.get().right || login.get().redeemed || !login.get().asked) {
            return problem(400, "Bad Request", "Tokeny zostały już pobrane");
        }
        login.get().redeemed = true;
        ObjectNode answer = Json.object();
        answer.set("accessToken", given(access, "access-", validity));
        answer.set("refreshToken", given(refresh, "refresh-", Duration.ofDays(7)));
        return SimAnswer.ok(answer);
    }

    private SimAnswer refreshed(String bearer) {
        if (!holds(refresh, bearer)) {
            return denied();
        }
        ObjectNode answer = Json.object();
        answer.set("accessToken", given(access, "access-", validity));
        return SimAnswer.ok(answer);
    }

    private SimAnswer gone(String bearer) {
        access.remove(bearer);
        return new SimAnswer(204, "application/json", "", Map.of());
    }

    private ObjectNode given(Map<String, Instant> tokens, String name, Duration time) {
        String token = name + UUID.randomUUID();
        tokens.put(token, clock.instant().plus(time));
        return token(token, time);
    }

    private ObjectNode token(String value, Duration time) {
        return Json.object()
                .put("token", value)
                .put("validUntil", clock.instant().plus(time).toString());
    }

    private boolean holds(Map<String, Instant> tokens, String bearer) {
        return Optional.ofNullable(tokens.get(bearer))
                .filter(clock.instant()::isBefore)
                .isPresent();
    }

    private static String bearer(SimRequest request) {
        return request.header("Authorization").replaceFirst("^Bearer ", "");
    }

    /** 8 a second, 16 a minute, 20 an hour. */
    private Optional<SimAnswer> limit() {
        Instant now = clock.instant();
        questions.removeIf(at -> at.isBefore(now.minusSeconds(3600)));
        if (since(now.minusSeconds(1)) >= 8 || since(now.minusSeconds(60)) >= 16 || questions.size() >= 20) {
            refused++;
            if (limited) {
                return Optional.of(problem(429, "Too Many Requests", "Przekroczono limit żądań")
                        .with("Retry-After", "300"));
            }
        }
        questions.add(now);
        return Optional.empty();
    }

    private long since(Instant time) {
        return questions.stream().filter(at -> at.isAfter(time)).count();
    }

    private SimAnswer metadata(SimRequest request) {
        Optional<SimAnswer> over = limit();
        if (over.isPresent()) {
            return over.get();
        }
        JsonNode body = request.json().orElse(Json.object());
        JsonNode range = body.path("dateRange");
        Map<String, String> params = request.params();
        int size = Integer.parseInt(params.getOrDefault("pageSize", "10"));
        boolean understood = fields(body).equals(Set.of("subjectType", "dateRange"))
                && body.path("subjectType").asText().equals("Subject1")
                && Set.of("dateType", "from", "to", "restrictToPermanentStorageHwmDate")
                        .equals(fields(range))
                && range.path("dateType").asText().equals("PermanentStorage")
                && range.path("restrictToPermanentStorageHwmDate").asBoolean()
                && params.keySet().equals(Set.of("sortOrder", "pageOffset", "pageSize"))
                && params.get("sortOrder").equals("Asc")
                && size >= 10
                && size <= 250;
        Optional<Instant> from = time(range, "from");
        Optional<Instant> to = time(range, "to");
        if (!understood || from.isEmpty() || to.isEmpty() || !from.get().isBefore(to.get())) {
            return problem(400, "Bad Request", "Nieprawidłowe kryteria");
        }
        return page(from.get(), to.get(), Integer.parseInt(params.get("pageOffset")), size);
    }

    private SimAnswer page(Instant from, Instant to, int page, int size) {
        Instant complete = completeUntil.orElse(clock.instant().minusMillis(1));
        List<ObjectNode> all = invoices.stream()
                .filter(row -> !stored(row).isBefore(from)
                        && !stored(row).isAfter(to)
                        && !stored(row).isAfter(complete))
                .sorted(Comparator.comparing(KsefSim::stored))
                .toList();
        List<ObjectNode> given = all.subList(0, Math.min(most, all.size()));
        int begin = Math.min(given.size(), page * size);
        int end = Math.min(given.size(), begin + size);
        List<ObjectNode> rows = new ArrayList<>(given.subList(untidy && begin > 0 ? begin - 1 : begin, end));
        if (untidy) {
            Collections.reverse(rows);
        }
        boolean more = end < given.size();
        boolean truncated = !more && all.size() > given.size();
        ObjectNode answer = Json.object()
                .put("hasMore", more || truncated)
                .put("isTruncated", truncated)
                .put("permanentStorageHwmDate", complete.toString());
        answer.set("invoices", Json.array(rows));
        return SimAnswer.ok(answer);
    }

    private static Instant stored(ObjectNode row) {
        return Instant.parse(row.path("permanentStorageDate").asText());
    }

    private static Optional<Instant> time(JsonNode holder, String name) {
        try {
            return Optional.of(OffsetDateTime.parse(holder.path(name).asText()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return new HashSet<>(names);
    }

    private static SimAnswer denied() {
        return problem(401, "Unauthorized", "Token dostępu jest nieprawidłowy");
    }

    private static SimAnswer problem(int status, String title, String detail) {
        return SimAnswer.json(
                status, Json.object().put("title", title).put("status", status).put("detail", detail));
    }

    private final class Peer implements SimServer.Peer {
        @Override
        public SimAnswer answer(SimRequest request) {
            return KsefSim.this.answer(request);
        }

        @Override
        public SimAnswer control(SimRequest request) {
            return problem(404, "Not Found", "");
        }

        @Override
        public void expireSessions() {
            forgetAccess();
        }
    }
}
