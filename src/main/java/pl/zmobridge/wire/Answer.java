package pl.zmobridge.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a system answered. It belongs to one thread. */
public final class Answer {
    private static final int MEGABYTE = 1024 * 1024;

    /**
     * More unpacked bytes than any list of fifty orders needs; a longer answer is broken off. Several are read at once, and a buffer that grows holds
     * its bytes three times over (I11).
     */
    public static final int MOST_BYTES =
            (int) Math.min(32 * MEGABYTE, Runtime.getRuntime().maxMemory() / 16);

    private static final int LONGEST_EXCERPT = 200;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** More of a body is not looked at for an excerpt. */
    private static final int ENOUGH = 20 * LONGEST_EXCERPT;

    private static final Pattern MARKUP =
            Pattern.compile("<(script|style)\\b.*?</\\1>|<[^>]*>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** What may be a token, a key, a password's hash, an e-mail address or a telephone's number. */
    private static final Pattern PRIVATE =
            Pattern.compile("\\S+@\\S+|(?i:bearer|basic|session)\\s+\\S+|[A-Za-z0-9+/_=-]{20,}|\\+?\\d[\\d -]{7,}\\d");

    private final int status;
    private final Map<String, Object> headers;
    private final String text;
    /** Read once, when it is first wanted; empty until then. */
    private Optional<Optional<JsonNode>> json = Optional.empty();

    /**
     * @param status the HTTP status
     * @param headers as they came; their names in any letter case
     * @param body may be null, and may begin with a byte order mark
     */
    public Answer(int status, Map<String, Object> headers, String body) {
        this.status = status;
        this.headers = copy(headers);
        text = withoutMark(body == null ? "" : body);
    }

    private static String withoutMark(String body) {
        return !body.isEmpty() && body.charAt(0) == BYTE_ORDER_MARK ? body.substring(1) : body;
    }

    public int status() {
        return status;
    }

    public Map<String, Object> headers() {
        return headers;
    }

    /** The body, without a byte order mark. */
    public String text() {
        return text;
    }

    private static Map<String, Object> copy(Map<String, Object> headers) {
        Map<String, Object> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return Collections.unmodifiableMap(copy);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** A header by its name in any letter case; of several values the first. */
    public Optional<String> header(String name) {
        return header(headers, name);
    }

    /** The same among headers that stand alone. */
    public static Optional<String> header(Map<String, ?> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> name.equalsIgnoreCase(header.getKey()))
                .map(Map.Entry::getValue)
                .flatMap(value -> value instanceof Collection<?> many ? many.stream() : Stream.of(value))
                .map(String::valueOf)
                .findFirst();
    }

    /** The body as JSON with exact numbers; a missing node when it is empty, nothing when it is no JSON, or more than {@link Json} reads. */
    public Optional<JsonNode> json() {
        json = json.or(() -> Optional.of(readJson()));
        return json.get();
    }

    private Optional<JsonNode> readJson() {
        if (text.isBlank()) {
            return Optional.of(MissingNode.getInstance());
        }
        try {
            return Optional.of(Json.read(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The beginning of the body for people: without markup, and without anything that may be a secret or personal (I6). */
    public String excerpt() {
        String start = text.substring(0, Math.min(ENOUGH, text.length()));
        return discreet(MARKUP.matcher(start).replaceAll(" "));
    }

    /** Words of an answer as people may see them: in short, and without anything that may be a secret or personal (I6). */
    public static String discreet(String words) {
        String oneLine = words.replaceAll("\\s+", " ").strip();
        String safe = PRIVATE.matcher(oneLine).replaceAll("…");
        return safe.length() <= LONGEST_EXCERPT ? safe : safe.substring(0, LONGEST_EXCERPT) + "…";
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]"; // I6
    }
}
