package pl.zmobridge.reload;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;

/** From the start of a Camel to its stop, edited route files replace the routes that run in it. */
public final class RouteReload extends LifecycleStrategySupport {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path home;
    private final RouteFiles files;
    private final RouteJudge judge;
    private final RouteLoader loader;
    private final RouteSwap.Work work;
    private final Gate gate;
    private final RouteNews news;
    private RouteWatch watch;

    /**
     * @param files what is loaded
     * @param work what begins work by itself
     * @param gate where requests wait while routes are replaced
     */
    public RouteReload(
            Path home,
            RouteFiles files,
            RouteJudge judge,
            RouteLoader loader,
            RouteSwap.Work work,
            Gate gate,
            RouteNews news) {
        this.home = home;
        this.files = files;
        this.judge = judge;
        this.loader = loader;
        this.work = work;
        this.gate = gate;
        this.news = news;
    }

    @Override
    public synchronized void onContextStarted(CamelContext camel) {
        watch = new RouteWatch(home, files, judge, new RouteSwap(camel, loader, work, gate, PATIENCE), news);
        watch.start();
    }

    @Override
    public synchronized void onContextStopping(CamelContext camel) {
        if (watch != null) {
            watch.close();
        }
    }
}
