package pl.zmobridge.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.documents.Rule;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.documents.RulesFile;
import pl.zmobridge.order.DocumentOutcome;
import pl.zmobridge.order.DocumentOutcome.Kind;
import pl.zmobridge.order.DocumentOutcome.Realise;
import pl.zmobridge.symfonia.ErpSettings;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.Wire;

/** D3: what the ERP makes of each rule of {@code config/documents.yaml}. */
final class RuleTypeCheck {
    static final String INVOICE = "40";
    static final String RECEIPT = "50";
    private static final long WSTO_EE = 1_048_576;

    /** Values of {@code JPK_V7Attributes} that add up (wire-symfonia). */
    private static final Map<String, Long> MARKERS = Map.of("WSTO_EE", WSTO_EE, "MPP", 131_072L, "FP", 4L);

    private final Rules rules;
    private final ErpSettings general;
    private final ErpQuestions erp;
    private final Findings findings;

    RuleTypeCheck(Rules rules, ErpSettings general, ErpQuestions erp, Findings findings) {
        this.rules = rules;
        this.general = general;
        this.erp = erp;
        this.findings = findings;
    }

    void run() throws IOException, InterruptedException {
        List<Rule> issuing = rules.list().stream()
                .filter(rule -> switch (rule.then().kind()) {
                    case INVOICE, RECEIPT -> true;
                    case HOLD -> !rule.then().type().isEmpty(); // once a person lets the order pass
                    case NONE -> false;
                })
                .toList();
        if (!issuing.isEmpty()) {
            JsonNode types = erp.ask(SymfoniaApi.zmoTypes());
            for (Rule rule : issuing) {
                type(rule, types);
            }
        }
    }

    private void type(Rule rule, JsonNode types) throws IOException, InterruptedException {
        ErpSettings.Numbering wanted = numbering(rule.then());
        Optional<JsonNode> type = ErpDictionaryCheck.entry(types, "Code", wanted.type());
        String known = "take one of " + ErpDictionaryCheck.names(ErpDictionaryCheck.active(types), "Code");
        if (type.isEmpty()) {
            bad(rule, "the ERP has no ZMO type „" + wanted.type() + "”", known);
        } else if (!Wire.field(type.get(), "Active").asBoolean(true)) {
            bad(rule, "the ZMO type „" + wanted.type() + "” is not active", "activate it in the ERP, or " + known);
        } else {
            series(rule, wanted, type.get());
            related(rule, wanted.type(), Wire.text(type.get(), "RelatedTypeId"));
        }
    }

    private ErpSettings.Numbering numbering(DocumentOutcome then) {
        if (!then.type().isEmpty()) {
            return new ErpSettings.Numbering(then.type(), then.series());
        }
        return then.kind() == Kind.INVOICE ? general.invoice() : general.receipt();
    }

    private void series(Rule rule, ErpSettings.Numbering wanted, JsonNode type)
            throws IOException, InterruptedException {
        JsonNode series = erp.ask(SymfoniaApi.seriesOf(Wire.id(type, "Id")));
        if (ErpDictionaryCheck.entry(series, "Code", wanted.series()).isEmpty()) {
            bad(
                    rule,
                    "the ZMO type " + wanted.type() + " has no series „" + wanted.series() + "”",
                    "take one of " + ErpDictionaryCheck.names(series, "Code"));
        }
    }

    private void related(Rule rule, String type, String id) throws IOException, InterruptedException {
        Realise realise = rule.then().realise();
        if (id.isEmpty() || id.equals("0")) {
            String text = "the ZMO type " + type + " has no associated sales document (rule Z5)";
            String advice = "choose one in the ERP: the definition of the ZMO type, associated documents";
            if (realise == Realise.FV || realise == Realise.FV_WZ) {
                bad(rule, text, advice);
            } else {
                findings.note(about(rule), text, "");
            }
            return;
        }
        JsonNode document = erp.ask(SymfoniaApi.documentType(id));
        if (document.isMissingNode()) {
            bad(rule, "the ERP does not show document type " + id + ", which " + type + " is realised into", "");
            return;
        }
        judge(rule, type, document);
    }

    private void judge(Rule rule, String type, JsonNode document) {
        String character = Wire.text(document, "Character");
        long markers = Wire.field(document, "JPK_V7Attributes").asLong(0);
        String code = Wire.text(document, "Code");
        boolean invoice = rule.then().kind() == Kind.INVOICE;
        boolean good = true;
        if (rule.then().kind() != Kind.HOLD && character.equals(invoice ? RECEIPT : INVOICE)) {
            bad(
                    rule,
                    "is for " + (invoice ? "invoices" : "receipts") + ", but the ZMO type " + type
                            + " is realised into " + (invoice ? "a receipt" : "an invoice") + " (" + code + ")",
                    "take another ZMO type, or associate another document with it in the ERP");
            good = false;
        }
        if (rule.isOss() && (markers & WSTO_EE) == 0) {
            bad(
                    rule,
                    "is for consumers of other EU countries (OSS), but " + code + ", which the ZMO type " + type
                            + " is realised into, has no JPK marker WSTO_EE",
                    "set the marker on that document type in the ERP, or take another ZMO type; if such orders have Polish"
                            + " VAT, add foreignVat: false to the rule");
            good = false;
        }
        if (good) {
            findings.good(about(rule), type + " is realised into " + code + kind(character) + told(markers));
        }
    }

    private static String kind(String character) {
        return switch (character) {
            case INVOICE -> " (invoice)";
            case RECEIPT -> " (receipt)";
            default -> " (Character " + character + ")";
        };
    }

    private static String told(long markers) {
        List<String> names = new ArrayList<>(MARKERS.keySet().stream()
                .filter(name -> (markers & MARKERS.get(name)) != 0)
                .sorted()
                .toList());
        long others =
                markers & ~MARKERS.values().stream().mapToLong(Long::longValue).sum();
        if (others != 0) {
            names.add(Long.toString(others));
        }
        return names.isEmpty() ? "" : ", JPK " + String.join(", ", names);
    }

    private void bad(Rule rule, String text, String advice) {
        findings.bad(about(rule), text, advice);
    }

    static String about(Rule rule) {
        return RulesFile.NAME + ", line " + rule.line() + ", rule " + rule.id();
    }
}
