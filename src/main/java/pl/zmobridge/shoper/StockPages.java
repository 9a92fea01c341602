package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import pl.zmobridge.order.UnreadableValue;
import pl.zmobridge.stock.SeenStock;
import pl.zmobridge.stock.ShopStock;
import pl.zmobridge.wire.Request;

/** Reads on in the round of a shop's variants: to its end when not all were seen yet, else a part of it. */
public final class StockPages implements Pages {
    /** So many comparisons make a round. */
    private static final int PARTS = 12;

    private final SeenStock seen;
    private int left;
    private boolean more = true;

    public StockPages(SeenStock seen) {
        this.seen = seen;
        this.left = seen.size() / (ShoperApi.PAGE_SIZE * PARTS) + 1;
    }

    @Override
    public boolean isMore() {
        return more;
    }

    @Override
    public Request<ListPage> request() {
        return ShoperApi.stocksAfter(seen.last());
    }

    @Override
    public void accept(ListPage page) {
        boolean isEnd = page.isLast() || page.rows().isEmpty();
        long upTo = page.rows().stream()
                .mapToLong(row -> Fields.id(row, "stock_id"))
                .max()
                .orElse(seen.last());
        boolean wasWhole = seen.isWhole();
        seen.next(read(page), upTo, isEnd);
        left--;
        more = !isEnd && (!wasWhole || left > 0);
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
