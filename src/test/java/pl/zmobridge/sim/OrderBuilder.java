package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Builds an order of the shop. Without further words: a guest from Łódź, today, status 1, transfer, courier for 19.99, no
 * lines. The sum is computed from lines and delivery unless it is given.
 */
public final class OrderBuilder {

    /** What a line's price means when there are discounts (rule L5). */
    public enum Discounts {
        /** The price already holds the line's and the order's discounts. */
        IN_PRICE,
        /** The price holds neither; both come off. */
        OFF_PRICE,
        /** The price holds the line's discount; the order's comes off. */
        LINE_IN_PRICE
    }

    private static final List<String> SPARED = List.of(
            "shipping_cost", "discount_client", "discount_group", "discount_levels", "discount_code", "code_id");
    private static final List<String> UNKNOWN_DATES = List.of("status_date", "confirm_date", "delivery_date");

    private final ObjectNode header = Json.object();
    private final List<ObjectNode> lines = new ArrayList<>();
    private Discounts discounts = Discounts.OFF_PRICE;
    private BigDecimal difference = BigDecimal.ZERO;
    private boolean sparse;
    private boolean sumGiven;
    private boolean paid;

    public OrderBuilder() {
        header.put("order_id", "")
                .putNull("user_id")
                .putNull("date")
                .putNull("status_date")
                .putNull("confirm_date");
        header.putNull("delivery_date").put("status_id", "1").put("sum", "0.00").put("payment_id", "1");
        header.put("user_order", "0").put("shipping_id", "1").put("shipping_cost", "19.99");
        header.put("email", "klient@example.com").put("delivery_code", "").put("code", "9a1f0c");
        header.put("confirm", "1").put("notes", "").put("notes_priv", "").put("notes_pub", "");
        header.put("currency_id", "1").put("currency_rate", "1").put("paid", "0.00");
        header.put("discount_client", "0").put("discount_group", "0").put("discount_levels", "0");
        header.put("discount_code", "0").putNull("code_id").put("lang_id", "1").put("origin", "0");
        header.putNull("parent_order_id").put("registered", "0").put("promo_code", "");
        header.putArray("additional_fields");
        header.putArray("properties");
        header.putArray("tags");
        header.put("order_url", "https://sklep.example.pl/panel/orders").put("payment_url", "");
        header.put("is_cash_on_delivery", false).put("is_paid", false).put("is_overpayment", false);
        header.put("is_underpayment", true).put("total_parcels", 0).put("total_products", 0);
        header.putArray("children");
        header.put("vat_eu", false).put("shipping_tax_name", "23%").put("shipping_tax_value", "23");
        header.put("shipping_tax_id", "1");
        header.set("delivery_address", ShopRows.address("1", "Anna", "Żak"));
        header.putNull("billing_address");
    }

    /** Any header field by its name on the wire; the last word on that field. */
    public OrderBuilder with(String field, String value) {
        header.put(field, value);
        sumGiven |= field.equals("sum");
        return this;
    }

    /** When the buyer ordered, in the shop's zone: {@code 2026-10-02 09:41:07}. */
    public OrderBuilder date(String shopTime) {
        return with("date", shopTime);
    }

    public OrderBuilder flag(String field, boolean value) {
        header.put(field, value);
        return this;
    }

    /** Paid in full. */
    public OrderBuilder paid() {
        paid = true;
        return this;
    }

    public OrderBuilder user(long userId) {
        return with("user_id", String.valueOf(userId)).with("registered", "1").with("user_order", "1");
    }

    /** A guest who has a user's row of his own: only {@code registered} tells him from a member. */
    public OrderBuilder guest(long userId) {
        return with("user_id", String.valueOf(userId)).with("registered", "0").with("user_order", "0");
    }

    public OrderBuilder status(long statusId) {
        return with("status_id", String.valueOf(statusId));
    }

    public OrderBuilder payment(long paymentId) {
        return with("payment_id", String.valueOf(paymentId));
    }

    public OrderBuilder shipping(long shippingId, String cost) {
        return with("shipping_id", String.valueOf(shippingId)).with("shipping_cost", cost);
    }

    public OrderBuilder notes(String text) {
        return with("notes", text);
    }

    public OrderBuilder sum(String sum) {
        return with("sum", sum);
    }

    public OrderBuilder discounts(Discounts reading) {
        discounts = reading;
        return this;
    }

    /** 0 shop, 3 Allegro, 4 API, 5 panel, 100 to 111 Apilo. */
    public OrderBuilder origin(int origin) {
        return with("origin", String.valueOf(origin));
    }

    public OrderBuilder shippingTax(String name, String value) {
        return with("shipping_tax_name", name).with("shipping_tax_value", value);
    }

    /** An additional field of the order, a tick box for {@code "1"} and {@code "0"}. */
    public OrderBuilder additionalField(long fieldId, String value) {
        ObjectNode field = header.withArray("additional_fields").addObject();
        field.put("field_id", String.valueOf(fieldId))
                .put("type", "2")
                .put("locate", "120")
                .put("req", "0");
        field.put("active", "1").put("value", value).putNull("field_value");
        return this;
    }

