package pl.zmobridge;

import java.util.List;
import pl.zmobridge.ops.Engine;
import pl.zmobridge.ops.Settings;
import pl.zmobridge.ops.cli.Cli;
import pl.zmobridge.ops.routes.RouteProblem;

/** The entry point. Camel is loaded only when a command needs it. */
public final class ZmoBridge {
    private ZmoBridge() {}

    public static void main(String[] args) {
        int exitCode = Cli.execute(new Camel(), args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    private static final class Camel implements Engine {
        @Override
        public void run(Settings settings) throws Exception {
            Bridge.run(settings);
        }

        @Override
        public List<RouteProblem> tryRoutes(Settings settings) throws InterruptedException {
            return Bridge.tryRoutes(settings);
        }
    }
}
