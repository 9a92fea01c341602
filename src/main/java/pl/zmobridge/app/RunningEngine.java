package pl.zmobridge.app;

import java.util.List;
import pl.zmobridge.check.Engine;
import pl.zmobridge.check.Wires;
import pl.zmobridge.reload.RouteProblem;
import pl.zmobridge.settings.Settings;

/** What a check needs of Camel. */
final class RunningEngine implements Engine {
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
