package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the ERP can be told over HTTP under {@code /sim/}. */
final class ErpControl {
    private final SymfoniaSim symfonia;

    ErpControl(SymfoniaSim symfonia) {
        this.symfonia = symfonia;
    }

    SimAnswer answer(SimRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /sim/state" -> SimAnswer.ok(symfonia.locked(this::state));
            case "POST /sim/stock" -> stock(SimControl.body(request));
            case "POST /sim/products" -> product(SimControl.body(request));
            case "POST /sim/contractors" -> SimAnswer.ok(symfonia.addContractor((ObjectNode) SimControl.body(request)));
            case "DELETE /sim/orders" -> delete(request);
            case "POST /sim/settings" -> settings(SimControl.body(request));
            case "POST /sim/expire-sessions" -> expire();
            default -> SimControl.unknown(request);
        };
    }

    private ObjectNode state() {
        ObjectNode state = Json.object();
        state.set("orders", Json.array(symfonia.orders()));
        state.set("invoices", Json.array(symfonia.invoices()));
        state.set("contractors", Json.array(symfonia.contractors()));
        state.put("ordersIssued", symfonia.ordersIssued());
        state.put("openSessions", symfonia.openSessions()).put("sessionsOpened", symfonia.sessionsOpened());
        ObjectNode stock = state.putObject("stock");
        for (Goods goods : Goods.CATALOGUE) {
            stock.putObject(goods.code())
                    .put("inStore", symfonia.stock(goods.code()))
                    .put("toSale", symfonia.stockToSale(goods.code()));
        }
        return state;
    }

    /** {@code {"code","add"}} or {@code {"code","set"}}. */
    private SimAnswer stock(JsonNode body) {
        String code = body.path("code").asText();
        if (body.has("set")) {
            symfonia.setStock(code, body.get("set").asText());
        } else {
            symfonia.restock(code, body.path("add").asText());
        }
        return SimControl.done();
    }

    private SimAnswer product(JsonNode body) {
        String code = body.path("code").asText();
        symfonia.addProduct(
                code, body.path("name").asText(code), body.path("quantity").asText("0"));
        return SimControl.done();
    }

    private SimAnswer delete(SimRequest request) {
        boolean deleted = symfonia.deleteOrder(ErpParams.requiredId(request, "id"));
        return SimAnswer.ok(Json.object().put("ok", deleted));
    }

    private SimAnswer settings(JsonNode body) {
        body.properties().forEach(setting -> set(setting.getKey(), setting.getValue()));
        return SimControl.done();
    }

    private void set(String name, JsonNode value) {
        switch (name) {
            case "allowDoubleRealisation" -> symfonia.allowDoubleRealisation(value.asBoolean());
            case "deleteRealisedOrders" -> symfonia.deleteRealisedOrders(value.asBoolean());
            case "missingOrderHasNoSales" -> symfonia.missingOrderHasNoSales(value.asBoolean());
            case "closePeriod" -> symfonia.closePeriod(value.asBoolean());
            case "refusalsAs500" -> symfonia.refusalsAs500(value.asBoolean());
            case "camelCase" -> symfonia.camelCase(value.asBoolean());
            case "dates" -> symfonia.dates(ErpDates.valueOf(value.asText()));
            case "contractorCodeLimit" -> symfonia.contractorCodeLimit(value.asInt());
            case "contractorNameLimit" -> symfonia.contractorNameLimit(value.asInt());
            case "sessionLimit" -> symfonia.sessionLimit(value.asInt());
            case "expireSessionsAfter" -> symfonia.expireSessionsAfter(value.asInt());
            case "concurrency" -> symfonia.concurrency(value.asInt());
            default -> throw new IllegalArgumentException("no setting " + name);
        }
    }

    private SimAnswer expire() {
        symfonia.expireSessions();
        return SimControl.done();
    }
}
