package pl.zmobridge.symfonia;

import java.util.Map;
import pl.zmobridge.symfonia.ErpDifferences.Difference;

/**
 * Whose VAT rates the positions carry (V1, V2).
 *
 * @param ofShop the shop's; else those of the products' cards in the ERP
 * @param table the ERP's code by the shop's name of a rate
 * @param cardsAccepted V2: whether a card's rate may be another than the shop's
 */
public record VatSettings(boolean ofShop, Map<String, String> table, boolean cardsAccepted) {
    public VatSettings {
        table = Map.copyOf(table);
    }

    /** V2: whether the operator lets this difference pass. A rate that was sent must come back. */
    public boolean accepts(Difference difference) {
        return cardsAccepted && !ofShop && difference.what() == ErpDifferences.What.VAT_RATE;
    }
}
