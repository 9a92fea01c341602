package pl.zmobridge.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import pl.zmobridge.order.PaymentForm;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.symfonia.ErpSettings;
import pl.zmobridge.symfonia.PaymentDictionary;
import pl.zmobridge.symfonia.PaymentDictionary.NoPaymentForm;
import pl.zmobridge.symfonia.PaymentTable;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.Wire;

/** What the configuration names exists in the ERP; where it does not, what does. */
final class ErpDictionaryCheck {
    private static final int MOST_NAMES = 40;

    private final ShopSettings settings;
    private final ErpSettings documents;
    private final Map<Long, String> payments;
    private final ErpQuestions erp;
    private final Findings findings;

    /** @param payments the shop's ways of payment by their ids */
    ErpDictionaryCheck(ShopSettings settings, Map<Long, String> payments, ErpQuestions erp, Findings findings) {
        this.settings = settings;
        this.payments = payments;
        this.documents = settings.symfonia().documents();
        this.erp = erp;
        this.findings = findings;
    }

    void run() throws IOException, InterruptedException {
        JsonNode types = erp.ask(SymfoniaApi.zmoTypes());
        new DocumentTypeCheck(settings, erp, findings).run(types);
        code("symfonia.department", documents.department(), "department", erp.ask(SymfoniaApi.departments()));
        JsonNode registries = erp.ask(SymfoniaApi.paymentRegistries());
        code("symfonia.payment-registry", documents.paymentRegistry(), "payment registry", registries);
        List<PaymentForm> forms = erp.ask(SymfoniaApi.paymentForms());
        paymentForm(forms);
        new PaymentCheck(documents, payments, erp, findings).run(forms, registries);
        productCodes();
        JsonNode warehouses = erp.ask(SymfoniaApi.warehouses());
        warehouse(warehouses);
        StockCheck.ofErp(settings, warehouses, findings);
    }

    private void code(String key, String code, String what, JsonNode entries) {
        Optional<JsonNode> entry = entry(entries, "Code", code);
        if (entry.isPresent()) {
            findings.good(key, described(code, Wire.text(entry.get(), "Name")));
        } else {
            findings.bad(key, "the ERP has no " + what + " „" + code + "”", "take one of " + names(entries, "Code"));
        }
    }

    private void paymentForm(List<PaymentForm> forms) {
        String key = "symfonia.payment-form.default";
        PaymentDictionary dictionary =
                new PaymentDictionary(documents.defaultPaymentForm(), PaymentTable.EMPTY, InstantSource.system());
        dictionary.accept(forms);
        try {
            var form = dictionary.match(0, "", OptionalInt.empty()).form(); // M4
            findings.good(key, form.name() + ", days: " + form.days());
        } catch (NoPaymentForm e) {
            findings.bad(
                    key,
                    "the ERP has no active payment form „" + documents.defaultPaymentForm() + "”",
                    "take one of "
                            + listed(forms.stream().filter(PaymentForm::active).map(PaymentForm::name)));
        }
    }

    private void productCodes() throws IOException, InterruptedException {
        Map<String, String> codes = new TreeMap<>();
        settings.cards().deliveryCodes().forEach((id, code) -> codes.put("symfonia.delivery.code." + id, code));
        settings.cards().deliveryCode().ifPresent(code -> codes.put("symfonia.delivery.code", code));
        settings.cards().differences().code().ifPresent(code -> codes.put("order.difference.code", code)); // L6
        for (Map.Entry<String, String> each : codes.entrySet()) {
            productCode(each.getKey(), each.getValue());
        }
    }

    private void productCode(String key, String code) throws IOException, InterruptedException {
        JsonNode product = erp.ask(SymfoniaApi.product(code));
        if (product.isMissingNode()) {
            findings.bad(
                    key,
                    "the ERP has no product „" + code + "”",
                    "create a service with that code in the ERP, or take the code of one that exists");
        } else if (!Wire.field(product, "Active").asBoolean(true)) {
            findings.bad(key, "the product „" + code + "” is not active in the ERP", "activate it or take another");
        } else {
            findings.good(key, described(code, Wire.text(product, "Name")));
        }
    }

    /** Z6 */
    private void warehouse(JsonNode warehouses) {
        findings.good(
                "warehouse",
                "sales documents leave the warehouse of the ERP user that the WebAPI runs as (rule Z6), to be set in the"
                        + " ERP; it has " + names(warehouses, "Code"));
    }

    static Optional<JsonNode> entry(JsonNode entries, String field, String value) {
        return stream(entries)
                .filter(each -> Wire.text(each, field).equals(value))
                .findFirst();
    }

    static List<JsonNode> active(JsonNode entries) {
        return stream(entries)
                .filter(each -> Wire.field(each, "Active").asBoolean(true))
                .toList();
    }

    static String names(Iterable<JsonNode> entries, String field) {
        return listed(stream(entries).map(each -> Wire.text(each, field)));
    }

    static String listed(Stream<String> all) {
        TreeSet<String> names = all.filter(name -> !name.isBlank()).collect(Collectors.toCollection(TreeSet::new));
        List<String> shown = new ArrayList<>(names).subList(0, Math.min(MOST_NAMES, names.size()));
        String list = String.join(", ", shown);
        return names.isEmpty() ? "none" : list + (shown.size() < names.size() ? " …" : "");
    }

    static String described(String code, String name) {
        return name.isBlank() || name.equals(code) ? code : code + " (" + name + ")";
    }

    private static Stream<JsonNode> stream(Iterable<JsonNode> entries) {
        return StreamSupport.stream(entries.spliterator(), false);
    }
}
