package pl.zmobridge.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * A request to one of the two systems, with what its answer means. It is made by the system's own client
 * ({@code shoper.ShoperApi}, {@code symfonia.SymfoniaApi}) and sent by {@code shop-call} or {@code erp-call}.
 *
 * @param path below the root of the system's API
 * @param query ready to be sent; empty for none
 * @param body empty for none
 * @param reader reads the answer, or throws what its refusal means
 * @param <T> what the answer says
 */
public record Request<T>(String method, String path, String query, String body, Function<Answer, T> reader) {
    public static <T> Request<T> get(String path, String query, Function<Answer, T> reader) {
        return new Request<>("GET", path, query, "", reader);
    }

    /** Whether the system may be changed by it, so that it must never be repeated unasked (I2). */
    public boolean isWrite() {
        return !method.equals("GET");
    }

    /** The same request; its answer means something else. */
    public Request<T> reading(Function<Answer, T> other) {
        return new Request<>(method, path, query, body, other);
    }

    public T read(Answer answer) {
        return reader.apply(answer);
    }

    /** A query string of these parameters, in their order. */
    public static String queryOf(Map<String, ?> parameters) {
        StringJoiner query = new StringJoiner("&");
        parameters.forEach((name, value) -> query.add(name + "=" + encode(String.valueOf(value))));
        return query.toString();
    }

    /** A value as it stands in a query string. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return method + " " + path; // I6: a query or a body may name a person
    }
}
