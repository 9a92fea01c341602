package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Calls about dictionaries, products, stock and contractors. */
final class ErpReading {
    private static final long OWN_WAREHOUSE = 1;

    private final Erp erp;

    ErpReading(Erp erp) {
        this.erp = erp;
    }

    void register(BiConsumer<String, ErpApi.Operation> on) {
        on.accept("GET /api/PaymentForms", request -> Json.array(erp.dictionaries.paymentForms()));
        on.accept("GET /api/Orders/ZMODocumentTypes", request -> Json.array(erp.dictionaries.types()));
        on.accept("GET /api/Orders/DocumentSeries", this::series);
        on.accept("GET /api/Departments", request -> Json.array(erp.dictionaries.departments()));
        on.accept("GET /api/PaymentRegistries", request -> Json.array(erp.dictionaries.registries()));
        on.accept("GET /api/Warehouses", request -> Json.array(erp.dictionaries.warehouses()));
        on.accept("GET /api/Products", this::products);
        on.accept("GET /api/InventoryStates/ByProduct", this::inventory);
        on.accept("GET /api/Contractors", this::contractors);
        on.accept("POST /api/Contractors/Create", request -> erp.contractors.create(ErpParams.body(request)));
        on.accept("PUT /api/Contractors/Update", request -> erp.contractors.update(ErpParams.body(request)));
    }

    private JsonNode series(SimRequest request) {
        return Json.array(erp.dictionaries.series(ErpParams.requiredId(request, "documentTypeId")));
    }

    private JsonNode products(SimRequest request) {
        Optional<String> code = request.param("code");
        if (code.isPresent()) {
            return product(code.get());
        }
        Optional<Long> id = ErpParams.id(request, "id");
        if (id.isEmpty()) {
            return Json.array(erp.dictionaries.products());
        }
        return erp.dictionaries.products().stream()
                .filter(each -> each.get("Id").asLong() == id.get())
                .findFirst()
                .orElseThrow(() -> ErpRefusal.missing("Nie znaleziono towaru o Id " + id.get() + "."));
    }

    private ObjectNode product(String code) {
        return erp.dictionaries
                .product(code)
                .orElseThrow(() -> ErpRefusal.missing("Nie znaleziono towaru o kodzie " + code + "."));
    }

    private JsonNode inventory(SimRequest request) {
        String code = request.param("code").orElseThrow(() -> ErpParams.required("code"));
        ObjectNode product = product(code);
        if (!erp.dictionaries.isGoods(code)) {
            return Json.array();
        }
        ObjectNode state = Json.object().put("ProductId", product.get("Id").asLong());
        state.put("WarehouseId", OWN_WAREHOUSE).put("AmountInStore", erp.stock.inStore(code));
        return Json.array(List.of(state.put("AmountToSale", erp.stock.toSale(code))));
    }

    private JsonNode contractors(SimRequest request) {
        Optional<String> code = request.param("code");
        if (code.isPresent()) {
            return erp.contractors
                    .byCode(code.get())
                    .orElseThrow(() -> ErpRefusal.missing("Nie znaleziono kontrahenta o kodzie " + code.get() + "."));
        }
        Optional<String> nip = request.param("nip");
        if (nip.isPresent()) {
            return Json.array(erp.contractors.byNip(nip.get()));
        }
        Optional<Long> id = ErpParams.id(request, "id");
        if (id.isPresent()) {
            return erp.contractors
                    .byId(id.get())
                    .orElseThrow(() -> ErpRefusal.missing("Nie znaleziono kontrahenta o Id " + id.get() + "."));
        }
        return Json.array(erp.contractors.all());
    }
}
