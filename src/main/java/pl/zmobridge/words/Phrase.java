package pl.zmobridge.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to say, in no language yet.
 *
 * @param code which sentence
 * @param arguments what it is about, in the order in which they were given
 */
public record Phrase(String code, Map<String, String> arguments) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Phrase {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    public static Phrase of(String code) {
        return new Phrase(code, Map.of());
    }

    public Phrase with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(arguments);
        more.put(name, value.toString());
        return new Phrase(code, more);
    }

    /** The arguments as the register keeps them: a JSON object of texts. */
    public String json() {
        return json(arguments);
    }

    public static String json(Map<String, String> arguments) {
        try {
            return JSON.writeValueAsString(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // texts always write
        }
    }

    /** What {@link #json()} made; no arguments when it is something else. */
    public static Map<String, String> arguments(String json) {
        try {
            return JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }
}
