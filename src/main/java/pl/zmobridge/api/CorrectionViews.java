package pl.zmobridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.zmobridge.attempt.Correction;
import pl.zmobridge.order.CorrectionProposal;
import pl.zmobridge.order.CorrectionProposal.Amount;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Words;

/** What the API shows of corrections (E6): money and quantities as decimal strings. */
final class CorrectionViews {
    private CorrectionViews() {}

    /** What the correction would hold, and whether it may be sent. */
    static Map<String, Object> proposal(Correction correction, Language language) {
        CorrectionProposal proposal = correction.proposal();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("version", correction.version());
        view.put("why", proposal.why().name());
        view.put("documentId", correction.documentId().orElse(null));
        view.put("document", correction.documentNumber());
        view.put("delivery", correction.wish().keepDelivery() ? "keep" : "as-order");
        view.put("mayIssue", !correction.body().isEmpty());
        view.put("doubts", doubts(proposal, language));
        view.put("lines", proposal.lines().stream().map(CorrectionViews::line).toList());
        view.put("rates", proposal.rates().stream().map(CorrectionViews::rate).toList());
        if (!proposal.lines().isEmpty()) {
            view.put("before", text(proposal.before()));
            view.put("after", text(proposal.after()));
            view.put("difference", text(proposal.difference()));
        }
        if (!correction.body().isEmpty()) {
            view.put("request", new RawValue(correction.body()));
        }
        correction.pendingSince().ifPresent(since -> view.put("pendingSince", since.toString()));
        return view;
    }

    private static List<Map<String, Object>> doubts(CorrectionProposal proposal, Language language) {
        return proposal.doubts().stream()
                .map(doubt -> {
                    Map<String, Object> view = new LinkedHashMap<>();
                    view.put("code", doubt.name());
                    view.put("text", Words.in(language).name("correction", doubt.name()));
                    return view;
                })
                .toList();
    }

    private static Map<String, Object> line(CorrectionProposal.Line line) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("no", line.no());
        view.put("code", line.code());
        view.put("name", line.name());
        view.put("unit", line.unit());
        view.put("vatRate", line.rate());
        view.put("delivery", line.delivery());
        view.put("before", amount(line.before()));
        view.put("after", amount(line.after()));
        view.put("difference", amount(line.difference()));
        return view;
    }

    private static Map<String, Object> amount(Amount amount) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("quantity", quantity(amount.quantity()));
        view.put("value", text(amount.gross()));
        return view;
    }

    private static Map<String, Object> rate(CorrectionProposal.RateSum sum) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("vatRate", sum.rate());
        view.put("before", text(sum.before()));
        view.put("after", text(sum.after()));
        view.put("difference", text(sum.difference()));
        view.put("vatDifference", text(sum.vatDifference()));
        return view;
    }

    /** The corrections of an order that there are, or may be; of a row of {@code order-find}. */
    static List<Map<String, Object>> all(Map<String, Object> row, ZoneId zone) {
        List<Map<String, Object>> all = new ArrayList<>();
        OrderViews.json(row.get("corrections")).forEach(each -> all.add(one(each, zone)));
        return all;
    }

    private static Map<String, Object> one(JsonNode row, ZoneId zone) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("state", row.path("state"));
        view.put("id", row.path("id"));
        view.put("number", row.path("number"));
        view.put("document", row.path("document"));
        view.put("why", row.path("why"));
        view.put("before", money(row.path("before")));
        view.put("after", money(row.path("after")));
        view.put("difference", difference(row));
        view.put("actor", row.path("actor"));
        LocalDateTime at = LocalDateTime.parse(row.path("at").asText().replace(' ', 'T'));
        view.put(
                "at",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        at.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone)));
        return view;
    }

    private static String difference(JsonNode row) {
        return money(row.path("before")) == null || money(row.path("after")) == null
                ? null
                : new BigDecimal(money(row.path("after")))
                        .subtract(new BigDecimal(money(row.path("before"))))
                        .toPlainString();
    }

    private static String money(JsonNode amount) {
        return amount.isNumber() || amount.isTextual()
                ? new BigDecimal(amount.asText()).setScale(2).toPlainString()
                : null;
    }

    private static String text(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }

    private static String quantity(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
