package pl.zmobridge.app;

import java.util.List;
import pl.zmobridge.check.Engine;
import pl.zmobridge.check.Wires;
import pl.zmobridge.cli.Cli;
import pl.zmobridge.reload.RouteProblem;
import pl.zmobridge.settings.Settings;

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

        @Override
        public Wires wires(Settings settings) throws InterruptedException {
            return RouteWires.open(settings);
        }
    }
}