    public OrderBuilder pickupPoint(String point, String supplier) {
        ObjectNode data = header.put("pickup_point", point).putObject("pickup_point_data");
        data.put("point", point)
                .put("supplier", supplier)
                .put("supplier_name", supplier)
                .put("street", "Zgierska");
        data.put("house_number", "5")
                .put("city", "Łódź")
                .put("postal_code", "91-002")
                .put("country_code", "PL");
        return this;
    }

    public OrderBuilder deliveryEmail(String email) {
        return with("delivery_email", email);
    }

    /** Orders that were joined into this one. */
    public OrderBuilder children(long... ids) {
        ArrayNode children = header.putArray("children");
        LongStream.of(ids).mapToObj(String::valueOf).forEach(children::add);
        return this;
    }

    public OrderBuilder parent(long id) {
        return with("parent_order_id", String.valueOf(id));
    }

    /** A code of a fixed amount: the sum is lower, no percentage says so. */
    public OrderBuilder voucher(long codeId, String code, String amount) {
        difference = difference.subtract(new BigDecimal(amount));
        return with("code_id", String.valueOf(codeId)).with("promo_code", code);
    }

    /** So many points were spent, worth that amount. */
    public OrderBuilder points(int points, String worth) {
        difference = difference.subtract(new BigDecimal(worth));
        if (!lines.isEmpty()) {
            last().putObject("loyalty")
                    .put("exchanged", "1")
                    .put("score", points)
                    .put("ratio", "1");
        }
        return with("loyalty_cost", String.valueOf(points));
    }

    /** The way of payment costs that much, and only the sum shows it. */
    public OrderBuilder surcharge(String amount) {
        difference = difference.add(new BigDecimal(amount));
        return this;
    }

    /** As recorded rows can be: no currency, no delivery cost, no discounts, zero dates. */
    public OrderBuilder sparse() {
        sparse = true;
        return this;
    }

    /** Without these header fields. */
    public OrderBuilder without(String... fields) {
        header.remove(List.of(fields));
        return this;
    }

    /** Address fields as name, value, name, value. */
    public OrderBuilder delivery(String... fields) {
        ((ObjectNode) header.get("delivery_address")).setAll(ShopRows.pairs(fields));
        return this;
    }

    public OrderBuilder noDelivery() {
        header.putNull("delivery_address");
        return this;
    }

    /** An invoice address: the delivery address as it is now, changed by these fields. */
    public OrderBuilder billing(String... fields) {
        ShopRows.bill(header, fields);
        return this;
    }

    public OrderBuilder firm(String company, String nip) {
        return billing("company", company, "tax_identification_number", nip);
    }

    public OrderBuilder line(String code, String price, String quantity) {
        return line(code, price, quantity, "0.0000");
    }

    public OrderBuilder line(String code, String price, String quantity, String discountPercent) {
        lines.add(ShopRows.line(code, price, quantity, discountPercent));
        return this;
    }

    /** A bundle: a line of type 1 whose parts follow with {@link #child}. */
    public OrderBuilder bundle(String code, String price, String quantity) {
        line(code, price, quantity);
        last().put("type", "1").putArray("children");
        return this;
    }

    /** A part of the bundle added last; {@code price} is that of one. */
    public OrderBuilder child(String code, String price, String quantity) {
        ArrayNode children = last().withArray("children");
        children.add(ShopRows.child(code, price, quantity, children.size()));
        return this;
    }

    /** A field of the part added last, as PHP can send it: {@code null}, a number. */
    public OrderBuilder childField(String field, JsonNode value) {
        ArrayNode children = last().withArray("children");
        ((ObjectNode) children.get(children.size() - 1)).set(field, value);
        return this;
    }

    /** The line added last is taxed at that rate: {@code "zw.", "0"}. */
    public OrderBuilder tax(String name, String value) {
        return lineField("tax", name).lineField("tax_value", value);
    }

    /** The code of the line added last is a JSON number, as PHP makes of a text without letters. */
    public OrderBuilder codeAsNumber(int code) {
        last().put("code", code);
        return this;
    }

    /** A field of the line added last. */
    public OrderBuilder lineField(String field, String value) {
        last().put(field, value);
        return this;
    }

    private ObjectNode last() {
        return lines.get(lines.size() - 1);
    }

    public SimOrder build() {
        if (sparse) {
            header.putNull("currency_id").remove(SPARED);
            UNKNOWN_DATES.forEach(date -> header.put(date, "0000-00-00 00:00:00"));
        }
        if (!sumGiven) {
            header.put(
                    "sum",
                    ShopSums.total(header, lines, discounts).add(difference).toPlainString());
        }
        if (paid) {
            header.put("paid", header.get("sum").asText()).put("is_paid", true).put("is_underpayment", false);
        }
        header.put("total_products", lines.size());
        return new SimOrder(
                header.deepCopy(), lines.stream().map(ObjectNode::deepCopy).toList());
    }
}
