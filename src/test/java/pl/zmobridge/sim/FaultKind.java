package pl.zmobridge.sim;

/** The ways a request can go wrong. */
public enum FaultKind {
    /** Answers, but late. */
    LATENCY,
    /** Does the work, then drops the connection: the caller cannot know. */
    ANSWER_LOST,
    /** Does the work, then answers 500 as if it had not. */
    ERROR_AFTER_WORK,
    /** Does the work, then sends half of the answer. */
    TRUNCATED,
    /** Drops the connection before any work. */
    DROPPED,
    ERROR_500_JSON,
    ERROR_500_HTML,
    ERROR_502_HTML,
    ERROR_503,
    /** The page of a proxy that has lost its server, or of maintenance. */
    NOT_FOUND_HTML,
    /** A page with status 200 where JSON belongs. */
    OK_HTML,
    /** 429 with Retry-After. */
    TOO_MANY_REQUESTS,
    /** Every session or login token ends just before this request is looked at. */
    SESSIONS_EXPIRED,
    /** No work and no answer until the delay is over (default: until the simulator closes), then a dropped connection. */
    HANG,
    /**
     * A write that outlasts its client: admitted at once, worked on only after the delay (default: 2 s), also when the client has hung up. Questions are
     * answered meanwhile and see nothing of it.
     */
    SLOW_WRITE
}
