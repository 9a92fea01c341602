package pl.zmobridge.monitoring.health;

import java.util.List;
import java.util.function.Supplier;
import pl.zmobridge.monitoring.PollWatch;
import pl.zmobridge.monitoring.WatchedShop;

/**
 * Ready: no shop has missed three polls of its schedule. A poll that the shop did not answer was carried out: whoever restarts
 * the bridge for it changes nothing.
 */
public final class PollsCarriedOut extends Check {
    private final Supplier<List<WatchedShop>> shops;
    private final PollWatch polls;

    public PollsCarriedOut(Supplier<List<WatchedShop>> shops, PollWatch polls) {
        super("polls");
        this.shops = shops;
        this.polls = polls;
    }

    @Override
    String fault() {
        List<String> stuck = shops.get().stream()
                .filter(polls::isStuck)
                .map(shop -> shop.id() + " for " + polls.age(shop.id()).toMinutes() + " min")
                .toList();
        return stuck.isEmpty() ? "" : "Not polled for three intervals: " + String.join(", ", stuck);
    }
}
