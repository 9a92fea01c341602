package pl.zmobridge.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pl.zmobridge.words.Spelling;

/**
 * Every key that there is. To add one, add its entry to {@link ShoperKeys}, {@link OrderKeys}, {@link SymfoniaKeys},
 * {@link KsefKeys}, {@link StockKeys}, {@link ParcelKeys}, {@link DocumentKeys}, {@link CorrectionKeys}, {@link BridgeKeys} or {@link NotifyKeys}, and read it; a test holds
 * the configuration file and the documentation against these entries
 * and can write both.
 */
final class Keys {
    /** In the order in which an operator reads them. */
    static final List<Section> SECTIONS = List.of(
            ShoperKeys.SHOP,
            OrderKeys.ORDER,
            SymfoniaKeys.ERP,
            BridgeKeys.NBP,
            SymfoniaKeys.CONTRACTORS,
            OrderKeys.REALISATION,
            BridgeKeys.FAILURES,
            ShoperKeys.FEEDBACK,
            KsefKeys.KSEF,
            StockKeys.STOCK,
            ParcelKeys.PARCELS,
            DocumentKeys.DOCUMENTS,
            CorrectionKeys.CORRECTIONS,
            BridgeKeys.PERSONAL,
            BridgeKeys.DATABASE,
            BridgeKeys.CLUSTER,
            BridgeKeys.HTTP,
            NotifyKeys.NOTIFY,
            BridgeKeys.LOG);

    /** Each start asks about every property of the JVM and every variable of the environment. */
    private static final Map<String, Key<?>> BY_NAME = byName();

    private Keys() {}

    private static Map<String, Key<?>> byName() {
        Map<String, Key<?>> byName = new HashMap<>();
        all().filter(key -> !key.isFamily()).forEach(key -> {
            byName.putIfAbsent(key.name(), key);
            if (key.secret()) {
                byName.putIfAbsent(key.fileKey(), key);
            }
        });
        return byName;
    }

    static Stream<Key<?>> all() {
        return SECTIONS.stream().flatMap(section -> section.keys().stream());
    }

    static Stream<Key<?>> secrets() {
        return all().filter(Key::secret);
    }

    /** The key that an operator means by this name; a key's own name wins over that of a family. */
    static Optional<Key<?>> find(String name) {
        return Optional.<Key<?>>ofNullable(BY_NAME.get(name)).or(() -> all().filter(Key::isFamily)
                .filter(key -> key.isNamed(name))
                .findFirst());
    }

    /** The key that an operator may have meant by a member of a family: {@code symfonia.vat.diferences} is no rate. */
    static Optional<String> meantInsteadOf(Key<?> family, String member) {
        return Spelling.closest(
                        member,
                        names().filter(name -> name.startsWith(family.prefix()))
                                .map(name -> name.substring(family.prefix().length())))
                .map(rest -> family.prefix() + rest);
    }

    /** All names that an operator may write, without those of families. */
    static Stream<String> names() {
        return all().filter(key -> !key.isFamily())
                .flatMap(key -> key.secret() ? Stream.of(key.name(), key.fileKey()) : Stream.of(key.name()));
    }
}
