package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rows of the shop before they have ids: lines, parts of bundles, addresses (wire-shoper: Order, Lines). */
final class ShopRows {
    private ShopRows() {}

    static ObjectNode line(String code, String price, String quantity, String discountPercent) {
        Goods goods = goods(code, price);
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
        return line;
    }

    /** A part of a bundle's line. */
    static ObjectNode child(String code, String price, String quantity, int index) {
        Goods goods = goods(code, price);
        ObjectNode child = Json.object();
        child.put("id", String.valueOf(700 + index)).put("bundle_child_id", String.valueOf(30 + index));
        child.put("code", code)
                .put("name", goods.name())
                .put("quantity", quantity)
                .put("price", price);
        child.put("discount_perc", "0.0000").put("option", "").put("tax", goods.vat() + "%");
        return child.put("tax_value", goods.vat()).put("unit", goods.unit()).put("stock_id", "14");
    }

    private static Goods goods(String code, String price) {
        return Goods.CATALOGUE.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(new Goods(code, "Towar " + code, price, "23", "szt.", false));
    }

    static ObjectNode address(String type, String firstName, String lastName) {
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

    /** An invoice address: the delivery address as it is now, changed by these fields. */
    static void bill(ObjectNode header, String... fields) {
        ObjectNode billing = header.get("delivery_address").deepCopy();
        billing.put("address_id", "45").put("type", "2").setAll(pairs(fields));
        header.set("billing_address", billing);
    }

    /** Fields as name, value, name, value. */
    static ObjectNode pairs(String... fields) {
        ObjectNode pairs = Json.object();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.put(fields[i], fields[i + 1]);
        }
        return pairs;
    }
}
