package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What a shop can be told over HTTP under {@code /sim/}. */
final class ShopControl {
    private final ShoperSim shop;
    private final Map<String, SimSnapshot> snapshots = new ConcurrentHashMap<>();

    ShopControl(ShoperSim shop) {
        this.shop = shop;
    }

    SimAnswer answer(SimRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /sim/state" -> SimAnswer.ok(shop.state());
            case "POST /sim/orders" -> orders(SimControl.body(request));
            case "DELETE /sim/orders" -> remove(request);
            case "POST /sim/status" -> status(SimControl.body(request));
            case "POST /sim/bucket" -> bucket(SimControl.body(request));
            case "POST /sim/quirks" -> quirks(SimControl.body(request));
            case "POST /sim/expire-tokens" -> expire();
            case "POST /sim/desk" -> desk(SimControl.body(request));
            case "POST /sim/snapshot" -> snapshot(request);
            case "POST /sim/restore" -> restore(request);
            default -> SimControl.unknown(request);
        };
    }

    /**
     * {@code {"count":5,"seed":1}} places generated orders, {@code {"bad":"BLANK_CODE"}} a bad one,
     * {@code {"order":{…},"lines":[…],"id":1205}} exactly that one; without an id it takes the next one.
     */
    private SimAnswer orders(JsonNode body) {
        List<Long> ids = new ArrayList<>();
        SampleOrders samples = new SampleOrders(body.path("seed").asLong(1));
        if (body.has("order")) {
            List<ObjectNode> lines = new ArrayList<>();
            body.path("lines").forEach(line -> lines.add((ObjectNode) line));
            SimOrder order = new SimOrder((ObjectNode) body.get("order"), lines);
            ids.add(shop.addOrder(order, body.path("id").asLong(0)));
        } else if (body.has("bad")) {
            ids.add(shop.addOrder(samples.bad(BadOrder.valueOf(body.get("bad").asText()))));
        } else {
            ids.addAll(shop.addOrders(samples.list(body.path("count").asInt(1))));
        }
        ObjectNode answer = Json.object();
        ArrayNode shown = answer.putArray("ids");
        ids.forEach(shown::add);
        return SimAnswer.ok(answer);
    }

    private SimAnswer remove(SimRequest request) {
        boolean removed = shop.removeOrder(Long.parseLong(request.param("id").orElse("0")));
        return SimAnswer.ok(Json.object().put("ok", removed));
    }

    private SimAnswer status(JsonNode body) {
        shop.setStatus(body.path("orderId").asLong(), body.path("statusId").asLong());
        return SimControl.done();
    }

    private SimAnswer bucket(JsonNode body) {
        shop.bucket(body.path("limit").asInt(10), body.path("bandwidth").asDouble(2));
        return SimControl.done();
    }

    private SimAnswer quirks(JsonNode body) {
        List<ShopQuirk> quirks = new ArrayList<>();
        body.forEach(each -> quirks.add(ShopQuirk.valueOf(each.asText())));
        shop.quirks(quirks.toArray(ShopQuirk[]::new));
        return SimControl.done();
    }

    /**
     * {@code {"do":"addLine","id":1201,"code":"KUB-300","price":"0.99","quantity":"1"}} and what else is done in the panel; the fields of
     * {@code line}, {@code header}, {@code delivery} and {@code billing} are an object {@code fields}.
     */
    private SimAnswer desk(JsonNode body) {
        ShopDesk desk = shop.desk();
        long id = body.path("id").asLong();
        String[] fields = fields(body.path("fields"));
        String code = body.path("code").asText();
        switch (body.path("do").asText()) {
            case "addLine" ->
                desk.addLine(
                        id,
                        code,
                        body.path("price").asText(),
                        body.path("quantity").asText("1"));
            case "removeLine" -> desk.removeLine(id, body.path("index").asInt());
            case "line" -> desk.line(id, body.path("index").asInt(), fields);
            case "header" -> desk.header(id, fields);
            case "delivery" -> desk.delivery(id, fields);
            case "billing" -> desk.billing(id, fields);
            case "pay" -> desk.pay(id);
            case "delete" -> desk.delete(id);
            case "combine" -> desk.combine(id, body.path("child").asLong());
            case "defaultCurrency" -> desk.defaultCurrency(body.path("name").asText());
            case "tax" ->
                desk.tax(id, body.path("name").asText(), body.path("value").asText());
            default -> throw new IllegalArgumentException("nobody does " + body.path("do"));
        }
        return SimControl.done();
    }

    private static String[] fields(JsonNode fields) {
        return fields.properties().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue().asText()))
                .toArray(String[]::new);
    }

    private SimAnswer snapshot(SimRequest request) {
        snapshots.put(SimControl.body(request).path("name").asText("backup"), shop.snapshot());
        return SimControl.done();
    }

    private SimAnswer restore(SimRequest request) {
        String name = SimControl.body(request).path("name").asText("backup");
        shop.restore(Optional.ofNullable(snapshots.get(name)).orElseThrow());
        return SimControl.done();
    }

    private SimAnswer expire() {
        shop.expireTokens();
        return SimControl.done();
    }
}
