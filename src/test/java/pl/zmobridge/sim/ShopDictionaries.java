package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The shop's small lists and its configuration. Not safe for threads: the owner locks. */
final class ShopDictionaries {
    private final Map<String, Map<Long, ObjectNode>> lists = new TreeMap<>();
    private String timeZone = "Europe/Warsaw";

    ShopDictionaries() {
        List.of(
                        "statuses",
                        "payments",
                        "shippings",
                        "currencies",
                        "taxes",
                        "additional-fields",
                        "promotion-codes",
                        "product-stocks",
                        "parcels",
                        "users")
                .forEach(name -> lists.put(name, new TreeMap<>()));
        status(1, "złożone", 1);
        status(2, "w realizacji", 2);
        status(3, "opłacone", 2);
        status(4, "wysłane", 3);
        status(5, "oczekiwanie na płatność", 1);
        status(8, "anulowane", 4);
        status(9, "odrzucone", 4);
        status(10, "zwrócone", 4);
        payment(1, "bank_transfer", "Przelew");
        payment(2, "cod", "Pobranie");
        payment(3, "blik", "BLIK");
        payment(18, "shoper_payments", "Płatność ONLINE");
        shipping(1, "courier", "Kurier DPD");
        shipping(2, "inpost", "InPost Kurier");
        shipping(3, "inpost", "Paczkomaty InPost");
        shipping(4, "personal", "Odbiór osobisty");
        currency(1, "PLN", "1", true);
        currency(2, "EUR", "4.2650", false);
        tax(1, "23%", "23");
        tax(2, "8%", "8");
        tax(3, "5%", "5");
        tax(4, "0%", "0");
        tax(5, "zw.", "0");
        tax(6, "np.", "0");
        additionalField(3, 2, "Chcę otrzymać fakturę");
        Goods.CATALOGUE.forEach(goods -> stock(goods.code(), goods.price(), "1000"));
    }

    Map<Long, ObjectNode> list(String name) {
        return lists.get(name);
    }

    boolean has(String name) {
        return lists.containsKey(name);
    }

    /** The field that holds a row's id. */
    static String key(String name) {
        return switch (name) {
            case "statuses" -> "status_id";
            case "payments" -> "payment_id";
            case "shippings" -> "shipping_id";
            case "currencies" -> "currency_id";
            case "taxes" -> "tax_id";
            case "additional-fields" -> "field_id";
            case "promotion-codes" -> "code_id";
            case "product-stocks" -> "stock_id";
            case "parcels" -> "parcel_id";
            case "users" -> "user_id";
            case "orders" -> "order_id";
            default -> "id";
        };
    }

    /** @param login blank for a guest with a row of his own (wire-shoper: Buyer) */
    void user(long id, String login, String email) {
        row("users", id).put("login", login).put("email", email).put("active", "1");
    }

    void status(long id, String name, int type) {
        ObjectNode row = row("statuses", id);
        row.put("active", "1").put("default", id == 1 ? "1" : "0").put("type", String.valueOf(type));
        row.put("color", "#00aa00").put("order", String.valueOf(id));
        ObjectNode languages = row.putObject("translations");
        languages.putObject("pl_PL").put("name", name).put("message", "").put("lang_id", "1");
        languages
                .putObject("en_US")
                .put("name", "status " + id)
                .put("message", "")
                .put("lang_id", "2");
    }

    void payment(long id, String engine, String title) {
        ObjectNode row = row("payments", id);
        row.put("name", engine).put("visible", "1").put("order", String.valueOf(id));
        row.putObject("translations").putObject("pl_PL").put("title", title).put("description", "");
        row.putArray("currencies").add("1");
    }

    void shipping(long id, String engine, String name) {
        ObjectNode row = row("shippings", id);
        row.put("cost", "0.00")
                .put("engine", engine)
                .put("name", name)
                .put("visible", "1")
                .put("tax_id", "1");
        row.putObject("translations").putObject("pl_PL").put("name", name).put("description", "");
        row.putObject("ranges");
        row.putArray("payments");
    }

    /** {@code shippings[].payments} (wire-shoper: Dictionaries). */
    void surcharge(long shippingId, long paymentId, String cost) {
        lists.get("shippings")
                .get(shippingId)
                .withArray("payments")
                .addObject()
                .put("payment_id", String.valueOf(paymentId))
                .put("cost", cost)
                .put("percent", "0");
    }

    void additionalField(long id, int type, String name) {
        ObjectNode row = row("additional-fields", id);
        row.put("type", String.valueOf(type))
                .put("locate", "120")
                .put("req", "0")
                .put("active", "1");
        row.put("order", String.valueOf(id));
        row.putObject("translations").putObject("pl_PL").put("name", name).put("description", "");
    }

