package pl.zmobridge.attempt;

import java.util.List;

/** For how long personal data of orders that are over is kept. */
public final class Retention {
    private final Shops shops;
    private final int days;

    /** @param days 0 for ever */
    public Retention(Shops shops, int days) {
        this.shops = shops;
        this.days = days;
    }

    /** Whose orders this bridge looks after. */
    public List<String> shops() {
        return shops.ids();
    }

    public int days() {
        return days;
    }
}
