package pl.zmobridge.documents;

import java.util.List;

/** A file of rules that must not be used; there is at least one problem. */
public final class BadRules extends Exception {
    private final transient List<RuleProblem> problems;

    BadRules(List<RuleProblem> problems) {
        super(problems.get(0).toString());
        this.problems = List.copyOf(problems);
    }

    public List<RuleProblem> problems() {
        return problems;
    }
}
