package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import pl.zmobridge.order.UnreadableValue;
import pl.zmobridge.stock.ShopStock;
import pl.zmobridge.wire.Request;

/** Collects all variants of a shop, page by page: a keyset, so that new variants shift no page. */
public final class StockPages implements Pages {
    private final List<ShopStock> found = new ArrayList<>();
    private long last;
    private boolean more = true;

    @Override
    public boolean isMore() {
        return more;
    }

    @Override
    public Request<ListPage> request() {
        return ShoperApi.stocksAfter(last);
    }

    @Override
    public void accept(ListPage page) {
        found.addAll(read(page));
        more = !page.isLast() && !page.rows().isEmpty();
        for (JsonNode row : page.rows()) {
            last = Math.max(last, Fields.id(row, "stock_id"));
        }
    }

    /** Those of the pages so far. */
    public List<ShopStock> found() {
        return found;
    }

    /** What a page says; a variant whose code or number cannot be read is left out, so nothing is done to it. */
    public static List<ShopStock> read(ListPage page) {
        List<ShopStock> variants = new ArrayList<>();
        for (JsonNode row : page.rows()) {
            try {
                variants.add(new ShopStock(
                        Fields.id(row, "stock_id"), Fields.code(row, "code"), Fields.amount(row, "stock")));
            } catch (UnreadableValue e) {
                // the list of products that the shop lacks will name it
            }
        }
        return variants;
    }
}
