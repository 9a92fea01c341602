package pl.zmobridge.settings;

import static pl.zmobridge.settings.Key.perShop;

import java.util.Optional;
import pl.zmobridge.symfonia.CorrectionTypes;
import pl.zmobridge.symfonia.ErpSettings.Numbering;

/** The keys of corrections that a person sends from the order's page (E6). */
final class CorrectionKeys {
    static final Section CORRECTIONS = new Section("corrections of sold orders", "korekty sprzedanych zamówień");

    static final Key<String> INVOICE_TYPE = CORRECTIONS.with(
            perShop("symfonia.correction.invoice.type", Kind.text())
                    .example("FKS")
                    .en(
                            "Type of the document with which Symfonia corrects an invoice (rule E6). With it the order's page can send the proposed correction of a returned or changed order; without it the page shows what it would hold, and it is done by hand. Needs routes/corrections.camel.yaml.")
                    .pl(
                            "Typ dokumentu, którym Symfonia koryguje fakturę (reguła E6). Z nim strona zamówienia może wystawić proponowaną korektę zwróconego albo zmienionego zamówienia; bez niego pokazuje, co by zawierała, a wystawia się ją ręcznie. Wymaga routes/corrections.camel.yaml."));
    static final Key<String> INVOICE_SERIES =
            CORRECTIONS.with(perShop("symfonia.correction.invoice.series", Kind.text())
                    .example("sFKS")
                    .en("Series of these corrections.")
                    .pl("Seria tych korekt."));
    static final Key<String> RECEIPT_TYPE = CORRECTIONS.with(perShop("symfonia.correction.receipt.type", Kind.text())
            .example("PARK")
            .en("The same for receipts.")
            .pl("To samo dla paragonów."));
    static final Key<String> RECEIPT_SERIES =
            CORRECTIONS.with(perShop("symfonia.correction.receipt.series", Kind.text())
                    .example("sPARK")
                    .en("Series of these corrections.")
                    .pl("Seria tych korekt."));

    private CorrectionKeys() {}

    static CorrectionTypes read(SettingsValues values) {
        return new CorrectionTypes(of(values, INVOICE_TYPE, INVOICE_SERIES), of(values, RECEIPT_TYPE, RECEIPT_SERIES));
    }

    /** A type and its series are given together, or not at all. */
    private static Optional<Numbering> of(SettingsValues values, Key<String> type, Key<String> series) {
        Optional<String> code = values.find(type);
        Optional<String> its = values.find(series);
        if (code.isPresent() && its.isEmpty()) {
            values.problem(series, "is missing");
        }
        if (its.isPresent() && code.isEmpty()) {
            values.problem(type, "is missing");
        }
        return code.flatMap(given -> its.map(with -> new Numbering(given, with)));
    }
}
