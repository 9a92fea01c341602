package pl.zmobridge.reload;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of edited routes: for the log, and for the console as long as it lasts. */
public final class RouteNews {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.routes");

    private volatile List<String> problems = List.of();

    /** Why the route files as they are now do not run; none when they do. The previous routes run on meanwhile. */
    public List<String> problems() {
        return problems;
    }

    void refused(List<RouteProblem> found) {
        problems = found.stream().map(RouteProblem::toString).toList();
        LOG.error(
                "The edited routes are not used, the previous ones run on: {}{}",
                found.get(0),
                found.size() == 1 ? "" : "; and " + (found.size() - 1) + " more");
    }

    void replaced(String changes, long pauseMillis) {
        problems = List.of();
        LOG.info("The routes are replaced: {}; the pause took {} ms", changes, pauseMillis);
    }

    void repaired() {
        problems = List.of();
        LOG.info("The route files are again those that run");
    }

    void waits() {
        LOG.warn("Edited routes wait until the work in flight has ended");
    }

    void brokenOff(RouteProblem problem) {
        problems = List.of(problem.toString());
        LOG.error("The previous routes could not be put back, so nothing runs; it is tried again: {}", problem);
    }
}
