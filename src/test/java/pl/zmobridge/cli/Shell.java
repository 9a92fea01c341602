package pl.zmobridge.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pl.zmobridge.app.Bridge;
import pl.zmobridge.app.RouteWires;
import pl.zmobridge.check.Engine;
import pl.zmobridge.check.Wires;
import pl.zmobridge.reload.RouteProblem;
import pl.zmobridge.settings.Settings;

/** Types commands as a person would, and keeps what came out. */
final class Shell {

    /** What a command left. */
    record Result(int exitCode, String out, String err) {
        String line(String about) {
            return out.lines().filter(line -> line.contains(about)).findFirst().orElse("");
        }
    }

    private Shell() {}

    static Result run(String... arguments) {
        return run(Terminal.UNLIMITED, arguments);
    }

    static Result run(int width, String... arguments) {
        return run(new RoutesOnly(), width, arguments);
    }

    static Result run(Engine engine, int width, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal =
                new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), StandardCharsets.UTF_8, width);
        boolean named = Arrays.stream(arguments).anyMatch(each -> each.startsWith("--lang"));
        int exitCode = Cli.line(engine, terminal)
                .execute(named ? arguments : with(new String[] {"--lang=en"}, arguments)); // whatever the JVM speaks
        return new Result(exitCode, out.toString(), err.toString());
    }

    static String[] with(String[] arguments, String... more) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** No command of a test runs a bridge until it is told to stop. */
    static final class RoutesOnly implements Engine {
        @Override
        public void run(Settings settings) {
            throw new IllegalStateException(
                    "asked to run " + settings.shops().get(0).id());
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
