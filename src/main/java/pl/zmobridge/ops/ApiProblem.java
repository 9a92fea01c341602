package pl.zmobridge.ops;

/** A request that the API does not carry out: an RFC 9457 problem. */
public final class ApiProblem extends RuntimeException {
    private final int status;
    private final String title;

    /** @param detail what is wrong and what to do */
    public ApiProblem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    static ApiProblem notFound(String what) {
        return new ApiProblem(404, "Not found", what);
    }
}
