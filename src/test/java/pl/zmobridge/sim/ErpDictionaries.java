package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the ERP has been set up with. Not safe for threads: the owner locks. */
final class ErpDictionaries {
    static final long INVOICE = 11;
    static final long RECEIPT = 12;
    /** What {@code Character} says of a ZMO, an invoice and a receipt (wire-symfonia: More dictionaries). */
    private static final int OF_ZMO = 86;

    private static final int OF_INVOICE = 40;
    private static final int OF_RECEIPT = 50;
    private static final long BANK = 1;
    private static final long CASH_DESK = 2;

    private final Map<Long, ObjectNode> paymentForms = new TreeMap<>();
    private final Map<Long, Long> registryOfForm = new TreeMap<>();
    private final Map<String, ObjectNode> types = new LinkedHashMap<>();
    private final Map<Long, ObjectNode> salesTypes = new TreeMap<>();
    private final Map<Long, List<ObjectNode>> series = new TreeMap<>();
    private final Map<String, ObjectNode> products = new LinkedHashMap<>();
    private final List<ObjectNode> departments = new ArrayList<>();
    private final List<ObjectNode> registries = new ArrayList<>();
    private final List<ObjectNode> warehouses = new ArrayList<>();

    ErpDictionaries() {
        paymentForm(1, "Gotówka", 0, true);
        paymentForm(2, "Karta płatnicza", 0, true);
        paymentForm(3, "Pobranie", 7, true);
        paymentForm(4, "Przelew – 7 dni", 7, true);
        paymentForm(6, "Przelew – 14 dni", 14, true);
        paymentForm(8, "Przelew – 30 dni", 30, false);
        paymentForm(9, "płatność online", 0, true);
        registryOfForm.put(1L, CASH_DESK);
        salesType(INVOICE, "FVS", "Faktura VAT sprzedaży", OF_INVOICE, 0);
        salesType(RECEIPT, "PAR", "Paragon", OF_RECEIPT, 0);
        type(101, "ZMO", "Zamówienie obce", 11, "sZMO");
        type(102, "ZMP", "Zamówienie obce (paragon)", 12, "sZMP");
        departments.add(entry(1, "SKLEP", "Sklep internetowy"));
        departments.add(entry(2, "CENTRALA", "Centrala"));
        registries.add(
                entry(1, "BANK", "Rachunek bankowy").put("Currency", "PLN").put("DefaultPaymentFormId", 4));
        registries.add(entry(2, "KASA", "Kasa gotówkowa").put("Currency", "PLN").put("DefaultPaymentFormId", 1));
        warehouses.add(entry(1, "MAG", "Magazyn główny").put("Active", true));
        warehouses.add(entry(2, "SKLEP", "Magazyn sklepu").put("Active", true));
        product(Goods.DELIVERY, "Dostawa", "usł.", "23", true);
        Goods.CATALOGUE.forEach(goods -> product(goods.code(), goods.name(), goods.unit(), goods.vat(), false));
    }

    void paymentForm(long id, String name, int days, boolean active) {
        ObjectNode form = Json.object().put("Id", id).put("Client", 0).put("Name", name);
        registryOfForm.putIfAbsent(id, BANK);
        paymentForms.put(
                id, form.put("Active", active).put("Type", days > 0 ? 1 : 0).put("Days", days));
    }

    /** A type of ZMO with its one series. Related type 11 realises into invoices, 12 into receipts. */
    void type(long id, String code, String name, long relatedType, String seriesCode) {
        ObjectNode type = entry(id, code, name).put("Active", true);
        types.put(code, type.put("RelatedTypeId", relatedType).put("RelatedSerieId", relatedType + 10));
        series.put(id, new ArrayList<>(List.of(Json.object().put("Id", id + 100).put("Code", seriesCode))));
    }

    /** A type of sales document; {@code jpk} is the sum of its JPK_V7 markers (WSTO_EE 1048576, MPP 131072, FP 4). */
    void salesType(long id, String code, String name, int character, int jpk) {
        ObjectNode type = entry(id, code, name).put("Active", true);
        salesTypes.put(id, type.put("Character", character).put("JPK_V7Attributes", jpk));
    }

    /** A type of ZMO or of sales document, with its {@code Character}. */
    Optional<ObjectNode> documentType(long id) {
        return Optional.ofNullable(salesTypes.get(id)).or(() -> types.values().stream()
                .filter(each -> each.get("Id").asLong() == id)
                .map(each -> each.deepCopy().put("Character", OF_ZMO).put("JPK_V7Attributes", 0))
                .findFirst());
    }

    List<ObjectNode> documentTypes() {
        return Stream.concat(types.values().stream().map(each -> each.get("Id").asLong()), salesTypes.keySet().stream())
                .flatMap(id -> documentType(id).stream())
                .toList();
    }

    /** Whether a ZMO of that type is realised into receipts. */
    boolean makesReceipts(long salesType) {
        return documentType(salesType).orElseThrow().get("Character").asInt() == OF_RECEIPT;
    }

    void product(String code, String name, String unit, String vat, boolean service) {
        ObjectNode product = entry(products.size() + 1000L, code, name).put("Active", true);
        product.put("Type", service ? 1 : 0).put("UnitOfMeasurement", unit);
        product.putObject("VatRate").put("Code", vat);
        products.put(code, product);
    }

    boolean removeProduct(String code) {
        return products.remove(code) != null;
    }

    Collection<ObjectNode> paymentForms() {
        return paymentForms.values();
    }

    /** Those of one registry. */
    List<ObjectNode> paymentForms(long registryId) {
        return paymentForms.values().stream()
                .filter(form -> registryOfForm.get(form.get("Id").asLong()) == registryId)
                .toList();
    }

    Optional<ObjectNode> paymentForm(long id) {
        return Optional.ofNullable(paymentForms.get(id));
    }

    Collection<ObjectNode> types() {
        return types.values();
    }

    Optional<ObjectNode> type(String code) {
        return Optional.ofNullable(types.get(code));
    }

    List<ObjectNode> series(long typeId) {
        return series.getOrDefault(typeId, List.of());
    }

    Collection<ObjectNode> products() {
        return products.values();
    }

    Optional<ObjectNode> product(String code) {
        return Optional.ofNullable(products.get(code));
    }

    boolean isGoods(String code) {
        return product(code).filter(each -> each.get("Type").asInt() == 0).isPresent();
    }

    List<ObjectNode> departments() {
        return departments;
    }

    List<ObjectNode> registries() {
        return registries;
    }

    List<ObjectNode> warehouses() {
        return warehouses;
    }

    private static ObjectNode entry(long id, String code, String name) {
        return ErpLists.entry(id, code, name);
    }
}
