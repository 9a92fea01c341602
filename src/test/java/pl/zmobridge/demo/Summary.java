package pl.zmobridge.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What there is in the end, counted in the shop, in the bridge's API and in the ERP.
 *
 * @param bridge the answer of {@code GET /api/summary}
 * @param doubled ZMO and sales documents beyond the first of their order
 * @param rightAmounts how many ZMO have exactly the total of the shop's order
 */
record Summary(
        int placed,
        JsonNode bridge,
        int zmo,
        long invoices,
        long receipts,
        int contractors,
        int doubled,
        int rightAmounts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Counts once the bridge is through, or when patience ends. */
    static Summary once(Stage stage, Story story, Duration patience) throws Exception {
        Instant until = Instant.now().plus(patience);
        JsonNode bridge = bridge(stage);
        while (!isThrough(bridge, story) && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
            bridge = bridge(stage);
        }
        return count(stage, bridge);
    }

    private static boolean isThrough(JsonNode bridge, Story story) {
        return bridge.path("orders").path("REALISED").asInt() == story.sales()
                && bridge.path("deadLetters").asInt() == story.hopeless();
    }

    private static JsonNode bridge(Stage stage) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(stage.api() + "api/summary")).build();
        return JSON.readTree(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private static Summary count(Stage stage, JsonNode bridge) {
        Map<String, BigDecimal> totals = new HashMap<>();
        stage.shop()
                .orders()
                .forEach(order -> totals.put("SH/" + order.path("order_id").asText(), total(order)));
        List<ObjectNode> zmo = stage.erp().orders();
        List<ObjectNode> sales = stage.erp().invoices();
        int doubled = doubles(zmo, "DocumentNumber") + doubles(sales, "OrderNumber");
        long right = zmo.stream()
                .filter(each -> each.path("GrossValue")
                                .decimalValue()
                                .compareTo(totals.getOrDefault(
                                        each.path("DocumentNumber").asText(), BigDecimal.TEN.negate()))
                        == 0)
                .count();
        long invoices = sales.stream()
                .filter(each -> each.path("TypeCode").asText().equals("FV"))
                .count();
        return new Summary(
                totals.size(),
                bridge,
                zmo.size(),
                invoices,
                sales.size() - invoices,
                stage.erp().contractors().size(),
                doubled,
                (int) right);
    }

    private static BigDecimal total(ObjectNode order) {
        try {
            return new BigDecimal(order.path("sum").asText());
        } catch (NumberFormatException e) {
            return BigDecimal.ONE.negate();
        }
    }

    private static int doubles(List<ObjectNode> documents, String orderField) {
        return documents.size()
                - (int) documents.stream()
                        .map(each -> each.path(orderField).asText())
                        .distinct()
                        .count();
    }

    int inState(String state) {
        return bridge.path("orders").path(state).asInt();
    }

    int deadLetters() {
        return bridge.path("deadLetters").asInt();
    }

    List<String> lines() {
        return List.of(
                "",
                "  Shop       %d orders placed".formatted(placed),
                "  Bridge     %d realised, %d issued, %d closed, %d received; %d open dead letter%s"
                        .formatted(
                                inState("REALISED"),
                                inState("ISSUED"),
                                inState("CLOSED"),
                                inState("RECEIVED"),
                                deadLetters(),
                                deadLetters() == 1 ? "" : "s"),
                "  Symfonia   %d ZMO, %d sales documents (%d invoices, %d receipts), %d contractors"
                        .formatted(zmo, invoices + receipts, invoices, receipts, contractors),
                "  Doubled    " + (doubled == 0 ? "nothing" : doubled + " documents"),
                "  Amounts    %d of %d ZMO have the shop's total".formatted(rightAmounts, zmo));
    }
}
