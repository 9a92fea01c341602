package pl.zmobridge.attempt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shops of this bridge, by their ids. */
public final class Shops {
    private final Map<String, Shop> byId = new LinkedHashMap<>();

    public Shops(List<Shop> shops) {
        shops.forEach(shop -> byId.put(shop.id(), shop));
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

    public List<String> ids() {
        return new ArrayList<>(byId.keySet());
    }
}