    void promotionCode(long id, String code, int type, String discount, String atMost) {
        ObjectNode row = row("promotion-codes", id).put("code", code).put("discount_type", String.valueOf(type));
        row.put("discount", discount).put("max_discount_amount", atMost).put("active", "1");
    }

    void currency(long id, String name, String rate, boolean main) {
        ObjectNode row =
                row("currencies", id).put("name", name).put("rate", rate).put("default", main ? "1" : "0");
        row.put("rate_date", "2009-05-04 00:00:00");
    }

    /** @param day {@code rate_date} */
    void currencyRate(String name, String rate, String day) {
        lists.get("currencies").values().stream()
                .filter(each -> each.get("name").asText().equals(name))
                .forEach(each -> each.put("rate", rate).put("rate_date", day + " 00:00:00"));
    }

    /** Rates are units of the default currency for one (wire-shoper: Dictionaries), so all of them change. */
    void defaultCurrency(String name) {
        ObjectNode wanted = lists.get("currencies").values().stream()
                .filter(each -> each.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
        BigDecimal unit = new BigDecimal(wanted.get("rate").asText());
        lists.get("currencies").values().forEach(each -> {
            BigDecimal rate = new BigDecimal(each.get("rate").asText()).divide(unit, 4, RoundingMode.HALF_UP);
            each.put("rate", each == wanted ? "1" : rate.toPlainString()).put("default", each == wanted ? "1" : "0");
        });
    }

    private ObjectNode defaultCurrency() {
        return lists.get("currencies").values().stream()
                .filter(each -> each.get("default").asText().equals("1"))
                .findFirst()
                .orElseThrow();
    }

    /** A variant and what the shop thinks is left of it; several can have one code. */
    void stock(String code, String price, String stock) {
        long id = 100 + lists.get("product-stocks").size();
        ObjectNode row = row("product-stocks", id)
                .put("product_id", String.valueOf(id - 90))
                .put("code", code);
        row.put("stock", stock).put("extended", "0").put("price", price).put("active", "1");
    }

    Optional<ObjectNode> stockOf(String code) {
        return lists.get("product-stocks").values().stream()
                .filter(each -> each.get("code").asText().equals(code))
                .findFirst();
    }

    /** A new order line lowers it at once (wire-shoper: Writing). */
    void take(ObjectNode line) {
        stockOf(line.path("code").asText())
                .ifPresent(row -> row.put(
                        "stock",
                        ShopSums.decimal(row, "stock")
                                .subtract(ShopSums.decimal(line, "quantity"))
                                .toPlainString()));
    }

    /** @return its id */
    long parcel(ObjectNode wanted) {
        long id = 1 + lists.get("parcels").size();
        row("parcels", id).setAll(wanted);
        return id;
    }

    void tax(long id, String name, String value) {
        row("taxes", id).put("name", name).put("value", value).put("class", "");
    }

    void timeZone(String zone) {
        timeZone = zone;
    }

    String timeZone() {
        return timeZone;
    }

    ObjectNode configuration() {
        ObjectNode config = Json.object();
        config.put("locale_timezone", timeZone).put("default_language_name", "pl_PL");
        ObjectNode currency = defaultCurrency();
        config.put("default_language_id", "1");
        config.put("default_currency_id", currency.get("currency_id").asText())
                .put("default_currency_name", currency.get("name").asText());
        config.put("shop_name", "Sklep Próbny")
                .put("shop_email", "sklep@example.com")
                .put("shop_phone", "+48 42 600 00 00");
        config.put("shop_full_address", "Piotrkowska 1, 90-001 Łódź").put("shop_offline", "0");
        config.put("locale_default_weight", "kg")
                .put("product_defaults_unit_id", "1")
                .put("shopping_min_order_value", "0");
        config.put("shopping_parcel_create_status_id", "2").put("shopping_parcel_update_status_id", "4");
        config.put("shopping_change_status_payment_made_id", "3").put("shopping_change_status_order_canceled_id", "8");
        config.put("shopping_change_status_refund_made_id", "10").put("shopping_parcel_send_status_id", "4");
        config.put("shopping_vat_eu_enable", "0");
        config.put("loyalty_enable", "0").put("registration_enable", "1").put("currency_gross", "1");
        return config;
    }

    private ObjectNode row(String list, long id) {
        ObjectNode row = Json.object().put(key(list), String.valueOf(id));
        lists.get(list).put(id, row);
        return row;
    }
}
