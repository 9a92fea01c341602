package pl.zmobridge.symfonia;

import java.util.Map;

/**
 * Whose VAT rates the positions carry (V1, V2).
 *
 * @param ofShop the shop's; else those of the products' cards in the ERP
 * @param table the ERP's code by the shop's name of a rate
 */
public record VatSettings(boolean ofShop, Map<String, String> table) {
    public VatSettings {
        table = Map.copyOf(table);
    }
}
