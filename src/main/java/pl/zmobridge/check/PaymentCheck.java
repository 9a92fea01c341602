package pl.zmobridge.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pl.zmobridge.order.PaymentForm;
import pl.zmobridge.order.PaymentForms;
import pl.zmobridge.order.PaymentForms.Match;
import pl.zmobridge.order.PaymentForms.Rule;
import pl.zmobridge.symfonia.ErpSettings;
import pl.zmobridge.symfonia.PaymentTable;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.Wire;

/** The operator's tables of payments (M0): their ids are the shop's, their forms and registries the ERP's, and each form belongs to its registry. */
final class PaymentCheck {
    private static final String FORM = "symfonia.payment-form.";
    private static final String REGISTRY = "symfonia.payment-registry.";

    private final ErpSettings documents;
    private final PaymentTable table;
    private final Map<Long, String> methods;
    private final ErpQuestions erp;
    private final Findings findings;
    private final Map<Integer, List<PaymentForm>> formsOf = new HashMap<>();

    /** @param methods the shop's ways of payment by their ids; empty when they are not known */
    PaymentCheck(ErpSettings documents, Map<Long, String> methods, ErpQuestions erp, Findings findings) {
        this.documents = documents;
        this.table = documents.payments();
        this.methods = new TreeMap<>(methods);
        this.erp = erp;
        this.findings = findings;
    }

    void run(List<PaymentForm> all, JsonNode registries) throws IOException, InterruptedException {
        PaymentForms forms = new PaymentForms(all, documents.defaultPaymentForm());
        TreeSet<Long> rows = new TreeSet<>(table.forms().keySet());
        rows.addAll(table.registries().keySet());
        for (long id : rows) {
            row(id, forms, all, registries);
        }
        methods.forEach((id, name) -> {
            if (table.failUnmatched() && !table.forms().containsKey(id)) {
                unmatched(id, name, forms);
            }
        });
    }

    private void row(long id, PaymentForms forms, List<PaymentForm> all, JsonNode registries)
            throws IOException, InterruptedException {
        String key = (table.forms().containsKey(id) ? FORM : REGISTRY) + id;
        if (!methods.isEmpty() && !methods.containsKey(id)) {
            findings.bad(key, "the shop has no payment method " + id, "take one of " + listed(methods));
            return;
        }
        String wanted = table.forms().get(id);
        Optional<PaymentForm> form = wanted == null
                ? forms.match(methods.getOrDefault(id, ""), OptionalInt.empty()).map(Match::form)
                : forms.named(wanted).map(Match::form);
        if (wanted != null && form.isEmpty()) {
            findings.bad(
                    key,
                    "the ERP has no active payment form „" + wanted + "”",
                    "take one of "
                            + ErpDictionaryCheck.listed(
                                    all.stream().filter(PaymentForm::active).map(PaymentForm::name)));
            return;
        }
        String code = table.registries().getOrDefault(id, documents.paymentRegistry());
        Optional<JsonNode> registry = ErpDictionaryCheck.entry(registries, "Code", code);
        if (registry.isPresent()) {
            if (form.isPresent()) {
                pair(key, id, form.get(), registry.get());
            }
        } else if (table.registries().containsKey(id)) { // the general one is told of by itself
            findings.bad(
                    REGISTRY + id,
                    "the ERP has no payment registry „" + code + "”",
                    "take one of " + ErpDictionaryCheck.names(registries, "Code"));
        }
    }

    private void pair(String key, long id, PaymentForm form, JsonNode registry)
            throws IOException, InterruptedException {
        int registryId = Wire.id(registry, "Id");
        if (!formsOf.containsKey(registryId)) {
            formsOf.put(registryId, erp.ask(SymfoniaApi.paymentFormsOf(registryId)));
        }
        List<PaymentForm> allowed = formsOf.get(registryId);
        String code = Wire.text(registry, "Code");
        if (allowed.stream().anyMatch(each -> each.id() == form.id())) {
            findings.good(
                    key,
                    methods.getOrDefault(id, "payment method " + id) + ": " + form.name() + ", days: " + form.days()
                            + ", registry " + code);
        } else {
            findings.bad(
                    key,
                    "the payment form „" + form.name() + "” does not belong to the registry „" + code
                            + "”, so the ERP may refuse the document",
                    "set " + REGISTRY + id + " to the registry of that form, or take one of the registry's forms: "
                            + ErpDictionaryCheck.listed(
                                    allowed.stream().filter(PaymentForm::active).map(PaymentForm::name)));
        }
    }

    /** M1 and M3 may still know it; M2 is the contractor's, so nobody can tell. */
    private void unmatched(long id, String name, PaymentForms forms) {
        Optional<Match> match = forms.match(name, OptionalInt.empty());
        if (match.isEmpty() || match.get().rule() == Rule.M4) {
            findings.note(
                    FORM + id,
                    "is not set, and the ERP has no payment form like the shop's „" + name
                            + "”: with symfonia.payment-form.unmatched=fail its orders are dead letters",
                    "set it to the name of a payment form");
        }
    }

    private static String listed(Map<Long, String> methods) {
        List<String> all = new ArrayList<>();
        methods.forEach((id, name) -> all.add(id + " " + name));
        return all.stream().collect(Collectors.joining(", "));
    }
}
