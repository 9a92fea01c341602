package pl.zmobridge.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of the ERP's stock a shop shows.
 *
 * @param warehouses codes; empty for all
 * @param buffer so many of each product are never shown
 * @param max no more of a product are shown; empty for no limit
 * @param only products whose codes in the shop begin with one of these; empty for all
 * @param dryRun nothing is written
 */
public record StockRules(Set<String> warehouses, int buffer, Optional<Integer> max, List<String> only, boolean dryRun) {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    public boolean takes(String code) {
        return !code.isBlank() && (only.isEmpty() || only.stream().anyMatch(code::startsWith));
    }

    /** A chosen warehouse of which the ERP lists nothing. */
    public Optional<String> missingWarehouse(Collection<ErpStock> stock) {
        Set<String> listed = stock.stream().map(ErpStock::warehouse).collect(Collectors.toSet());
        return warehouses.stream().filter(code -> !listed.contains(code)).findFirst();
    }

    /** What the chosen warehouses have of each product. */
    public Map<String, BigDecimal> available(Collection<ErpStock> stock) {
        Map<String, BigDecimal> available = new HashMap<>();
        for (ErpStock each : stock) {
            if (warehouses.isEmpty() || warehouses.contains(each.warehouse())) {
                available.merge(each.code(), each.toSale(), BigDecimal::add);
            }
        }
        return available;
    }

    /**
     * What the shop should show: whole pieces, never less than none.
     *
     * @param ordered what orders that the ERP does not know yet will take
     */
    long shown(BigDecimal available, BigDecimal ordered) {
        long pieces = available
                .subtract(ordered)
                .subtract(BigDecimal.valueOf(buffer))
                .max(BigDecimal.ZERO)
                .min(MOST)
                .setScale(0, RoundingMode.FLOOR)
                .longValue();
        return max.map(limit -> Math.min(limit, pieces)).orElse(pieces);
    }
}
