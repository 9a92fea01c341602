package pl.zmobridge.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The schemas of {@code docs/openapi.yaml}, as strict as OpenAPI 3.0.3 reads them: null only where the schema itself is nullable and its
 * enum, if it has one, names null. Besides, an answer may have no property that is not described.
 */
public final class ApiSchemas {
    private final Map<?, ?> document;

    private ApiSchemas(Map<?, ?> document) {
        this.document = document;
    }

    public static ApiSchemas read() throws IOException {
        return of(Files.readString(Path.of("docs/openapi.yaml")));
    }

    static ApiSchemas of(String yaml) {
        return new ApiSchemas(map(new Load(LoadSettings.builder().build()).loadFromString(yaml)));
    }

    /** What does not fit in the answer of a call that was carried out; empty when all is as described. */
    public List<String> faults(String method, String path, JsonNode answer) {
        List<String> faults = new ArrayList<>();
        check(at(call(method, path), "responses", "200", "content", "application/json", "schema"), answer, "", faults);
        return faults;
    }

    /** The most literal path is meant: {@code /api/dead-letters/replay} is no dead letter. */
    private Map<?, ?> call(String method, String path) {
        Map<?, ?> paths = at(document, "paths");
        String template = paths.keySet().stream()
                .map(Object::toString)
                .filter(each -> path.matches(each.replaceAll("\\{[^}]+}", "[^/]+")))
                .min((one, other) -> Integer.compare(one.split("\\{").length, other.split("\\{").length))
                .orElseThrow(() -> new AssertionError("no path of openapi.yaml is " + path));
        return at(paths, template, method.toLowerCase(Locale.ROOT));
    }

    private void check(Map<?, ?> given, JsonNode value, String where, List<String> faults) {
        Map<?, ?> schema = whole(given);
        List<?> words = schema.get("enum") instanceof List<?> list ? list : List.of();
        if (value.isNull()) {
            if (!Boolean.TRUE.equals(schema.get("nullable")) || !words.isEmpty() && !words.contains(null)) {
                faults.add(where + " is null");
            }
            return;
        }
        String type = String.valueOf(schema.get("type"));
        boolean fits =
                switch (type) {
                    case "string" -> value.isTextual() && hasForm(String.valueOf(schema.get("format")), value.asText());
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "array" -> value.isArray();
                    case "object" -> value.isObject();
                    default -> false;
                };
        if (!fits) {
            faults.add(where + " is no " + type + " " + schema.get("format") + ": " + value);
        } else if (!words.isEmpty() && !words.contains(value.asText())) {
            faults.add(where + " is none of " + words + ": " + value);
        } else if (value.isArray()) {
            value.forEach(each -> check(at(schema, "items"), each, where + "[]", faults));
        } else if (value.isObject()) {
            checkObject(schema, value, where, faults);
        }
    }

    private void checkObject(Map<?, ?> schema, JsonNode value, String where, List<String> faults) {
        if (schema.get("required") instanceof List<?> required) {
            required.stream()
                    .filter(name -> !value.has(name.toString()))
                    .forEach(name -> faults.add(where + "." + name + " is missing"));
        }
        Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> described ? described : Map.of();
        if (properties.isEmpty() && !(schema.get("additionalProperties") instanceof Map)) {
            return; // whatever it holds
        }
        value.properties().forEach(field -> {
            Object described = properties.get(field.getKey());
            Object schemaOfField = described == null ? schema.get("additionalProperties") : described;
            if (schemaOfField instanceof Map<?, ?> known) {
                check(known, field.getValue(), where + "." + field.getKey(), faults);
            } else {
                faults.add(where + "." + field.getKey() + " is not described");
            }
        });
    }

    /** Without references, with the parts of {@code allOf} in one. */
    private Map<?, ?> whole(Map<?, ?> given) {
        Map<?, ?> schema = resolved(given);
        if (!(schema.get("allOf") instanceof List<?> parts)) {
            return schema;
        }
        Map<Object, Object> properties = new LinkedHashMap<>();
        Map<Object, Object> whole = new LinkedHashMap<>();
        Stream.concat(parts.stream(), Stream.of(without(schema, "allOf")))
                .map(part -> whole(map(part)))
                .forEach(part -> {
                    whole.putAll(part);
                    properties.putAll(part.get("properties") instanceof Map<?, ?> more ? more : Map.of());
                });
        whole.put("properties", properties);
        return whole;
    }

    private Map<?, ?> resolved(Map<?, ?> schema) {
        Map<?, ?> resolved = schema;
        while (resolved.get("$ref") instanceof String reference) {
            resolved = at(document, reference.substring("#/".length()).split("/"));
        }
        return resolved;
    }

    private Map<?, ?> at(Map<?, ?> from, String... names) {
        Map<?, ?> at = from;
        for (String name : names) {
            Object next = resolved(at).get(name);
            if (next == null) {
                throw new AssertionError("openapi.yaml has no " + String.join("/", names));
            }
            at = map(next);
        }
        return resolved(at);
    }

    private static boolean hasForm(String format, String text) {
        try {
            switch (format) {
                case "date-time" -> OffsetDateTime.parse(text);
                case "date" -> LocalDate.parse(text);
                default -> {
                    // any text
                }
            }
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Map<?, ?> without(Map<?, ?> schema, String name) {
        Map<Object, Object> rest = new LinkedHashMap<>(schema);
        rest.remove(name);
        return rest;
    }

    private static Map<?, ?> map(Object node) {
        return (Map<?, ?>) node;
    }
}
