package pl.zmobridge.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request that the API does not carry out: an RFC 9457 problem. */
public final class ApiProblem extends RuntimeException {
    private final int status;
    private final String title;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** @param detail what is wrong and what to do */
    public ApiProblem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    /** The same problem, told with a header of the answer besides. */
    ApiProblem with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    public static ApiProblem notFound(String what) {
        return new ApiProblem(404, "Not found", what);
    }
}
