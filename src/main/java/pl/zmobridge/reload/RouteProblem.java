package pl.zmobridge.reload;

/**
 * What is wrong with the routes, and where.
 *
 * @param file name in {@code routes/}; empty when it is no one file's fault
 * @param line from 1; 0 when it is not known
 */
public record RouteProblem(String file, int line, String words) {

    /** A problem of all files together. */
    static RouteProblem ofAll(String words) {
        return new RouteProblem("", 0, words);
    }

    /** Where it is, such as {@code routes/work.camel.yaml, line 12}. */
    public String where() {
        if (RouteFiles.isEngine(file)) {
            return "the bridge's own " + file;
        }
        String place = file.isEmpty() ? RouteFiles.DIRECTORY : RouteFiles.DIRECTORY + "/" + file;
        return line == 0 ? place : place + ", line " + line;
    }

    @Override
    public String toString() {
        return where() + ": " + words;
    }
}
