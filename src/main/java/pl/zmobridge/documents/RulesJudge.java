package pl.zmobridge.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says whether rules go together: each has a name of its own, and each can be reached. */
final class RulesJudge {
    private RulesJudge() {}

    /** @param problems receives what is wrong; rules that are wrong by themselves are not compared */
    static void judge(Rules rules, List<RuleProblem> problems) {
        boolean comparable = problems.isEmpty();
        Map<String, Rule> known = new HashMap<>();
        for (Rule rule : rules.list()) {
            Rule first = known.putIfAbsent(rule.id(), rule);
            if (first != null && !rule.id().isEmpty()) {
                problems.add(new RuleProblem(
                        rule.line(),
                        "the id " + rule.id() + " is taken already by the rule in line " + first.line()
                                + "; choose another one"));
            }
        }
        for (int i = 1; comparable && i < rules.list().size(); i++) {
            Rule rule = rules.list().get(i);
            before(rules.list().subList(0, i), rule)
                    .ifPresent(words -> problems.add(new RuleProblem(rule.line(), words)));
        }
    }

    /** Why an earlier rule leaves nothing for this one. */
    private static Optional<String> before(List<Rule> earlier, Rule rule) {
        return earlier.stream()
                .filter(each -> each.when().covers(rule.when()))
                .findFirst()
                .map(each -> "the rule " + rule.id() + " can never be reached: "
                        + (each.when().isAlways() ? "every order" : "whatever fits it") + " fits the rule " + each.id()
                        + " in line " + each.line() + "; "
                        + (rule.when().isAlways() ? "keep one of the two" : "put it before that one"));
    }
}
