package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Calls about orders and their realisation. */
final class ErpOrderCalls {
    private static final List<String> LISTED = List.of(
            "Id",
            "DocumentNumber",
            "TypeCode",
            "IssueDate",
            "BuyerId",
            "RecipientId",
            "GrossValue",
            "NetValue",
            "Buffer",
            "Canceled",
            "Description");

    private final Erp erp;

    ErpOrderCalls(Erp erp) {
        this.erp = erp;
    }

    void register(BiConsumer<String, ErpApi.Operation> on) {
        on.accept("POST /api/OrdersIssue/New", this::issue);
        on.accept(
                "PUT /api/OrdersIssue/Edit",
                request -> erp.orders.edit(ErpParams.body(request)).document());
        on.accept("PATCH /api/OrdersIssue/DocumentNumber", this::rename);
        on.accept("DELETE /api/OrdersIssue/Delete", this::delete);
        on.accept("GET /api/Orders", request -> byIdOrNumber(request).document());
        on.accept("GET /api/Orders/Filter", this::filter);
        on.accept("GET /api/Orders/Status", this::status);
        on.accept("PUT /api/OrdersIssue/FV", this::realise);
        on.accept("PUT /api/OrdersIssue/WZ", this::release);
        on.accept("GET /api/Orders/FV", this::salesOfOrder);
        on.accept("GET /api/Orders/WZ", this::releasesOfOrder);
    }

    private JsonNode issue(SimRequest request) {
        JsonNode body = ErpParams.body(request);
        boolean issue = ErpParams.flag(request, "issue", true) && !erp.switches.takeLeaveInBuffer();
        JsonNode document = erp.orders.issue(body, issue, erp.today()).document();
        return erp.switches.takeNullAnswer() ? NullNode.getInstance() : document;
    }

    private JsonNode rename(SimRequest request) {
        String number = request.param("number").orElse("");
        erp.orders.rename(ErpParams.requiredId(request, "id"), number);
        return MissingNode.getInstance();
    }

    /** Without a body in the answer (wire-symfonia: Orders). What has documents cannot be deleted. */
    private JsonNode delete(SimRequest request) {
        ErpOrder order = byIdOrNumber(request);
        if (order.status() == ErpOrder.PARTIAL || order.realised()) {
            throw ErpRefusal.bad("Zamówienie " + order.number() + " ma wystawione dokumenty i nie można go usunąć.");
        }
        erp.orders.delete(order.id());
        return MissingNode.getInstance();
    }

    private ErpOrder byIdOrNumber(SimRequest request) {
        Optional<Long> id = ErpParams.id(request, "id");
        if (id.isPresent()) {
            return erp.orders.known(id.get());
        }
        String number = request.param("number").orElseThrow(() -> ErpParams.required("number"));
        return byNumber(number, ErpParams.flag(request, "buffer", false));
    }

    /** The order that {@code orderId} or {@code orderNumber} names. */
    private ErpOrder named(SimRequest request) {
        Optional<Long> id = ErpParams.id(request, "orderId");
        if (id.isPresent()) {
            return erp.orders.known(id.get());
        }
        String number = request.param("orderNumber").orElseThrow(() -> ErpParams.required("orderId"));
        return byNumber(number, ErpParams.flag(request, "buffer", false));
    }

    private ErpOrder byNumber(String number, boolean inBuffer) {
        return erp.orders
                .byNumber(number)
                .filter(order -> order.inBuffer() == inBuffer)
                .orElseThrow(() -> ErpRefusal.missing("Nie znaleziono zamówienia o numerze " + number + "."));
    }

    private JsonNode filter(SimRequest request) {
        LocalDate from = ErpParams.day(request, "dateFrom");
        LocalDate to = ErpParams.day(request, "dateTo");
        ErpParties parties = ErpParties.of(request, erp.contractors);
        ArrayNode found = Json.array();
        erp.orders.between(from, to).stream()
                .filter(order -> parties.match(order.document()))
                .forEach(order -> found.add(order.document().deepCopy().retain(LISTED)));
        return found;
    }

    /** Tells whose id this is and whether anything was realised by hand (wire-symfonia: Orders). */
    private JsonNode status(SimRequest request) {
        ErpOrder order = named(request);
        boolean realised = order.realised();
        return Json.object()
                .put("Id", order.id())
                .put("DocumentNumber", order.number())
                .put("DocumentStatus", order.status())
                .put(
                        "WarehouseSettled",
                        realised || !erp.sales.releasesOf(order.id()).isEmpty())
                .put("PaymentSettled", false)
                .put(
                        "ManualSettled",
                        order.status() == ErpOrder.CLOSED
                                || order.document().path("ManualSettled").asBoolean())
                .put("RDFStatus", 0);
    }

    private JsonNode realise(SimRequest request) {
        return ErpSalesCalls.shown(List.of(erp.sales.realise(named(request), erp.today())));
    }

    private JsonNode release(SimRequest request) {
        return ErpSalesCalls.released(List.of(erp.sales.release(named(request), erp.today())));
    }

    private JsonNode releasesOfOrder(SimRequest request) {
        return ErpSalesCalls.released(erp.sales.releasesOf(named(request).id()));
    }

    private JsonNode salesOfOrder(SimRequest request) {
        try {
            return ErpSalesCalls.shown(erp.sales.ofOrder(named(request).id()));
        } catch (ErpRefusal refusal) {
            if (refusal.status() == 404 && erp.missingOrderHasNoSales) {
                return Json.array();
            }
            throw refusal;
        }
    }
}
