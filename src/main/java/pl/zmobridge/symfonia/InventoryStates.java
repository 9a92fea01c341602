package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.stock.ErpStock;

/** The ERP's list of what is in its warehouses. */
final class InventoryStates {
    private InventoryStates() {}

    /** @throws ErpUnavailable for a list with a row that does not say how much there is of which product: a part of it would be wrong */
    static List<ErpStock> read(JsonNode list) {
        List<ErpStock> stock = new ArrayList<>();
        if (!list.isArray()) {
            throw without("ProductCode");
        }
        for (JsonNode row : list) {
            String code = row.path("ProductCode").asText("");
            if (code.isBlank()) {
                throw without("ProductCode");
            }
            if (!row.path("AmountToSale").isNumber()) {
                throw without("AmountToSale");
            }
            stock.add(new ErpStock(
                    code,
                    row.path("WarehouseCode").asText("").strip(),
                    row.path("AmountToSale").decimalValue()));
        }
        return stock;
    }

    private static ErpUnavailable without(String field) {
        return new ErpUnavailable(
                Failure.of(Cause.ERP_AWAY).with("how", "NO_FIELD").with("field", field));
    }
}
