package pl.zmobridge.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import pl.zmobridge.attempt.KsefAccounts;
import pl.zmobridge.attempt.ParcelShops;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.order.DocumentOutcome;
import pl.zmobridge.register.Times;
import pl.zmobridge.shoper.FetchedOrder;
import pl.zmobridge.words.Language;

/** What the API shows of orders: camelCase, times with the shop's offset, money as decimal strings. */
public final class OrderViews {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Shops shops;
    private final ParcelShops parcels;
    private final KsefAccounts ksef;

    public OrderViews(Shops shops, ParcelShops parcels, KsefAccounts ksef) {
        this.shops = shops;
        this.parcels = parcels;
        this.ksef = ksef;
    }

    /** Rows of {@code sql/orders-page.sql} as a page. */
    Map<String, Object> page(Exchange exchange, List<Map<String, Object>> rows, Found found, ApiRequest request) {
        Language language = RequestLanguage.ofOrders(exchange);
        OrderFilter filter = request.wanted(OrderFilter.class);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("total", found.total());
        view.put("page", filter.page());
        view.put("size", filter.size());
        if (OrderFilter.isSorted(request)) {
            view.put("sorted", Math.min(found.total(), OrderFilter.MOST_SORTED));
        }
        if (!rows.isEmpty()) {
            view.put("zone", found.zone());
        }
        view.put("items", rows.stream().map(row -> order(row, language)).toList());
        return view;
    }

    /** One order with its lines, imports and events. */
    Map<String, Object> detail(Exchange exchange, Found found) {
        Map<String, Object> row = found.row("order-find");
        ZoneId zone = zone(row);
        Language language = RequestLanguage.ofOrders(exchange);
        Map<String, Object> view = order(row, language);
        KsefViews.Asked asked = asked(row);
        view.put("zone", zone.getId());
        view.put("changedInShop", flag(row.get("changed_in_shop")));
        view.put("currencyRate", currencyRate(row));
        view.put("shopUrl", address(row.get("order_url")));
        view.put("sellsAtOnce", sellsAtOnce(row));
        if (row.get("raw") instanceof String raw) {
            view.put("asRead", asRead(row, raw, language));
        }
        view.put(
                "lines", found.rows("lines-find").stream().map(OrderViews::line).toList());
        view.put(
                "imports",
                found.rows("imports-find").stream()
                        .map(each -> importOf(each, zone, language, asked))
                        .toList());
        if (parcels.has(row.get("shop").toString())) {
            view.put("parcels", ParcelCalls.views(found.rows("parcels-find"), zone, language));
        }
        view.put("corrections", CorrectionViews.all(row, zone)); // E6
        view.put("events", Timeline.of(found.rows("events-find"), zone, language));
        return view;
    }

    /** Where the shop shows the order; null for what is no address of the web. */
    private static String address(Object url) {
        return url != null && url.toString().matches("(?i)https?://[^\\s\"<>\\\\]{1,2000}") ? url.toString() : null;
    }

    /** Whether a sales document follows as soon as there is a ZMO: its status in the shop wants one, and its rule does not forbid it (Z2, D1). */
    private boolean sellsAtOnce(Map<String, Object> row) {
        String wanted =
                json(row.get("card")).at("/card/decision/outcome/realise").asText();
        return flag(row.get("realise_due"))
                && shops.of(row.get("shop").toString()).rules().realising()
                && !wanted.equals(DocumentOutcome.Realise.NOTHING.name());
    }

    private Map<String, Object> asRead(Map<String, Object> row, String raw, Language language) {
        FetchedOrder order = FetchedOrder.of(raw);
        return new OrderAsRead(order)
                .view(shops.of(row.get("shop").toString()).source().intake().readings(order), language);
    }

    /** Rows of {@code sql/order-statuses.sql}. */
    Map<String, Object> statuses(List<Map<String, Object>> rows) {
        List<Map<String, Object>> items = rows.stream()
                .map(row -> {
                    Map<String, Object> view = new LinkedHashMap<>();
                    view.put("shop", row.get("shop"));
                    view.put("statusId", row.get("status_id"));
                    view.put("status", row.get("status"));
                    view.put("orders", row.get("orders"));
                    return view;
                })
                .toList();
        return Map.of("items", items);
    }

