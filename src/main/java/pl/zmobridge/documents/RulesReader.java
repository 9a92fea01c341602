package pl.zmobridge.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import pl.zmobridge.order.DocumentOutcome;

/** Reads the rules of a file one by one; of one that is wrong it reads what can be read. */
final class RulesReader {
    static final String ROOT = "documents";
    static final List<String> KEYS = List.of("id", "when", "then");

    private static final int LONGEST_ID = 100;

    private final List<RuleProblem> problems;

    /** @param problems receives what is wrong */
    RulesReader(List<RuleProblem> problems) {
        this.problems = problems;
    }

    Rules rules(Node root) {
        Fields file = new Fields(root, "the file", List.of(ROOT), problems);
        List<Rule> rules = new ArrayList<>();
        if (file.node(ROOT).orElse(null) instanceof SequenceNode list) {
            list.getValue().forEach(node -> rules.add(rule(node)));
            if (rules.isEmpty()) {
                file.problem(file.at(ROOT), "documents holds no rule; write one, or remove the file");
            }
        } else if (file.has(ROOT)) {
            file.problem(file.at(ROOT), "documents must be a list of rules, each with a dash and an id");
        } else if (problems.isEmpty()) {
            file.problem(root, "the file must begin with documents: and a list of rules");
        }
        return new Rules(rules);
    }

    private Rule rule(Node node) {
        Fields rule = new Fields(node, "a rule", KEYS, problems);
        Optional<String> id = rule.text("id");
        if (rule.isMap() && !rule.has("id")) {
            rule.problem(node, "the rule has no id");
        }
        id.filter(text -> text.length() > LONGEST_ID)
                .ifPresent(text -> rule.problem(rule.at("id"), "the id is longer than " + LONGEST_ID + " characters"));
        Conditions when = rule.node("when")
                .map(conditions -> new ConditionsReader(rule.at("when"), conditions, problems).conditions())
                .orElse(Conditions.NONE);
        if (rule.isMap() && !rule.has("then")) {
            rule.problem(
                    node,
                    "the rule" + id.map(text -> " " + text).orElse("")
                            + " has no then: it must say what such orders become");
        }
        DocumentOutcome then = rule.node("then")
                .map(outcome -> new OutcomeReader(outcome, problems).outcome())
                .orElse(DocumentOutcome.of(DocumentOutcome.Kind.HOLD));
        return new Rule(id.orElse(""), Fields.line(node), when, then);
    }
}
