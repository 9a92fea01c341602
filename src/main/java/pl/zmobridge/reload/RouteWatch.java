package pl.zmobridge.reload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Watches the route files of a running bridge. It looks instead of being told, which works on any file system and for editors
 * that write a new file and rename it; a change counts once nobody has written for a moment. A valid set replaces the running
 * routes; of any other one the log and the console say what is wrong, and the running routes go on.
 */
final class RouteWatch implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(500);
    private static final Duration LATER = Duration.ofSeconds(10);

    private final Path home;
    private final RouteJudge judge;
    private final RouteSwap swap;
    private final RouteNews news;
    private final Thread thread = new Thread(this::watch, "routes");
    private volatile boolean closed;
    private RouteFiles running;
    private boolean brokenOff;
    private Object seen;
    private Object judged;

    /** @param running what runs now */
    RouteWatch(Path home, RouteFiles running, RouteJudge judge, RouteSwap swap, RouteNews news) {
        this.home = home;
        this.running = running;
        this.judge = judge;
        this.swap = swap;
        this.news = news;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** A replacement that is under way is finished first. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(30).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!closed) {
                Thread.sleep(GLANCE.toMillis());
                lookAndTell();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong is told, and the next edit is looked at all the same. */
    private void lookAndTell() throws InterruptedException {
        try {
            look();
        } catch (RuntimeException | Error e) {
            news.refused(List.of(problem(e)));
            Thread.sleep(LATER.toMillis());
        }
    }

    private void look() throws InterruptedException {
        if (brokenOff) {
            putBack();
            return;
        }
        Object now = stamp();
        boolean calm = now.equals(seen);
        seen = now;
        if (calm && !now.equals(judged)) {
            judged = now;
            consider();
        }
    }

    private Object stamp() {
        try {
            return RouteFiles.stamp(home);
        } catch (BadRoutes bad) {
            return bad.problems();
        }
    }

    private void consider() throws InterruptedException {
        try {
            RouteFiles files = RouteFiles.read(home);
            if (!stamp().equals(judged)) {
                judged = null; // written while it was read: look again
            } else if (files.equals(running)) {
                asBefore();
            } else {
                replace(files);
            }
        } catch (BadRoutes bad) {
            news.refused(bad.problems());
        }
    }

    private void asBefore() {
        if (!news.problems().isEmpty()) {
            news.repaired();
        }
    }

    private void replace(RouteFiles files) throws InterruptedException {
        List<RouteProblem> problems = judge.problems(files);
        if (!problems.isEmpty()) {
            news.refused(problems);
            return;
        }
        long began = System.nanoTime();
        try {
            if (swap.replace(running, files)) {
                news.replaced(
                        files.changesFrom(running),
                        Duration.ofNanos(System.nanoTime() - began).toMillis());
                running = files;
            } else {
                news.waits();
                judged = null;
                Thread.sleep(LATER.toMillis());
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (RouteSwap.BrokenOff e) {
            brokenOff = true;
            news.brokenOff(problem(e));
        } catch (Exception | Error e) {
            news.refused(List.of(problem(e)));
        }
    }

    private void putBack() throws InterruptedException {
        try {
            swap.putBack(running);
            brokenOff = false;
            judged = null;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | Error e) {
            news.brokenOff(problem(e));
            Thread.sleep(LATER.toMillis());
        }
    }

    private static RouteProblem problem(Throwable failure) {
        return RouteFailure.explain(failure, List.of());
    }
}
