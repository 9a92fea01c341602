package pl.zmobridge.sim;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What lies in the warehouse and for which order it is put aside. Not safe for threads: the owner locks. */
final class ErpStock {
    private final Map<String, BigDecimal> inStore = new TreeMap<>();
    private final Map<String, BigDecimal> reserved = new HashMap<>();
    private final Map<Long, Map<String, BigDecimal>> byOrder = new HashMap<>();

    void set(String code, BigDecimal quantity) {
        inStore.put(code, quantity);
    }

    void add(String code, BigDecimal quantity) {
        inStore.merge(code, quantity, BigDecimal::add);
    }

    BigDecimal inStore(String code) {
        return inStore.getOrDefault(code, BigDecimal.ZERO);
    }

    /** In store and put aside for nobody. */
    BigDecimal toSale(String code) {
        return inStore(code).subtract(reserved.getOrDefault(code, BigDecimal.ZERO));
    }

    /** Puts aside what is there; the rest of the need stays open. */
    void reserve(long orderId, Map<String, BigDecimal> needs) {
        free(orderId);
        Map<String, BigDecimal> own = new HashMap<>();
        needs.forEach((code, quantity) -> {
            BigDecimal put = quantity.min(toSale(code).max(BigDecimal.ZERO));
            reserved.merge(code, put, BigDecimal::add);
            own.put(code, put);
        });
        byOrder.put(orderId, own);
    }

    void free(long orderId) {
        Map<String, BigDecimal> own = byOrder.remove(orderId);
        if (own != null) {
            own.forEach((code, quantity) -> reserved.merge(code, quantity.negate(), BigDecimal::add));
        }
    }

    /** Takes the goods of an order, its reservation included, or nothing at all. */
    void take(long orderId, Map<String, BigDecimal> needs) {
        Map<String, BigDecimal> own = byOrder.getOrDefault(orderId, Map.of());
        needs.forEach((code, quantity) -> {
            BigDecimal available = toSale(code).add(own.getOrDefault(code, BigDecimal.ZERO));
            if (available.compareTo(quantity) < 0) {
                throw ErpRefusal.bad("Brak wystarczającej ilości towaru " + code + " w magazynie MAG: wymagane "
                        + quantity.toPlainString() + ", dostępne " + available.toPlainString() + ".");
            }
        });
        free(orderId);
        needs.forEach((code, quantity) -> inStore.merge(code, quantity.negate(), BigDecimal::add));
    }

    Runnable snapshot() {
        Map<String, BigDecimal> wasInStore = Map.copyOf(inStore);
        Map<String, BigDecimal> wasReserved = Map.copyOf(reserved);
        Map<Long, Map<String, BigDecimal>> wasByOrder = Map.copyOf(byOrder);
        return () -> {
            replace(inStore, wasInStore);
            replace(reserved, wasReserved);
            replace(byOrder, wasByOrder);
        };
    }

    private static <K, V> void replace(Map<K, V> map, Map<K, V> by) {
        map.clear();
        map.putAll(by);
    }

    Map<String, BigDecimal> all() {
        return new TreeMap<>(inStore);
    }
}
