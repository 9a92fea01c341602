package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

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

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final ObjectNode header = Json.object();
    private final List<ObjectNode> lines = new ArrayList<>();
    private Discounts discounts = Discounts.OFF_PRICE;
    private boolean sumGiven;
    private boolean paid;

    public OrderBuilder() {
        header.put("order_id", "")
                .putNull("user_id")
                .putNull("date")
                .putNull("status_date")
                .putNull("confirm_date");
        header.putNull("delivery_date").put("status_id", "1").put("sum", "0.00").put("payment_id", "1");
        header.put("user_order", "1").put("shipping_id", "1").put("shipping_cost", "19.99");
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
        header.put("shipping_tax_id", "1").put("pickup_point", "");
        header.set("delivery_address", address("1", "Anna", "Żak"));
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
        return with("user_id", String.valueOf(userId)).with("registered", "1");
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

    /** Address fields as name, value, name, value. */
    public OrderBuilder delivery(String... fields) {
        ((ObjectNode) header.get("delivery_address")).setAll(pairs(fields));
        return this;
    }

    public OrderBuilder noDelivery() {
        header.putNull("delivery_address");
        return this;
    }

    /** An invoice address: the delivery address as it is now, changed by these fields. */
    public OrderBuilder billing(String... fields) {
        ObjectNode billing = header.get("delivery_address").deepCopy();
        billing.put("address_id", "45").put("type", "2").setAll(pairs(fields));
        header.set("billing_address", billing);
        return this;
    }

    public OrderBuilder firm(String company, String nip) {
        return billing("company", company, "tax_identification_number", nip);
    }

    public OrderBuilder line(String code, String price, String quantity) {
        return line(code, price, quantity, "0.0000");
    }

    public OrderBuilder line(String code, String price, String quantity, String discountPercent) {
        Goods goods = Goods.CATALOGUE.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(new Goods(code, "Towar " + code, price, "23", "szt.", false));
        ObjectNode line = Json.object();
        line.put("id", "")
                .put("order_id", "")
                .put("product_id", "13")
                .put("stock_id", "13")
                .put("price", price);
        line.put("discount_perc", discountPercent).put("quantity", quantity).put("delivery_time", "1");
        line.put("name", goods.name()).put("code", code).put("pkwiu", "");
        line.put("tax", goods.vat() + "%")
                .put("tax_value", goods.vat())
                .put("unit", goods.unit())
                .put("option", "");
        line.put("unit_fp", goods.fractional() ? "1" : "0").put("weight", "0.5").put("type", "0");
        line.put("is_digital", 0);
        line.putArray("text_options");
        line.putArray("file_options");
        line.put("warehouse_code", "").put("ean", "").putNull("images");
        lines.add(line);
        return this;
    }

    /** A field of the line added last. */
    public OrderBuilder lineField(String field, String value) {
        lines.get(lines.size() - 1).put(field, value);
        return this;
    }

    public SimOrder build() {
        if (!sumGiven) {
            header.put("sum", computedSum().toPlainString());
        }
        if (paid) {
            header.put("paid", header.get("sum").asText()).put("is_paid", true).put("is_underpayment", false);
        }
        header.put("total_products", lines.size());
        return new SimOrder(
                header.deepCopy(), lines.stream().map(ObjectNode::deepCopy).toList());
    }

    private BigDecimal computedSum() {
        BigDecimal sum = decimal(header, "shipping_cost");
        for (ObjectNode line : lines) {
            sum = sum.add(lineTotal(line));
        }
        return sum.setScale(2, RoundingMode.HALF_UP);
    }

    private BigDecimal lineTotal(ObjectNode line) {
        BigDecimal total = decimal(line, "price").multiply(decimal(line, "quantity"));
        if (discounts == Discounts.OFF_PRICE) {
            total = less(total, decimal(line, "discount_perc"));
        }
        if (discounts != Discounts.IN_PRICE) {
            for (String discount : List.of("discount_client", "discount_group", "discount_levels", "discount_code")) {
                total = less(total, decimal(header, discount));
            }
        }
        return total.setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal less(BigDecimal amount, BigDecimal percent) {
        return amount.multiply(HUNDRED.subtract(percent)).divide(HUNDRED);
    }

    private static BigDecimal decimal(ObjectNode node, String field) {
        return Json.number(node.get(field)).orElse(BigDecimal.ZERO);
    }

    private static ObjectNode pairs(String... fields) {
        ObjectNode pairs = Json.object();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.put(fields[i], fields[i + 1]);
        }
        return pairs;
    }

    private static ObjectNode address(String type, String firstName, String lastName) {
        ObjectNode address = Json.object();
        address.put("address_id", "44").put("order_id", "").put("type", type).put("firstname", firstName);
        address.put("lastname", lastName).put("company", "").put("pesel", "").put("city", "Łódź");
        address.put("postcode", "90-001")
                .put("street1", "Piotrkowska 12/4")
                .put("street2", "")
                .put("state", "");
        address.put("country", "Polska").put("phone", "+48 600 100 200").put("country_code", "PL");
        return address.put("tax_identification_number", "");
    }
}
