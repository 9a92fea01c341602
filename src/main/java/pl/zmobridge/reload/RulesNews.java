package pl.zmobridge.reload;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.documents.RuleProblem;

/** What is known of the edited rules for documents: for the log, and for the console as long as it lasts. */
public final class RulesNews {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.documents");

    private volatile List<String> problems = List.of();

    /** Why the file as it is now is not used; none when it is. The previous rules run on meanwhile. */
    public List<String> problems() {
        return problems;
    }

    void refused(List<RuleProblem> found) {
        List<String> told = found.stream().map(RuleProblem::toString).toList();
        if (!told.equals(problems)) {
            LOG.error(
                    "The edited rules for documents are not used, the previous ones run on: {}{}",
                    found.get(0),
                    found.size() == 1 ? "" : "; and " + (found.size() - 1) + " more");
        }
        problems = told;
    }

    /** @param set whether an operator has set others, which decide until that is undone */
    void replaced(int rules, boolean set) {
        problems = List.of();
        LOG.info(
                set
                        ? "The edited file of rules for documents is read: {}; those set on the page Settings decide until that is undone"
                        : "The rules for documents are replaced: {} from now on",
                rules == 0 ? "none" : rules);
    }

    void asBefore() {
        if (!problems.isEmpty()) {
            problems = List.of();
            LOG.info("The rules for documents are again those that run");
        }
    }
}
