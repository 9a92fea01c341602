package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Calls about orders and the sales documents behind them. */
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
            "Description");
    private static final List<String> SALE =
            List.of("Id", "DocumentNumber", "BuyerId", "RecipientId", "IssueDate", "SaleDate");

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
        on.accept("GET /api/Sales/Filter", this::sales);
        on.accept("GET /api/Sales/ZMO", this::orderOfSale);
        on.accept("GET /api/Orders/InvoicesPDF", this::invoicesPdf);
        on.accept("GET /api/Sales/PDF", this::salePdf);
    }

    private JsonNode issue(SimRequest request) {
        boolean issue = ErpParams.flag(request, "issue", true);
        return erp.orders.issue(ErpParams.body(request), issue, erp.today()).document();
    }

    private JsonNode rename(SimRequest request) {
        String number = request.param("number").orElse("");
        return erp.orders.rename(ErpParams.requiredId(request, "id"), number).document();
    }

    private JsonNode delete(SimRequest request) {
        long id = ErpParams.requiredId(request, "id");
        if (!erp.orders.delete(id)) {
            throw ErpRefusal.missing("Nie znaleziono zamówienia o Id " + id + ".");
        }
        return Json.MAPPER.getNodeFactory().booleanNode(true);
    }

    private ErpOrder byIdOrNumber(SimRequest request) {
        Optional<Long> id = ErpParams.id(request, "id");
        if (id.isPresent()) {
            return byId(id.get());
        }
        String number = request.param("number").orElseThrow(() -> ErpParams.required("number"));
        return byNumber(number, ErpParams.flag(request, "buffer", false));
    }

    /** The order that {@code orderId} or {@code orderNumber} names. */
    private ErpOrder named(SimRequest request) {
        Optional<Long> id = ErpParams.id(request, "orderId");
        if (id.isPresent()) {
            return byId(id.get());
        }
        String number = request.param("orderNumber").orElseThrow(() -> ErpParams.required("orderId"));
        return byNumber(number, ErpParams.flag(request, "buffer", false));
    }

    private ErpOrder byId(long id) {
        return erp.orders.byId(id).orElseThrow(() -> ErpRefusal.missing("Nie znaleziono zamówienia o Id " + id + "."));
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
        ArrayNode found = Json.array();
        erp.orders
                .between(from, to)
                .forEach(order -> found.add(order.document().deepCopy().retain(LISTED)));
        return found;
    }

    private JsonNode status(SimRequest request) {
        ErpOrder order = byId(ErpParams.requiredId(request, "orderId"));
        ObjectNode status = Json.object().put("OrderId", order.id()).put("DocumentNumber", order.number());
        return status.put("DocumentStatus", order.status());
    }

    private JsonNode realise(SimRequest request) {
        return shown(List.of(erp.sales.realise(named(request), erp.today())));
    }

    private JsonNode release(SimRequest request) {
        return shown(List.of(erp.sales.release(named(request), erp.today())));
    }

    private JsonNode salesOfOrder(SimRequest request) {
        try {
            return shown(erp.sales.ofOrder(named(request).id()));
        } catch (ErpRefusal refusal) {
            if (refusal.status() == 404 && erp.missingOrderHasNoSales) {
                return Json.array();
            }
            throw refusal;
        }
    }

    private static JsonNode shown(List<ObjectNode> sales) {
        ArrayNode shown = Json.array();
        sales.forEach(sale -> shown.add(sale.deepCopy().retain(SALE)));
        return shown;
    }

    private JsonNode sales(SimRequest request) {
        LocalDate from = ErpParams.day(request, "dateFrom");
        LocalDate to = ErpParams.day(request, "dateTo");
        ArrayNode found = Json.array();
        erp.sales
                .between(ErpParams.id(request, "buyerId"), from, to)
                .forEach(sale -> found.add(sale.deepCopy().without(List.of("OrderId", "OrderNumber"))));
        return found;
    }

    private ObjectNode sale(SimRequest request) {
        long id = ErpParams.requiredId(request, "documentId");
        return erp.sales.byId(id).orElseThrow(() -> ErpRefusal.missing("Nie znaleziono dokumentu o Id " + id + "."));
    }

    private JsonNode orderOfSale(SimRequest request) {
        return byId(sale(request).get("OrderId").asLong()).document();
    }

    private JsonNode invoicesPdf(SimRequest request) {
        ErpOrder order = byId(ErpParams.requiredId(request, "orderId"));
        ObjectNode sale = erp.sales.ofOrder(order.id()).stream()
                .findFirst()
                .orElseThrow(
                        () -> ErpRefusal.missing("Zamówienie " + order.number() + " nie ma dokumentów sprzedaży."));
        return pdf(sale);
    }

    private JsonNode salePdf(SimRequest request) {
        return pdf(sale(request));
    }

    private static ObjectNode pdf(ObjectNode sale) {
        byte[] content =
                "%%PDF-1.4\n%% %s\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF\n"
                        .formatted(sale.get("DocumentNumber").asText())
                        .getBytes(StandardCharsets.UTF_8);
        return Json.object()
                .put("Hash_SHA1", sha1(content))
                .put("CreateDate", sale.get("IssueDate").asText() + "T12:00:00")
                .put("ContentFile_Base64", Base64.getEncoder().encodeToString(content));
    }

    private static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
