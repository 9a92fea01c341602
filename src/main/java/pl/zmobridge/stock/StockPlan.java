package pl.zmobridge.stock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How a shop's stock differs from what it should be.
 *
 * @param compared variants that both sides have
 * @param unknownInErp codes of the shop that the ERP does not have in the chosen warehouses, and variants without a code as {@code #id}
 * @param unknownInShop codes of the ERP that the shop does not have
 * @param sameCode codes of the ERP that several variants share: nobody knows how much is whose
 */
public record StockPlan(
        int compared,
        List<StockChange> changes,
        List<String> unknownInErp,
        List<String> unknownInShop,
        List<String> sameCode) {
    private static final int PART = 3;
    /** Fewer may fall to 0 in a shop of any size: that is how products sell out. */
    private static final int FEWEST = 5;

    /**
     * @param available of {@link StockRules#available}
     * @param ordered by the ERP's codes
     * @param codes L8: the ERP's code of a shop's
     */
    public static StockPlan of(
            Collection<ShopStock> shop,
            Map<String, BigDecimal> available,
            Map<String, BigDecimal> ordered,
            StockRules rules,
            UnaryOperator<String> codes) {
        Set<String> shared = shared(shop, codes);
        List<StockChange> changes = new ArrayList<>();
        Set<String> unknownInErp = new TreeSet<>();
        Set<String> sameCode = new TreeSet<>();
        Set<String> unknownInShop =
                available.keySet().stream().filter(rules::takes).collect(Collectors.toCollection(TreeSet::new));
        int compared = 0;
        for (ShopStock each : shop) {
            String code = codes.apply(each.code());
            unknownInShop.remove(code);
            if (each.code().isBlank()) {
                unknownInErp.add("#" + each.id());
            } else if (rules.takes(each.code()) && !available.containsKey(code)) {
                unknownInErp.add(each.code());
            } else if (rules.takes(each.code()) && shared.contains(code)) {
                sameCode.add(code);
            } else if (rules.takes(each.code())) {
                compared++;
                long shown = rules.shown(available.get(code), ordered.getOrDefault(code, BigDecimal.ZERO));
                if (each.stock().compareTo(BigDecimal.valueOf(shown)) != 0) {
                    changes.add(new StockChange(each.id(), each.code(), each.stock(), shown));
                }
            }
        }
        return new StockPlan(
                compared,
                List.copyOf(changes),
                List.copyOf(unknownInErp),
                List.copyOf(unknownInShop),
                List.copyOf(sameCode));
    }

    private static Set<String> shared(Collection<ShopStock> shop, UnaryOperator<String> codes) {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (ShopStock each : shop) {
            String code = codes.apply(each.code());
            if (!code.isBlank() && !seen.add(code)) {
                shared.add(code);
            }
        }
        return shared;
    }

    /** How many products could not be bought any more. */
    public long emptied() {
        return changes.stream().filter(StockChange::empties).count();
    }

    /**
     * Whether so many products would fall to 0 at once that something else is more likely: a wrong warehouse, a day's inventory.
     *
     * @param passed so many may fall, a person has said; a few more that have sold out meanwhile are no other matter
     */
    public boolean isAlarming(long passed) {
        long emptied = emptied();
        return emptied >= passed + FEWEST && emptied * PART > compared;
    }
}
