package pl.zmobridge.reload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import pl.zmobridge.reload.FileWatch.Next;

/**
 * Watches the route files of a running bridge. A valid set replaces the running routes; of any other one the log and the console say what
 * is wrong, and the running routes go on.
 */
final class RouteWatch implements FileWatch.Files, AutoCloseable {
    private final Path home;
    private final RouteJudge judge;
    private final RouteSwap swap;
    private final RouteNews news;
    private final FileWatch watch = new FileWatch("routes", this);
    private RouteFiles running;
    private boolean brokenOff;

    /** @param running what runs now */
    RouteWatch(Path home, RouteFiles running, RouteJudge judge, RouteSwap swap, RouteNews news) {
        this.home = home;
        this.running = running;
        this.judge = judge;
        this.swap = swap;
        this.news = news;
    }

    void start() {
        watch.start();
    }

    /** A replacement that is under way is finished first. */
    @Override
    public void close() {
        watch.close();
    }

    @Override
    public Object stamp() {
        try {
            return RouteFiles.stamp(home);
        } catch (BadRoutes bad) {
            return bad.problems();
        }
    }

    @Override
    public void failed(Throwable failure) {
        news.refused(List.of(problem(failure)));
    }

    @Override
    public Next edited(Object stamp) throws InterruptedException {
        if (brokenOff) {
            return putBack();
        }
        try {
            RouteFiles files = RouteFiles.read(home);
            if (!stamp().equals(stamp)) {
                return Next.AT_ONCE; // written while it was read
            }
            return files.equals(running) ? asBefore() : replace(files);
        } catch (BadRoutes bad) {
            news.refused(bad.problems());
            return Next.WHEN_EDITED;
        }
    }

    private Next asBefore() {
        if (!news.problems().isEmpty()) {
            news.repaired();
        }
        return Next.WHEN_EDITED;
    }

    private Next replace(RouteFiles files) throws InterruptedException {
        List<RouteProblem> problems = judge.problems(files);
        if (!problems.isEmpty()) {
            news.refused(problems);
            return Next.WHEN_EDITED;
        }
        long began = System.nanoTime();
        try {
            if (!swap.replace(running, files)) {
                news.waits();
                return Next.LATER;
            }
            news.replaced(
                    files.changesFrom(running),
                    Duration.ofNanos(System.nanoTime() - began).toMillis());
            running = files;
        } catch (InterruptedException e) {
            throw e;
        } catch (RouteSwap.BrokenOff e) {
            brokenOff = true;
            news.brokenOff(problem(e));
            return Next.AT_ONCE;
        } catch (Exception | Error e) {
            news.refused(List.of(problem(e)));
        }
        return Next.WHEN_EDITED;
    }

    private Next putBack() throws InterruptedException {
        try {
            swap.putBack(running);
            brokenOff = false;
            return Next.AT_ONCE;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | Error e) {
            news.brokenOff(problem(e));
            return Next.LATER;
        }
    }

    private static RouteProblem problem(Throwable failure) {
        return RouteFailure.explain(failure, List.of());
    }
}
