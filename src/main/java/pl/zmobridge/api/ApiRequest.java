package pl.zmobridge.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.order.Texts;
import pl.zmobridge.people.Person;
import pl.zmobridge.people.Role;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Words;

/**
 * What a request of the API wants: the variable {@code request}. It does not change; {@link #wanting} and {@link #ofLetter} make
 * another one. Which order, dead letter or cause is meant stands in the path alone, so no parameter can name another one.
 * Statements get from it {@code shops}, {@code orderId}, {@code deadLetterId}, {@code wantedCause}, {@code actor}, {@code deed} and what a list wants.
 */
public final class ApiRequest implements SqlParameters {
    static final int MOST_ROWS = 500;
    private static final int LONGEST_REASON = 255;
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SUBJECT =
            Pattern.compile("/api/(orders|dead-letters|dead-letter-causes)/([^/]+)(/.*)?");
    private static final Pattern TRIAL = Pattern.compile("/api/orders/[^/]+/explain"); // D2: writes nothing
    private static final SqlParameters NOTHING = name -> NONE;

    private final Map<String, Object> said;
    private final String body;
    private final List<String> shops;
    private final SqlParameters wanted;
    private final Optional<Long> letter;
    private final Person who;

    private ApiRequest(
            Map<String, Object> said,
            String body,
            List<String> shops,
            SqlParameters wanted,
            Optional<Long> letter,
            Person who) {
        this.said = said;
        this.body = body;
        this.shops = shops;
        this.wanted = wanted;
        this.letter = letter;
        this.who = who;
    }

    /** Reads headers, parameters and body; no parameter remains in the message, where it would be one of a statement. */
    static ApiRequest read(Message message, List<String> shops, Person who) {
        Map<String, Object> said = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        said.putAll(message.getHeaders());
        message.removeHeaders("*");
        String body = said.get(Exchange.HTTP_METHOD) instanceof String method && WITH_BODY.contains(method)
                ? message.getBody(String.class)
                : "";
        message.setBody(null);
        return new ApiRequest(
                Collections.unmodifiableMap(said), body == null ? "" : body, shops, NOTHING, Optional.empty(), who);
    }

    /** A question that no person asks, about these shops: what this path shows. */
    static ApiRequest about(List<String> shops, String path) {
        return new ApiRequest(
                Map.of(Exchange.HTTP_PATH, path), "", shops, NOTHING, Optional.empty(), Person.ofThisMachine(""));
    }

    static ApiRequest of(Exchange exchange) {
        return exchange.getVariable("request", ApiRequest.class);
    }

    /** A header, whatever its letter case; blank when it is absent. */
    String header(String name) {
        Object value = said.get(name);
        return value == null ? "" : value.toString();
    }

    /** The same request with what its list wants. */
    ApiRequest wanting(SqlParameters list) {
        return new ApiRequest(said, body, shops, list, letter, who);
    }

    /** The same request about one shop. */
    ApiRequest of(String shop) {
        return new ApiRequest(said, body, List.of(shop), wanted, letter, who);
    }

    /** The same request at another path. */
    ApiRequest at(String path) {
        Map<String, Object> elsewhere = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        elsewhere.putAll(said);
        elsewhere.put(Exchange.HTTP_PATH, path);
        return new ApiRequest(Collections.unmodifiableMap(elsewhere), body, shops, wanted, letter, who);
    }

    /** The same request about one of several dead letters. */
    ApiRequest ofLetter(long id) {
        return new ApiRequest(said, body, shops, wanted, Optional.of(id), who);
    }

    /** What of a list is wanted, when it was read as this type. */
    <T extends SqlParameters> T wanted(Class<T> type) {
        return type.cast(wanted);
    }

    String method() {
        return text(Exchange.HTTP_METHOD);
    }

    /** Whether it reads the register and nothing else, so that it need not wait while routes are replaced. */
    boolean isReading() {
        return "GET".equals(method())
                && !path().endsWith("/explain")
                && !path().endsWith("/offers")
                && !path().endsWith("/correction");
    }

    /**
     * The {@code rules} to try an order with (D2): the text of a file that is not in force; empty when there is none.
     *
     * @throws ApiProblem 422 when the body cannot be read
     */
    Optional<String> trialRules() {
        String rules = json("{\"rules\":\"…\"}").path("rules").asText("");
        return rules.isBlank() ? Optional.empty() : Optional.of(rules);
    }

    public String path() {
        return text(Exchange.HTTP_PATH);
    }

    Person who() {
        return who;
    }

    /** Whether a person decides something with it, so that who it was is kept. */
    boolean isDeed() {
        return !"GET".equals(method())
                && !isOfSession()
                && !path().equals("/api/poll")
                && !path().equals("/api/settings/check")
                && !TRIAL.matcher(path()).matches();
    }

