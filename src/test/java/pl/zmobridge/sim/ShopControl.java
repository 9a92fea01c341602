package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What a shop can be told over HTTP under {@code /sim/}. */
final class ShopControl {
    private final ShoperSim shop;

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
            default -> SimControl.unknown(request);
        };
    }

    /**
     * {@code {"count":5,"seed":1}} places generated orders, {@code {"bad":"BLANK_CODE"}} a bad one,
     * {@code {"order":{…},"lines":[…]}} exactly that one.
     */
    private SimAnswer orders(JsonNode body) {
        List<Long> ids = new ArrayList<>();
        SampleOrders samples = new SampleOrders(body.path("seed").asLong(1));
        if (body.has("order")) {
            List<ObjectNode> lines = new ArrayList<>();
            body.path("lines").forEach(line -> lines.add((ObjectNode) line));
            ids.add(shop.addOrder(new SimOrder((ObjectNode) body.get("order"), lines)));
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

    private SimAnswer expire() {
        shop.expireTokens();
        return SimControl.done();
    }
}
