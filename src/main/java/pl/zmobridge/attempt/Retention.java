package pl.zmobridge.attempt;

import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** For how long personal data of orders that are over is kept. */
public final class Retention {
    private final Shops shops;
    private final int days;

    /** @param days 0 for ever */
    public Retention(Shops shops, int days) {
        this.shops = shops;
        this.days = days;
    }

    /** Begins to erase what is due in the shops that this bridge looks after. */
    public Erasure begin() {
        return new Erasure(shops.ids(), days);
    }

    /** How many orders they are. */
    public int count(@Body List<Map<String, Object>> rows) {
        return rows.size();
    }

    /** @param rows of {@code erase-due} */
    public void found(@Variable("orders") Erasure erasure, @Body List<Map<String, Object>> rows) {
        erasure.found(rows.size());
    }
}
