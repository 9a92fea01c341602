package pl.zmobridge.torture;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import pl.zmobridge.app.Bridge;
import pl.zmobridge.settings.SettingsReader;

/**
 * A bridge as a process: {@code CrashingBridge HOME}. With {@code -Dcrash.point=after:post-order} the process is gone at that
 * step at once, like one that was killed: nothing is flushed, closed or rolled back by it.
 */
public final class CrashingBridge {
    /** How the process ends at its crash point; a kill from outside gives 137. */
    static final int CRASHED = 86;

    private CrashingBridge() {}

    public static void main(String[] args) {
        // our interceptor is no asynchronous one around a transaction; the log need not say so for each step
        ((Logger) LoggerFactory.getLogger("org.apache.camel.impl.engine.DefaultChannel")).setLevel(Level.ERROR);
        try {
            run(args[0]);
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1); // as the real one does when it cannot start
        }
    }

    private static void run(String home) throws Exception {
        String planned = System.getProperty("crash.point", "");
        Bridge bridge = Bridge.start(SettingsReader.read(Path.of(home)), main -> {
            EditedBridge.plantIn(main, Path.of(home));
            if (!planned.isEmpty()) {
                CrashPoint point = CrashPoint.parse(planned);
                new CrashSteps(point, () -> Runtime.getRuntime().halt(CRASHED)).plantIn(main);
            }
        });
        Runtime.getRuntime().addShutdownHook(new Thread(bridge::close)); // SIGTERM; a crash and SIGKILL run no hooks
        System.out.println("started");
        new CountDownLatch(1).await();
    }
}
