package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.zmobridge.words.Language;

/** An explanation of the API (D2) as people read it. */
final class ExplanationText {
    private static final String NOTHING = "–";

    private final pl.zmobridge.words.Words words;

    ExplanationText(Language language) {
        this.words = pl.zmobridge.words.Words.in(language);
    }

    List<String> lines(JsonNode explanation) {
        List<String> lines = new ArrayList<>();
        line(lines, "ORDER", Words.text(explanation, "number"));
        line(lines, "RULE", rule(explanation));
        line(lines, "BECOMES", becomes(explanation));
        explanation
                .path("tried")
                .forEach(tried -> lines.add(
                        "  " + mark(tried) + " " + Words.text(tried, "rule") + ": " + Words.text(tried, "because")));
        explanation.path("problems").forEach(problem -> line(lines, "PROBLEM", Terminal.plain(problem.asText())));
        line(lines, "PAYMENT", payment(explanation.path("payment")));
        line(lines, "RATE", rate(explanation.path("currencyRate")));
        line(lines, "CONTRACTOR", Words.text(explanation.path("contractor"), "policy"));
        explanation.path("lines").forEach(each -> line(lines, "VAT", vat(each)));
        return lines;
    }

    Table table() {
        return new Table(
                label("NUMBER"),
                label("DATE"),
                "#" + label("TOTAL"),
                label("COUNTRY"),
                label("RULE"),
                label("BECOMES"),
                label("BECAME"));
    }

    /** @param explanation empty for an order whose data is erased */
    void row(Table table, JsonNode order, Optional<JsonNode> explanation) {
        table.row(
                Words.text(order, "number"),
                Words.text(order, "placedAt").replaceFirst("T.*", ""),
                (Words.text(order, "total") + " " + Words.text(order, "currency")).strip(),
                explanation
                        .map(each -> Words.text(each.path("facts"), "country"))
                        .orElse(NOTHING),
                explanation.map(this::rule).orElse(label("ERASED")),
                explanation.map(this::becomes).orElse(NOTHING),
                became(order));
    }

    /** The rule that decides; H4 without a file, a dash when none fits. */
    private String rule(JsonNode explanation) {
        String rule = Words.text(explanation, "rule");
        if (!rule.isEmpty()) {
            return rule;
        }
        for (JsonNode tried : explanation.path("tried")) {
            if (tried.path("fits").asBoolean()) {
                return Words.text(tried, "rule");
            }
        }
        return NOTHING;
    }

    private String becomes(JsonNode explanation) {
        JsonNode becomes = explanation.path("becomes");
        String kind = Words.text(becomes, "kind");
        String reason = Words.text(becomes, "reason");
        String type = joined(" ", Words.text(becomes, "type"), Words.text(becomes, "series"));
        return kind.isEmpty()
                ? NOTHING
                : words.name("documentKind", kind)
                        + (type.isEmpty() ? "" : " (" + type + ")")
                        + (reason.isEmpty() ? "" : ": " + reason);
    }

    private String became(JsonNode order) {
        String document = Words.text(order, "document");
        String numbers = Stream.concat(
                        Stream.of(Words.text(order, "erpNumber")),
                        order.path("salesDocuments").findValuesAsText("number").stream())
                .filter(number -> !number.isEmpty())
                .collect(Collectors.joining(", "));
        String kind = document.isEmpty() ? "" : words.name("documentKind", document);
        return joined(" ", Words.text(order, "state"), kind, numbers, Words.text(order, "closedReason"));
    }

    private static String payment(JsonNode payment) {
        String form = joined(" → ", Words.text(payment, "inShop"), Words.text(payment, "form"));
        return joined(": ", joined(", ", form, Words.text(payment, "rule")), Words.text(payment, "because"));
    }

    private static String rate(JsonNode rate) {
        return rate.isObject()
                ? Words.text(rate, "rate") + " PLN ("
                        + joined(", ", Words.text(rate, "source"), Words.text(rate, "date")) + ")"
                : "";
    }

    private static String vat(JsonNode line) {
        String name = joined(" ", Words.text(line, "code"), Words.text(line, "name"));
        return joined(": ", name, joined(", ", Words.text(line, "vatRate"), Words.text(line, "because")));
    }

    private static String mark(JsonNode tried) {
        return tried.path("fits").asBoolean() ? "+" : "-";
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }

    private void line(List<String> lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.add(String.format("%-14s %s", label(label), value));
        }
    }

    private String label(String name) {
        return words.name("explain", name);
    }
}
