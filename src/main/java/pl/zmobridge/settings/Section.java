package pl.zmobridge.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keys that belong together, in the order in which an operator reads them. */
final class Section {
    private final String en;
    private final String pl;
    private final List<Key<?>> keys = new ArrayList<>();

    Section(String en, String pl) {
        this.en = en;
        this.pl = pl;
    }

    /** Adds a key and answers it. */
    <T> Key<T> with(Key<T> key) {
        keys.add(key);
        return key;
    }

    String en() {
        return en;
    }

    String pl() {
        return pl;
    }

    List<Key<?>> keys() {
        return Collections.unmodifiableList(keys);
    }
}
