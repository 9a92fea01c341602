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
import java.util.function.BiConsumer;

/** Calls about sales documents and their prints. */
final class ErpSalesCalls {
    private static final List<String> SHOWN =
            List.of("Id", "DocumentNumber", "BuyerId", "RecipientId", "IssueDate", "SaleDate");

    private final Erp erp;

    ErpSalesCalls(Erp erp) {
        this.erp = erp;
    }

    void register(BiConsumer<String, ErpApi.Operation> on) {
        on.accept("GET /api/Sales", this::sale);
        on.accept("GET /api/Sales/Filter", this::filter);
        on.accept("GET /api/Sales/ZMO", this::orderOfSale);
        on.accept("GET /api/Orders/InvoicesPDF", this::invoicesPdf);
        on.accept("GET /api/Sales/PDF", this::salePdf);
    }

    /** As {@code OrderFV} or the rows of {@code Sales/ZMO}. */
    static JsonNode shown(List<ObjectNode> sales) {
        ArrayNode shown = Json.array();
        sales.forEach(sale -> shown.add(sale.deepCopy().retain(SHOWN)));
        return shown;
    }

    /** As {@code OrderWZ}. */
    static JsonNode released(List<ObjectNode> releases) {
        ArrayNode shown = Json.array();
        releases.forEach(release -> shown.add(Json.object()
                .put("Id", release.get("Id").asLong())
                .put("DocumentNumber", release.get("DocumentNumber").asText())
                .put("IssueDate", release.get("IssueDate").asText())
                .put("OperationDate", release.get("SaleDate").asText())
                .put("RecipientId", release.get("RecipientId").asLong())));
        return shown;
    }

    private JsonNode filter(SimRequest request) {
        LocalDate from = ErpParams.day(request, "dateFrom");
        LocalDate to = ErpParams.day(request, "dateTo");
        ErpParties parties = ErpParties.of(request, erp.contractors);
        ArrayNode found = Json.array();
        erp.sales.between(from, to).stream()
                .filter(parties::match)
                .forEach(sale -> found.add(sale.deepCopy().without(List.of("OrderId", "OrderNumber", "Positions"))));
        return found;
    }

    private ObjectNode sale(SimRequest request, String parameter) {
        long id = ErpParams.requiredId(request, parameter);
        return erp.sales.byId(id).orElseThrow(() -> ErpRefusal.missing("Nie znaleziono dokumentu o Id " + id + "."));
    }

    /** One whole document, with its JPK markers and whether it is fiscal. */
    private JsonNode sale(SimRequest request) {
        return sale(request, "id").deepCopy().without(List.of("OrderId", "OrderNumber"));
    }

    /** A list, of the one ZMO behind the document. */
    private JsonNode orderOfSale(SimRequest request) {
        ErpOrder order =
                erp.orders.known(sale(request, "documentId").get("OrderId").asLong());
        return shown(List.of(order.document()));
    }

    /** A list, of all documents of the order; {@code Sales/PDF} answers one. */
    private JsonNode invoicesPdf(SimRequest request) {
        ErpOrder order = erp.orders.known(ErpParams.requiredId(request, "orderId"));
        List<ObjectNode> sales = erp.sales.ofOrder(order.id());
        if (sales.isEmpty()) {
            throw ErpRefusal.missing("Zamówienie " + order.number() + " nie ma dokumentów sprzedaży.");
        }
        return Json.array(sales.stream().map(ErpSalesCalls::pdf).toList());
    }

    private JsonNode salePdf(SimRequest request) {
        ObjectNode good = pdf(sale(request, "documentId"));
        return erp.switches.takeBadPdf().map(bad -> spoilt(good, bad)).orElse(good);
    }

    private static ObjectNode spoilt(ObjectNode good, ErpPdf how) {
        return switch (how) {
            case EMPTY -> good.putNull("Hash_SHA1").putNull("CreateDate").putNull("ContentFile_Base64");
            case WRONG_HASH -> good.put("Hash_SHA1", sha1(new byte[] {1}));
            case NOT_A_PDF -> {
                byte[] page = "<html>Sesja wygasła</html>".getBytes(StandardCharsets.UTF_8);
                yield good.put("Hash_SHA1", sha1(page))
                        .put("ContentFile_Base64", Base64.getEncoder().encodeToString(page));
            }
        };
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
