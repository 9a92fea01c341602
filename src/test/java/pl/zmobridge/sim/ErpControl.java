package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the ERP can be told over HTTP under {@code /sim/}. */
final class ErpControl {
    private final SymfoniaSim symfonia;
    private final Map<String, SimSnapshot> snapshots = new ConcurrentHashMap<>();

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
            case "POST /sim/orders" -> SimAnswer.ok(symfonia.issueOrder((ObjectNode) SimControl.body(request)));
            case "POST /sim/desk" -> desk(SimControl.body(request));
            case "POST /sim/snapshot" -> snapshot(request);
            case "POST /sim/restore" -> restore(request);
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

    /** {@code {"do":"realise","id":7001}} and what else people do by hand; contractors and products are named by {@code code}. */
    private SimAnswer desk(JsonNode body) {
        ErpDesk desk = symfonia.desk();
        long id = body.path("id").asLong();
        String code = body.path("code").asText();
        String value = body.path("value").asText();
        switch (body.path("do").asText()) {
            case "realise" -> desk.realiseByHand(id);
            case "realiseHalf" -> desk.realiseHalf(id);
            case "close" -> desk.closeOrder(id);
            case "cancel" -> desk.cancelOrder(id);
            case "cancelSale" -> desk.cancelSale(id);
            case "issueFromBuffer" -> desk.issueFromBuffer(id);
            case "rename" -> desk.renameOrder(id, value);
            case "edit" -> desk.editOrder((ObjectNode) body.get("order"));
            case "deactivate" -> desk.deactivateContractor(code);
            case "discount" -> desk.contractorDiscount(code, value);
            case "overCreditLimit" ->
                desk.overCreditLimit(code, body.path("value").asBoolean(true));
            case "productRate" -> desk.productRate(code, value);
            case "vatRate" ->
                desk.vatRate(code, code, value, body.path("active").asBoolean(true));
            case "currencyRate" -> desk.currencyRate(code, body.path("day").asText(), value);
            default -> throw new IllegalArgumentException("nobody does " + body.path("do"));
        }
        return SimControl.done();
    }

    private SimAnswer snapshot(SimRequest request) {
        snapshots.put(name(request), symfonia.snapshot());
        return SimControl.done();
    }

    private SimAnswer restore(SimRequest request) {
        symfonia.restore(Optional.ofNullable(snapshots.get(name(request))).orElseThrow());
        return SimControl.done();
    }

    private static String name(SimRequest request) {
        return SimControl.body(request).path("name").asText("backup");
    }

    private SimAnswer product(JsonNode body) {
        String code = body.path("code").asText();
        symfonia.addProduct(
                code,
                body.path("name").asText(code),
                body.path("quantity").asText("0"),
                body.path("rate").asText("23"));
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
            default -> {
                if (!symfonia.switches().set(name, value)) {
                    throw new IllegalArgumentException("no setting " + name);
                }
            }
        }
    }

    private SimAnswer expire() {
        symfonia.expireSessions();
        return SimControl.done();
    }
}
