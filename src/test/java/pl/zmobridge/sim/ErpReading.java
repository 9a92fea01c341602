package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Calls about dictionaries, products, stock and contractors. */
final class ErpReading {
    private static final long OWN_WAREHOUSE = 1;
    private static final String OWN_WAREHOUSE_CODE = "MAG";

    private final Erp erp;

    ErpReading(Erp erp) {
        this.erp = erp;
    }

    void register(BiConsumer<String, ErpApi.Operation> on) {
        on.accept("GET /api/PaymentForms", this::paymentForms);
        on.accept("GET /api/DocumentTypes", this::documentTypes);
        on.accept("GET /api/VatRates", request -> Json.array(erp.lists.vatRates()));
        on.accept("GET /api/Countries", request -> Json.array(erp.lists.countries()));
        on.accept("GET /api/Currencies", request -> Json.array(erp.lists.currencies()));
        on.accept("GET /api/CurrencyRates", this::currencyRates);
        for (String list : List.of("Markers", "Kinds", "Catalogs")) {
            on.accept("GET /api/Orders/" + list, request -> Json.array(erp.lists.others(list)));
        }
        for (ErpChanges.Kind kind : ErpChanges.Kind.values()) {
            on.accept("GET /api/" + kind + "/IncrementalSync", request -> changes(kind, request));
        }
        on.accept("GET /api/Orders/ZMODocumentTypes", request -> Json.array(erp.dictionaries.types()));
        on.accept("GET /api/Orders/DocumentSeries", this::series);
        on.accept("GET /api/Departments", request -> Json.array(erp.dictionaries.departments()));
        on.accept("GET /api/PaymentRegistries", request -> Json.array(erp.dictionaries.registries()));
        on.accept("GET /api/Warehouses", request -> Json.array(erp.dictionaries.warehouses()));
        on.accept("GET /api/Products", this::products);
        on.accept("GET /api/InventoryStates/ByProduct", this::inventory);
        on.accept("GET /api/InventoryStates", request -> inventories());
        on.accept("GET /api/InventoryStates/ByWarehouse", this::inventoriesOfWarehouse);
        on.accept("GET /api/InventoryStates/Changes", request -> {
            throw ErpRefusal.bad("Śledzenie zmian stanów magazynowych jest wyłączone.");
        });
        on.accept("GET /api/Contractors", this::contractors);
        on.accept(
                "POST /api/Contractors/Create",
                request -> ErpContractors.shown(erp.contractors.create(ErpParams.body(request))));
        on.accept("PUT /api/Contractors/Update", this::update);
    }

    /** Answers without a body (wire-symfonia: Orders). */
    private JsonNode update(SimRequest request) {
        erp.contractors.update(ErpParams.body(request));
        return MissingNode.getInstance();
    }

    /** All forms, or those of one registry. */
    private JsonNode paymentForms(SimRequest request) {
        return Json.array(ErpParams.id(request, "registryId")
                .<Collection<ObjectNode>>map(erp.dictionaries::paymentForms)
                .orElseGet(erp.dictionaries::paymentForms));
    }

    private JsonNode documentTypes(SimRequest request) {
        Optional<Long> id = ErpParams.id(request, "id");
        if (id.isEmpty()) {
            return Json.array(erp.dictionaries.documentTypes());
        }
        return erp.dictionaries
                .documentType(id.get())
                .orElseThrow(() -> ErpRefusal.missing("Nie znaleziono typu dokumentu o Id " + id.get() + "."));
    }

    private JsonNode currencyRates(SimRequest request) {
        return Json.array(
                erp.lists.currencyRates(ErpParams.requiredId(request, "currencyId"), ErpParams.day(request, "date")));
    }

    private JsonNode changes(ErpChanges.Kind kind, SimRequest request) {
        if (!erp.switches.incrementalSync()) {
            throw ErpRefusal.bad("Synchronizacja przyrostowa jest wyłączona w konfiguracji WebAPI.");
        }
        return erp.changes.since(kind, ErpParams.moment(request, "dateFrom"));
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
        return Json.array(List.of(inventory(product)));
    }

    /** Of everything that has stock, with the codes of product and warehouse (wire-symfonia: More dictionaries). */
    private JsonNode inventories() {
        return Json.array(erp.dictionaries.products().stream()
                .filter(each -> erp.dictionaries.isGoods(each.get("Code").asText()))
                .map(this::inventory)
                .toList());
    }

    private JsonNode inventoriesOfWarehouse(SimRequest request) {
        boolean own = request.param("id").or(() -> request.param("code")).stream()
                .anyMatch(which -> which.equals(String.valueOf(OWN_WAREHOUSE)) || which.equals(OWN_WAREHOUSE_CODE));
        return own ? inventories() : Json.array();
    }

    private ObjectNode inventory(ObjectNode product) {
        String code = product.get("Code").asText();
        return Json.object()
                .put("ProductId", product.get("Id").asLong())
                .put("ProductCode", code)
                .put("WarehouseId", OWN_WAREHOUSE)
                .put("WarehouseCode", OWN_WAREHOUSE_CODE)
                .put("AmountInStore", erp.stock.inStore(code))
                .put("AmountToSale", erp.stock.toSale(code));
    }

    private JsonNode contractors(SimRequest request) {
        Optional<String> code = request.param("code");
        Optional<String> nip = request.param("nip");
        Optional<Long> id = ErpParams.id(request, "id");
        if (code.isPresent()) {
            return one(erp.contractors.byCode(code.get()), "kodzie " + code.get());
        }
        if (nip.isPresent()) {
            return many(erp.contractors.byNip(nip.get()));
        }
        String pesel = request.param("pesel").orElse("");
        if (!pesel.isEmpty()) {
            return many(erp.contractors.all().stream()
                    .filter(each -> each.path("Pesel").asText().equals(pesel))
                    .toList());
        }
        return id.isPresent() ? one(erp.contractors.byId(id.get()), "Id " + id.get()) : many(erp.contractors.all());
    }

    private static JsonNode one(Optional<ObjectNode> card, String which) {
        return card.map(ErpContractors::shown)
                .orElseThrow(() -> ErpRefusal.missing("Nie znaleziono kontrahenta o " + which + "."));
    }

    private static JsonNode many(Collection<ObjectNode> cards) {
        return Json.array(cards.stream().map(ErpContractors::shown).toList());
    }
}
