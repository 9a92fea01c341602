package pl.zmobridge.docs;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The calls under {@code /api} that a YAML file serves or describes, each as {@code GET /api/orders}. */
final class ApiCalls {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final String HTTP = "platform-http:";

    private final Set<String> calls = new TreeSet<>();

    private ApiCalls() {}

    /** What route files serve, by a {@code platform-http} consumer or by a {@code rest} block. */
    static Set<String> served(String routes) {
        ApiCalls found = new ApiCalls();
        found.walk(read(routes));
        return found.calls;
    }

    /** What an OpenAPI document describes. */
    static Set<String> described(String openApi) {
        ApiCalls found = new ApiCalls();
        Map<?, ?> paths = (Map<?, ?>) ((Map<?, ?>) read(openApi)).get("paths");
        paths.forEach((path, item) ->
                ((Map<?, ?>) item).keySet().forEach(method -> found.add(method.toString(), path.toString())));
        return found.calls;
    }

    private static Object read(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    private void walk(Object node) {
        if (node instanceof Collection<?> list) {
            list.forEach(this::walk);
        } else if (node instanceof Map<?, ?> map) {
            if (map.get("uri") instanceof String uri && uri.startsWith(HTTP)) {
                consumer(uri.substring(HTTP.length()), map.get("parameters"));
            }
            if (map.get("rest") instanceof Map<?, ?> rest) {
                rest(rest);
            }
            map.values().forEach(this::walk);
        }
    }

    private void consumer(String path, Object parameters) {
        if (parameters instanceof Map<?, ?> options && options.get("httpMethodRestrict") != null) {
            for (String method : options.get("httpMethodRestrict").toString().split(",")) {
                add(method, path);
            }
        }
    }

    private void rest(Map<?, ?> rest) {
        String base = text(rest.get("path"));
        for (String method : METHODS) {
            Object verbs = rest.get(method);
            Collection<?> each =
                    verbs instanceof Collection<?> list ? list : verbs == null ? List.of() : List.of(verbs);
            each.forEach(verb -> add(method, joined(base, text(((Map<?, ?>) verb).get("path")))));
        }
    }

    /** {@code /api/orders} of {@code api} and {@code orders}, with or without their slashes. */
    private static String joined(String base, String path) {
        return ("/" + base + "/" + path).replaceAll("/+", "/").replaceAll("/$", "");
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private void add(String method, String path) {
        if (path.startsWith("/api/")) {
            calls.add(method.strip().toUpperCase(Locale.ROOT) + " " + path);
        }
    }
}
