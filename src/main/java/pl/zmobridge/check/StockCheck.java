package pl.zmobridge.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.shoper.ShopFailure;
import pl.zmobridge.shoper.ShoperApi;

/** The shop tells its stock, and the ERP has the chosen warehouses. Nothing is written. */
final class StockCheck {
    private StockCheck() {}

    /** Asks nothing unless {@code stock.enabled}. */
    static void ofShop(ShopSettings settings, ShopQuestions shop, Findings findings)
            throws IOException, InterruptedException {
        if (settings.stock().isEmpty()) {
            return;
        }
        try {
            shop.ask(ShoperApi.stocksAfter(0));
            if (!settings.stock().get().dryRun()) {
                findings.note(
                        "stock.dry-run",
                        "differences are written into the shop; whether its stock may be edited cannot be tried without writing",
                        "try it with stock.dry-run=true first");
            }
        } catch (ShopFailure.MissingArea e) {
            findings.bad(
                    "stock.enabled",
                    "the area „" + e.area() + "” is not granted",
                    "grant the integration „" + e.area() + "” (reading and editing) in the shop's panel");
        }
    }

    static void ofErp(ShopSettings settings, JsonNode warehouses, Findings findings) {
        settings.stock().ifPresent(stock -> stock.warehouses().stream()
                .filter(code ->
                        ErpDictionaryCheck.entry(warehouses, "Code", code).isEmpty())
                .sorted()
                .forEach(code -> findings.bad(
                        "stock.warehouses",
                        "the ERP has no warehouse „" + code + "”",
                        "take one of " + ErpDictionaryCheck.names(warehouses, "Code"))));
    }
}
