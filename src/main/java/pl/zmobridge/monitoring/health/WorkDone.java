package pl.zmobridge.monitoring.health;

import java.util.List;
import java.util.function.Supplier;
import pl.zmobridge.monitoring.WatchedShop;
import pl.zmobridge.monitoring.WorkWatch;

/** Ready: work that is due is done (I11). */
public final class WorkDone extends Check {
    private final Supplier<List<WatchedShop>> shops;
    private final WorkWatch work;

    public WorkDone(Supplier<List<WatchedShop>> shops, WorkWatch work) {
        super("work");
        this.shops = shops;
        this.work = work;
    }

    @Override
    String fault() {
        List<String> still = shops.get().stream()
                .flatMap(shop -> work.standstill(shop).map(words -> shop.id() + " " + words).stream())
                .toList();
        return still.isEmpty() ? "" : "Work that is due is not done: " + String.join("; ", still);
    }
}
