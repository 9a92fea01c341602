package pl.zmobridge.ops;

/** What needs Camel. The commands only name it, so that a small one starts without loading it. */
public interface Engine {

    /** Runs the bridge until the process is told to stop. */
    void run(Settings settings) throws Exception;

    /**
     * Builds the home directory's routes as a start would, and starts none of them.
     *
     * @throws Exception that says what is wrong with the first one that cannot be built
     */
    void tryRoutes(Settings settings) throws Exception;
}
