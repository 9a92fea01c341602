package pl.zmobridge.stock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a shop's stock differs from what it should be.
 *
 * @param compared variants that both sides have
 * @param unknownInErp codes of the shop that the ERP does not have in the chosen warehouses, and variants without a code as {@code #id}
 * @param unknownInShop codes of the ERP that the shop does not have
 * @param sameCode codes that several variants share: nobody knows how much is whose
 */
public record StockPlan(
        int compared,
        List<StockChange> changes,
        List<String> unknownInErp,
        List<String> unknownInShop,
        List<String> sameCode) {
    private static final int PART = 3;

    /** @param available of {@link StockRules#available} */
    public static StockPlan of(
            Collection<ShopStock> shop,
            Map<String, BigDecimal> available,
            Map<String, BigDecimal> ordered,
            StockRules rules) {
        Set<String> shared = shared(shop);
        List<StockChange> changes = new ArrayList<>();
        Set<String> unknownInErp = new TreeSet<>();
        Set<String> unknownInShop = new TreeSet<>(available.keySet());
        int compared = 0;
        for (ShopStock each : shop) {
            unknownInShop.remove(each.code());
            if (each.code().isBlank()) {
                unknownInErp.add("#" + each.id());
            } else if (rules.takes(each.code()) && !available.containsKey(each.code())) {
                unknownInErp.add(each.code());
            } else if (rules.takes(each.code()) && !shared.contains(each.code())) {
                compared++;
                long shown =
                        rules.shown(available.get(each.code()), ordered.getOrDefault(each.code(), BigDecimal.ZERO));
                if (each.stock().compareTo(BigDecimal.valueOf(shown)) != 0) {
                    changes.add(new StockChange(each.id(), each.code(), each.stock(), shown));
                }
            }
        }
        shared.removeIf(code -> !rules.takes(code));
        return new StockPlan(
                compared,
                List.copyOf(changes),
                List.copyOf(unknownInErp),
                List.copyOf(unknownInShop),
                List.copyOf(shared));
    }

    private static Set<String> shared(Collection<ShopStock> shop) {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new TreeSet<>();
        for (ShopStock each : shop) {
            if (!each.code().isBlank() && !seen.add(each.code())) {
                shared.add(each.code());
            }
        }
        return shared;
    }

    /** How many products could not be bought any more. */
    public long emptied() {
        return changes.stream().filter(StockChange::empties).count();
    }

    /** Whether so many products would fall to 0 at once that something else is more likely: a wrong warehouse, a day's inventory. */
    public boolean isAlarming() {
        return emptied() * PART > compared;
    }

    /** Those changes by the variants' ids. */
    public Map<Long, StockChange> byId() {
        Map<Long, StockChange> byId = new HashMap<>();
        changes.forEach(change -> byId.put(change.id(), change));
        return byId;
    }
}
