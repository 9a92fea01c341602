package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** An order of the API as people read it. */
final class OrderText {
    private final Speech speech;

    OrderText(Speech speech) {
        this.speech = speech;
    }

    /** How it stands. */
    List<String> brief(JsonNode order) {
        List<String> lines = new ArrayList<>();
        line(lines, "ORDER", Words.text(order, "number"));
        line(lines, "STATE", Words.text(order, "state"));
        line(lines, "SHOP_STATUS", Words.text(order, "status"));
        line(lines, "TOTAL", total(order));
        line(lines, "RATE", rate(order.path("currencyRate")));
        line(lines, "CONTRACTOR", contractor(order));
        line(lines, "PAYMENT_FORM", payment(order));
        line(lines, "ZMO", Words.text(order, "erpNumber"));
        line(lines, "DOCUMENTS", documents(order));
        order.path("salesDocuments").forEach(document -> line(lines, "KSEF", ksef(document.path("ksef"))));
        return lines;
    }

    /** All that a person on call wants to see of it, in lines of this width. */
    List<String> whole(JsonNode order, int width) {
        List<String> lines = new ArrayList<>(brief(order));
        line(lines, "PLACED", Words.time(order, "placedAt"));
        line(lines, "ZONE", Words.text(order, "zone"));
        line(lines, "CLOSED", Words.text(order, "closedReason"));
        order.path("warnings").forEach(warning -> line(lines, "WARNING", Terminal.plain(warning.asText())));
        order.path("problems").forEach(problem -> {
            line(
                    lines,
                    Words.text(problem, "step").equals("REVIEW") ? "REVIEW" : "PROBLEM",
                    Words.text(problem, "error"));
            line(lines, "TO_DO", Words.text(problem, "hint"));
        });
        JsonNode asRead = order.path("asRead"); // there is no card
        add(lines, asRead.isObject() ? linesAsRead(asRead) : lines(order.path("lines")), width);
        add(lines, readings(asRead.path("readings")), width);
        add(lines, timeline(order.path("events")), width);
        return lines;
    }

    static String total(JsonNode order) {
        return (Words.text(order, "total") + " " + Words.text(order, "currency")).strip();
    }

    /** The ZMO's number and those of its sales documents. */
    static String inErp(JsonNode order) {
        String documents = documents(order);
        String zmo = Words.text(order, "erpNumber");
        return documents.isEmpty() ? zmo : zmo + ", " + documents;
    }

    private Table lines(JsonNode lines) {
        Table table = speech.table("CODE", "NAME", "#QUANTITY", "VAT", "#VALUE");
        lines.forEach(line -> table.row(
                Words.text(line, "code"),
                Words.text(line, "name"),
                (Words.text(line, "quantity") + " " + Words.text(line, "unit")).strip(),
                Words.text(line, "vatRate"),
                Words.text(line, "value")));
        return table;
    }

    /** As the shop has them. */
    private Table linesAsRead(JsonNode asRead) {
        Table table = speech.table("CODE", "NAME", "#QUANTITY", "VAT", "#PRICE");
        asRead.path("lines")
                .forEach(line -> table.row(
                        Words.text(line, "code"),
                        Words.text(line, "name"),
                        (Words.text(line, "quantity") + " " + Words.text(line, "unit")).strip(),
                        Words.text(line, "tax"),
                        Words.text(line, "price")));
        return table;
    }

    /** What its lines come to, by each way of counting its discounts. */
    private Table readings(JsonNode readings) {
        Table table = speech.table("READING", "#SUM", "#DIFFERENCE");
        readings.forEach(reading -> table.row(
                Words.text(reading, "name"), Words.text(reading, "total"), Words.text(reading, "difference")));
        return table;
    }

    private static String contractor(JsonNode order) {
        String name = Words.text(order.path("contractor"), "name");
        return name.isEmpty() ? Words.text(order.at("/asRead/contractor"), "name") : name;
    }

    private Table timeline(JsonNode events) {
        Table table = speech.table("WHEN", "WHAT");
        events.forEach(event -> table.row(Words.time(event, "at"), Words.text(event, "text")));
        return table;
    }

    private static void add(List<String> lines, Table table, int width) {
        if (!table.isEmpty()) {
            lines.add("");
            table.text(width).lines().forEach(lines::add);
        }
    }

    private void line(List<String> lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.add(speech.line(label, value));
        }
    }

    private String payment(JsonNode order) {
        String rule = Words.text(order, "paymentRule");
        String form = Words.text(order, "paymentForm");
        return rule.isEmpty()
                ? form
                : speech.text("PAYMENT", "form", form, "rule", rule, "due", Words.text(order, "dueDate"));
    }

    private static String rate(JsonNode rate) {
        return rate.isObject()
                ? Words.text(rate, "rate") + " PLN (" + Words.text(rate, "source") + ", " + Words.text(rate, "date")
                        + ")"
                : "";
    }

    /** The KSeF number of a sales document, else whether it is waited for; nothing for one that needs none. */
    private String ksef(JsonNode ksef) {
        return switch (Words.text(ksef, "state")) {
            case "ACCEPTED" ->
                speech.text(
                        "KSEF_NUMBER",
                        "number",
                        Words.text(ksef, "number"),
                        "at",
                        Words.time(ksef, "at"),
                        "mode",
                        Words.text(ksef, "mode"));
            case "WAITING" -> speech.text("KSEF_WAITING");
            case "MISSING" -> speech.text("KSEF_MISSING");
            default -> "";
        };
    }

    private static String documents(JsonNode order) {
        List<String> numbers = new ArrayList<>();
        order.path("salesDocuments").forEach(document -> numbers.add(Words.text(document, "number")));
        return String.join(", ", numbers);
    }
}
