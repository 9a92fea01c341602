package pl.zmobridge.support;

import java.util.HashMap;
import java.util.Map;

/** Configurations for tests that start no bridge. */
public final class Values {
    private Values() {}

    /** All that a configuration must have. */
    public static Map<Object, Object> complete(String shop, String erp) {
        Map<Object, Object> values = new HashMap<>();
        values.put("shoper.url", shop);
        values.put("shoper.token", "token");
        values.put("symfonia.url", erp);
        values.put("symfonia.application-guid", "guid");
        values.put("symfonia.invoice.type", "ZMO");
        values.put("symfonia.invoice.series", "sZMO");
        values.put("symfonia.receipt.type", "ZMP");
        values.put("symfonia.receipt.series", "sZMP");
        values.put("symfonia.department", "SKLEP");
        values.put("symfonia.payment-registry", "BANK");
        values.put("symfonia.payment-form.default", "Gotówka");
        values.put("symfonia.delivery.code", "DOSTAWA");
        values.put("db.url", "jdbc:mariadb://127.0.0.1:3306/zmobridge");
        values.put("db.user", "zmobridge");
        return values;
    }
}
