package pl.zmobridge.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import pl.zmobridge.documents.Rule;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.order.DocumentOutcome;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Request;

/** D3: the departments and payment registries that the rules name exist in the ERP. A dictionary that no rule names is not asked for. */
final class RuleCodesCheck {
    private final Rules rules;
    private final ErpQuestions erp;
    private final Findings findings;

    RuleCodesCheck(Rules rules, ErpQuestions erp, Findings findings) {
        this.rules = rules;
        this.erp = erp;
        this.findings = findings;
    }

    void run() throws IOException, InterruptedException {
        check("department", "department", DocumentOutcome::department, SymfoniaApi.departments());
        check("paymentRegistry", "payment registry", DocumentOutcome::paymentRegistry, SymfoniaApi.paymentRegistries());
    }

    private void check(String key, String what, Function<DocumentOutcome, String> code, Request<JsonNode> dictionary)
            throws IOException, InterruptedException {
        List<Rule> naming = rules.list().stream()
                .filter(rule -> !code.apply(rule.then()).isEmpty())
                .toList();
        if (naming.isEmpty()) {
            return;
        }
        JsonNode entries = erp.ask(dictionary);
        for (Rule rule : naming) {
            String named = code.apply(rule.then());
            if (ErpDictionaryCheck.entry(entries, "Code", named).isEmpty()) {
                findings.bad(
                        RuleTypeCheck.about(rule),
                        key + ": the ERP has no " + what + " „" + named + "”",
                        "take one of " + ErpDictionaryCheck.names(entries, "Code"));
            }
        }
    }
}
