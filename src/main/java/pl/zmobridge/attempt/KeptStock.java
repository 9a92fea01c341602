package pl.zmobridge.attempt;

import java.util.List;
import java.util.function.UnaryOperator;
import pl.zmobridge.stock.StockRules;
import pl.zmobridge.symfonia.ErpSettings.Reservation;

/**
 * A shop whose stock is kept, and whose orders take of the same goods.
 *
 * @param codes L8: the ERP's code of the shop's
 * @param sharing all shops of the same ERP, this one included
 * @param unreserved those of them whose ZMO reserve nothing (L4): what the ERP has to sell falls with the sale only
 */
record KeptStock(
        String shop, StockRules rules, UnaryOperator<String> codes, List<String> sharing, List<String> unreserved) {

    static KeptStock of(String id, StockRules rules, Shops shops) {
        Shop shop = shops.of(id);
        List<Shop> sharing =
                shops.all().stream().filter(each -> erp(each).equals(erp(shop))).toList();
        return new KeptStock(
                id,
                rules,
                shop.source().intake().productCodes(),
                ids(sharing),
                ids(sharing.stream()
                        .filter(each -> each.target().settings().reservation() == Reservation.NONE)
                        .toList()));
    }

    private static String erp(Shop shop) {
        return shop.target().connection().address();
    }

    private static List<String> ids(List<Shop> shops) {
        return shops.stream().map(Shop::id).toList();
    }
}
