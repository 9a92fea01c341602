package pl.zmobridge.attempt;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import pl.zmobridge.camel.SqlParameters;

/** The shops that are told tracking numbers ({@code parcels.enabled}). */
public record ParcelShops(Set<String> all) implements SqlParameters {
    public ParcelShops {
        all = Set.copyOf(all);
    }

    public boolean has(String shop) {
        return all.contains(shop);
    }

    /** Those of them that are among others. */
    public ParcelShops among(Collection<String> others) {
        return new ParcelShops(Set.copyOf(all.stream().filter(others::contains).toList()));
    }

    @Override
    public Object parameter(String name) {
        return name.equals("parcelShops") ? List.copyOf(all) : NONE;
    }
}