    private Map<String, Object> order(Map<String, Object> row, Language language) {
        ZoneId zone = zone(row);
        JsonNode card = json(row.get("card")).path("card");
        KsefViews.Asked asked = asked(row);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("shop", row.get("shop"));
        view.put("shopOrderId", row.get("shop_order_id"));
        view.put("number", row.get("number"));
        view.put("confirmedNumber", row.get("confirmed_number"));
        view.put("placedAt", time(row.get("placed_at"), zone));
        view.put("state", row.get("state"));
        view.put("statusId", row.get("status_id"));
        view.put("status", row.get("status"));
        List<Object> documents = documents(row, zone, language, asked);
        view.put("document", hasNoDocument(card) && documents.isEmpty() ? null : row.get("document"));
        if (!card.at("/decision/rule").asText().isEmpty()) {
            view.put("documentRule", card.at("/decision/rule").asText()); // D1
        }
        view.put("contractor", present(card.path("contractor")));
        view.put("recipient", present(card.path("recipient")));
        view.put("deliveryForm", present(card.path("deliveryForm")));
        view.put("paymentForm", present(card.path("paymentForm")));
        view.put("paymentFormId", row.get("payment_form_id"));
        view.put("paymentRule", row.get("payment_rule"));
        view.put("dueDate", text(row.get("due_date")));
        view.put("total", text(row.get("total")));
        view.put("currency", row.get("currency"));
        view.put("notes", present(card.path("notes")));
        view.put("warnings", warnings(card, language));
        view.put("erpOrderId", row.get("erp_order_id"));
        view.put("erpNumber", row.get("erp_number"));
        view.put("salesDocuments", documents);
        view.put("problem", OrderProblems.text(row, language));
        view.put("problems", OrderProblems.views(row, language));
        view.put("closedReason", Told.reason(row.get("closed_reason"), language));
        view.put("receivedAt", time(row.get("received_at"), zone));
        return view;
    }

    /** D1: a rule says that somebody else makes its document. */
    private static boolean hasNoDocument(JsonNode card) {
        return card.at("/decision/outcome/kind").asText().equals(DocumentOutcome.Kind.NONE.name());
    }

    /** What KSeF is asked about the order's documents. */
    private KsefViews.Asked asked(Map<String, Object> row) {
        return new KsefViews.Asked(
                ksef.of(row.get("shop").toString()).isPresent(),
                "RECEIPT".equals(row.get("document")),
                json(row.get("card")).at("/card/decision/outcome/ksef").asText());
    }

    /** W2: the rate that its ZMO has; null for PLN, and before there is one. */
    static Map<String, Object> currencyRate(Map<String, Object> row) {
        if (!(row.get("currency_rate") instanceof BigDecimal rate)) {
            return null;
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("rate", rate.stripTrailingZeros().toPlainString());
        view.put("date", text(row.get("rate_date")));
        view.put("source", row.get("rate_source"));
        return view;
    }

    private static List<String> warnings(JsonNode card, Language language) {
        List<String> warnings = new ArrayList<>();
        card.path("warnings").forEach(warning -> warnings.add(Told.retold(warning.asText(), language)));
        return warnings;
    }

    private static Map<String, Object> line(Map<String, Object> row) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("lineNo", row.get("line_no"));
        view.put("code", row.get("code"));
        view.put("name", row.get("name"));
        view.put("quantity", row.get("quantity"));
        view.put("unit", row.get("unit"));
        view.put("value", text(row.get("value")));
        view.put("tax", row.get("tax"));
        view.put("vatRate", row.get("tax"));
        view.put("delivery", flag(row.get("delivery")));
        return view;
    }

    private static Map<String, Object> importOf(
            Map<String, Object> row, ZoneId zone, Language language, KsefViews.Asked asked) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("importNo", row.get("import_no"));
        view.put("number", row.get("number"));
        view.put("step", row.get("step"));
        view.put("erpOrderId", row.get("erp_order_id"));
        view.put("erpNumber", row.get("erp_number"));
        view.put("requestedAt", time(row.get("requested_at"), zone));
        view.put("issuedAt", time(row.get("issued_at"), zone));
        view.put("realisedAt", time(row.get("sold_at"), zone));
        view.put("salesDocuments", documents(row, zone, language, asked));
        return view;
    }

    private static List<Object> documents(
            Map<String, Object> row, ZoneId zone, Language language, KsefViews.Asked asked) {
        List<Object> documents = new ArrayList<>();
        for (JsonNode each : json(row.get("documents"))) {
            Map<String, Object> document = KsefViews.document(each, zone, asked);
            PdfViews.add(document, each, zone, language);
            documents.add(document);
        }
        return documents;
    }

    static ZoneId zone(Map<String, Object> row) {
        return ZoneId.of(row.get("zone").toString());
    }

    /** A time of the register, which is UTC, with the offset of a zone. */
    static String time(Object value, ZoneId zone) {
        return Times.utc(value)
                .map(utc -> utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone))
                .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
                .orElse(null);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static boolean flag(Object value) {
        return value instanceof Boolean bool ? bool : ((Number) value).intValue() != 0;
    }

    private static Object present(JsonNode node) {
        return node.isMissingNode() ? null : node;
    }

    static JsonNode json(Object text) {
        try {
            return text == null ? JSON.createObjectNode() : JSON.readTree(text.toString());
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode(); // shown as far as it can be
        }
    }
}
