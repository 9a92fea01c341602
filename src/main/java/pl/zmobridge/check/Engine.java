package pl.zmobridge.check;

import java.util.List;
import pl.zmobridge.reload.RouteProblem;
import pl.zmobridge.settings.Settings;

/** What needs Camel. The commands only name it, so that a small one starts without loading it. */
public interface Engine {

    /** Runs the bridge until the process is told to stop. */
    void run(Settings settings) throws Exception;

    /** Builds the home directory's routes as a start would, starts none of them, and says what is wrong with them. */
    List<RouteProblem> tryRoutes(Settings settings) throws InterruptedException;

    /** Starts those of the home directory's routes that questions to shops and ERPs take, and no other. */
    Wires wires(Settings settings) throws InterruptedException;
}
