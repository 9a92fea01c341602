package pl.zmobridge.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.zmobridge.order.ForeignVat;
import pl.zmobridge.symfonia.VatRates;
import pl.zmobridge.symfonia.VatSettings;

/** Each VAT rate of the shop has its counterpart in the ERP (V1); where it does not, which key names one. */
final class VatCheck {
    private static final String KEY = "symfonia.vat";

    private final VatSettings settings;
    private final List<JsonNode> taxes;
    private final Findings findings;

    /** @param taxes the shop's rates as it lists them; empty when they are not known */
    VatCheck(VatSettings settings, List<JsonNode> taxes, Findings findings) {
        this.settings = settings;
        this.taxes = taxes;
        this.findings = findings;
    }

    /** @param answer of {@code GET VatRates} */
    void run(JsonNode answer) {
        VatRates rates = VatRates.read(answer, settings.table());
        String codes = rates.active().stream().map(VatRates.Rate::code).collect(Collectors.joining(", "));
        table(rates, codes);
        List<String> pairs = new ArrayList<>();
        for (JsonNode tax : taxes) {
            String name = tax.path("name").asText();
            String value = tax.path("value").asText();
            Optional<VatRates.Rate> rate = rates.match(name, value);
            rate.ifPresent(found -> pairs.add(name + " = " + found.code()));
            if (ForeignVat.isForeign(rates.meaning(name), value)) {
                findings.note(
                        KEY,
                        "the shop's rate „" + name + "” is none of Poland's",
                        "orders with it are dead letters until a document rule covers them (rule V3)");
            } else if (rate.isEmpty() && !rates.isInTable(name)) {
                findings.bad(
                        VatRates.key(name),
                        "is not set, and the shop's rate „" + name
                                + "” has no counterpart among the ERP's active rates",
                        "set it to one of " + codes);
            }
        }
        if (!pairs.isEmpty()) {
            findings.good(KEY, "the shop's rates and the ERP's (rule V1): " + String.join(", ", pairs));
        }
    }

    private void table(VatRates rates, String codes) {
        settings.table().forEach((name, code) -> {
            if (rates.match(name, "").isEmpty()) {
                findings.bad(
                        VatRates.key(name), "the ERP has no active VAT rate „" + code + "”", "take one of " + codes);
            }
        });
    }
}