    private boolean isOfSession() {
        return path().equals("/api/session") || path().equals("/api/session/end");
    }

    /** @throws ApiProblem 403 when only somebody with another role may ask for that */
    void mustBeAllowed() {
        boolean looks = "GET".equals(method()) || TRIAL.matcher(path()).matches();
        if (!looks && !isOfSession()) {
            mustBeOperator(who);
        }
    }

    /** @throws ApiProblem 403 when they look and change nothing */
    static void mustBeOperator(Person who) {
        if (who.role() == Role.VIEWER) {
            throw new ApiProblem(
                    403,
                    "Forbidden",
                    "\"" + who.name() + "\" is a viewer, who looks and changes nothing; this takes the role operator");
        }
    }

    /** Those that the request is about. */
    public List<String> shops() {
        return shops;
    }

    /** The one that it is about, if it is one. */
    public Optional<String> shop() {
        return shops.size() == 1 ? Optional.of(shops.get(0)) : Optional.empty();
    }

    /** @throws ApiProblem 404 when the path names no order */
    public long orderId() {
        return id("orders");
    }

    /** @throws ApiProblem 404 when the path names no dead letter */
    public long letterId() {
        return letter.orElseGet(() -> id("dead-letters"));
    }

    /** Blank when the path names none. */
    public String cause() {
        return subject("dead-letter-causes").orElse("");
    }

    /** {@code ?confirm=true}. */
    boolean isConfirmed() {
        return text("confirm").equalsIgnoreCase("true");
    }

    /**
     * The {@code reason} of a discard; said by a person, kept for good.
     *
     * @throws ApiProblem 422 when there is none
     */
    public String reason() {
        String reason = json("{\"reason\":\"…\"}").path("reason").asText("").strip();
        if (!reason.isEmpty()) {
            return Texts.cut(reason, LONGEST_REASON);
        }
        throw unprocessable("A discard needs a reason that others can read later: {\"reason\":\"…\"}");
    }

    /**
     * What the body says under a name, at most a line of a reason; empty when it says nothing.
     *
     * @throws ApiProblem 422 when the body cannot be read
     */
    String said(String name) {
        return Texts.cut(json("{\"" + name + "\":\"…\"}").path(name).asText("").strip(), LONGEST_REASON);
    }

    /** Whether the body says anything under a name, be it blank. */
    boolean has(String name) {
        return json("{\"" + name + "\":\"…\"}").has(name);
    }

    /** The same at any length. */
    String whole(String name) {
        return json("{\"" + name + "\":\"…\"}").path(name).asText("");
    }

    /** The same as it is, blanks and all. */
    String credential(String name) {
        return json("{\"user\":\"…\",\"password\":\"…\"}").path(name).asText("");
    }

    private JsonNode json(String example) {
        try {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw unprocessable("The body is no JSON; send " + example);
        }
    }

    /** A header or a parameter, empty when there is none. */
    public String text(String name) {
        Object value = said.get(name);
        return value == null ? "" : value.toString().strip();
    }

    /** @throws ApiProblem 422 when the parameter is none of these */
    String oneOf(String name, Set<String> allowed) {
        String value = text(name).toUpperCase(Locale.ROOT);
        if (!allowed.contains(value)) {
            throw unprocessable(
                    name + " must be one of " + String.join(" ", allowed).strip());
        }
        return value;
    }

    /** @throws ApiProblem 422 when the parameter is there and is no such number */
    int number(String name, int fallback, int least, int most) {
        String text = text(name);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw unprocessable(name + " must be a whole number from " + least + " to " + most);
    }

    static ApiProblem unprocessable(String detail) {
        return new ApiProblem(422, "Unprocessable content", detail);
    }

    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "shops" -> shops;
            case "actor" -> who.name();
            case "deed" -> Deed.of(this).code();
            case "deedText" -> Words.in(Language.PL).text("event", Deed.of(this));
            case "deedArguments" -> Deed.of(this).json();
            case "wantedCause" -> cause();
            case "orderId" -> subject("orders").isPresent() ? orderId() : NONE;
            case "deadLetterId" -> letter.isPresent() || subject("dead-letters").isPresent() ? letterId() : NONE;
            default -> wanted.parameter(name);
        };
    }

    private long id(String kind) {
        String text = subject(kind).orElse("");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiProblem.notFound("\"" + text + "\" is no number of an order or dead letter");
        }
    }

    private Optional<String> subject(String kind) {
        Matcher path = SUBJECT.matcher(path());
        return path.matches() && path.group(1).equals(kind) ? Optional.of(path.group(2)) : Optional.empty();
    }
}
