package pl.zmobridge.attempt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.symfonia.ErpConnection;

/** The shops of this bridge, by their ids. */
public final class Shops {
    private volatile Map<String, Shop> byId = Map.of();

    public Shops(List<Shop> shops) {
        shops.forEach(this::put);
    }

    /** Takes a shop of this bridge in place of what it was. */
    public synchronized void put(Shop shop) {
        Map<String, Shop> all = new LinkedHashMap<>(byId);
        all.put(shop.id(), shop);
        byId = all;
    }

    /** @throws IllegalArgumentException when there is no such shop */
    public Shop of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no shop \"" + id + "\" here"));
    }

    public Optional<Shop> find(String id) {
        return Optional.ofNullable(id).map(byId::get);
    }

    public List<Shop> all() {
        return List.copyOf(byId.values());
    }

    /** How long a write to the ERP at this address may take; empty when no shop has an ERP there. */
    public Optional<Duration> writeTimeout(String address) {
        return byId.values().stream()
                .map(shop -> shop.target().connection())
                .filter(erp -> address.startsWith(erp.url() + "/"))
                .map(ErpConnection::writeTimeout)
                .max(Duration::compareTo);
    }

    /** How long a write to any of the ERPs may take. */
    public Duration longestWrite() {
        return byId.values().stream()
                .map(shop -> shop.target().connection().writeTimeout())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    public List<String> ids() {
        return new ArrayList<>(byId.keySet());
    }
}
