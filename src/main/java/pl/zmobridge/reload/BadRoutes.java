package pl.zmobridge.reload;

import java.util.List;

/** A set of route files that must not run; there is at least one problem. */
public final class BadRoutes extends Exception {
    private final transient List<RouteProblem> problems;

    BadRoutes(List<RouteProblem> problems) {
        super(problems.get(0).toString());
        this.problems = List.copyOf(problems);
    }

    public List<RouteProblem> problems() {
        return problems;
    }
}
