package pl.zmobridge.reload;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What Camel says about a route that it cannot build, and where that route is. */
final class RouteFailure {
    private static final int LONGEST = 600;

    private RouteFailure() {}

    /** @param routes where routes are, as far as that is known */
    static RouteProblem explain(Throwable failure, List<RouteFacts.Named> routes) {
        for (Throwable cause : chain(failure)) {
            if (cause instanceof MarkedYamlEngineException marked) {
                return marked(marked);
            }
            if (cause instanceof FailedToCreateRouteException create) {
                return at(create.getRouteId(), routes, failure);
            }
            if (cause instanceof FailedToStartRouteException start) {
                return at(start.getRouteId(), routes, failure);
            }
        }
        return RouteProblem.ofAll(words(failure));
    }

    private static RouteProblem marked(MarkedYamlEngineException failure) {
        return failure.getProblemMark()
                .map(mark -> new RouteProblem(file(mark), mark.getLine() + 1, oneLine(failure.getProblem())))
                .orElseGet(() -> RouteProblem.ofAll(words(failure)));
    }

    private static String file(Mark mark) {
        return mark.getName().replaceFirst(".*[/:]", "");
    }

    private static RouteProblem at(String route, List<RouteFacts.Named> routes, Throwable failure) {
        return routes.stream()
                .filter(each -> each.name().equals(route))
                .findFirst()
                .map(found -> new RouteProblem(found.file(), found.line(), words(failure)))
                .orElseGet(() -> RouteProblem.ofAll(words(failure)));
    }

    /** Outermost words (which route) first, without repetitions. */
    private static String words(Throwable failure) {
        Set<String> words = new LinkedHashSet<>();
        for (Throwable each : chain(failure)) {
            if (each.getCause() != null && each instanceof FailedToCreateRouteException create) {
                words.add("the route " + create.getRouteId() + " cannot be built");
                continue; // it repeats its cause, cut
            }
            String line = oneLine(each.getMessage() == null ? each.getClass().getSimpleName() : each.getMessage());
            if (words.stream().noneMatch(said -> said.contains(line))) {
                words.add(line);
            }
        }
        String all = String.join(": ", words);
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "…";
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = failure; each != null && !chain.contains(each); each = each.getCause()) {
            chain.add(each);
        }
        return chain;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
