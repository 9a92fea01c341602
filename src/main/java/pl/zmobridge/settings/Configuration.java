package pl.zmobridge.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import pl.zmobridge.settings.Configured.Source;
import pl.zmobridge.words.Language;

/** What was found when the configuration was read, layer by layer; the values that an operator sets while the bridge runs go over it. */
public final class Configuration {
    private final Path home;
    private final Map<Object, Object> file;
    private final Map<Object, Object> system = new Properties();
    private final Map<String, String> environment;
    private final Map<String, ShopFile> shops;

    /** A layer of values, by the names of keys. */
    private record Layer(Source source, Function<String, String> origin, Map<String, String> values) {}

    Configuration(
            Path home,
            Map<Object, Object> file,
            Map<Object, Object> system,
            Map<String, String> environment,
            Map<String, ShopFile> shops) {
        this.home = home;
        this.file = Map.copyOf(file);
        this.system.putAll(system);
        this.environment = Map.copyOf(environment);
        this.shops = Map.copyOf(shops);
    }

    /**
     * The settings with values that an operator has set in place of these.
     *
     * @param changes by the shop's id, the values of keys
     * @throws BadSettings with one line for each thing that is wrong
     */
    public Settings with(Map<String, Map<String, String>> changes) {
        return SettingsReader.validator(home, file, system, environment).settings(new TreeMap<>(shops), changes, this);
    }

    /** The value of a key for one shop as the files, the environment and the command line have it; empty for none. */
    public Optional<String> value(String shop, String key) {
        return found(layers(shop), key).map(layer -> layer.values().get(key));
    }

    /**
     * Every key for one shop: its value, where that comes from and what it means; a secret without its value.
     *
     * @param changes the values that an operator has set in place of these
     */
    public List<Configured> all(String shop, Map<String, String> changes, Language language) {
        List<Layer> layers = layers(shop);
        layers.add(0, new Layer(Source.PAGE, key -> "", changes));
        List<Configured> all = new ArrayList<>();
        for (Section section : Keys.SECTIONS) {
            String heading = language == Language.PL ? section.pl() : section.en();
            for (Key<?> key : section.keys()) {
                names(layers, key).forEach(name -> all.add(configured(layers, key, name, heading, language)));
            }
        }
        return all;
    }

    /** A family's members that have a value; the file of a secret in place of the secret. */
    private static List<String> names(List<Layer> layers, Key<?> key) {
        if (!key.isFamily()) {
            boolean inFile = key.secret() && found(layers, key.fileKey()).isPresent();
            return List.of(inFile ? key.fileKey() : key.name());
        }
        TreeSet<String> members = new TreeSet<>();
        layers.forEach(layer -> layer.values().forEach((name, value) -> {
            if (!value.isEmpty() && Keys.find(name).filter(key::equals).isPresent()) {
                members.add(name);
            }
        }));
        return List.copyOf(members);
    }

    private static Configured configured(
            List<Layer> layers, Key<?> key, String name, String section, Language language) {
        Optional<Layer> layer = found(layers, name);
        boolean hidden = key.secret() && !name.equals(key.fileKey());
        String value = layer.map(each -> each.values().get(name))
                .or(key::fallback)
                .map(Configuration::withoutPassword)
                .orElse("");
        Source source = layer.map(Layer::source).orElse(key.fallback().isPresent() ? Source.DEFAULT : Source.NONE);
        return new Configured(
                section,
                name,
                hidden ? "" : value,
                source,
                layer.map(each -> each.origin().apply(name)).orElse(""),
                hidden,
                language == Language.PL ? key.pl() : key.en());
    }

    private static Optional<Layer> found(List<Layer> layers, String key) {
        return layers.stream()
                .filter(layer -> !layer.values().getOrDefault(key, "").isEmpty())
                .findFirst();
    }

    /** The one that wins first. */
    private List<Layer> layers(String shop) {
        List<Layer> layers = new ArrayList<>();
        ShopFile own = shops.get(shop);
        if (own != null) {
            layers.add(new Layer(Source.SHOP_FILE, key -> own.name(), texts(own.values())));
        }
        layers.add(new Layer(Source.COMMAND_LINE, key -> "-D" + key, texts(system)));
        Map<String, String> ofEnvironment = new HashMap<>();
        environment.forEach(
                (name, value) -> SettingsReader.keyOf(name).ifPresent(key -> ofEnvironment.put(key, value.strip())));
        layers.add(new Layer(Source.ENVIRONMENT, Key::environmentName, ofEnvironment));
        layers.add(new Layer(Source.FILE, key -> "config/application.properties", texts(file)));
        return layers;
    }

    private static Map<String, String> texts(Map<Object, Object> values) {
        Map<String, String> texts = new HashMap<>();
        values.forEach((key, value) -> {
            if (SettingsReader.isKnown(key.toString())) {
                texts.put(key.toString(), value.toString().strip());
            }
        });
        return texts;
    }

    /** I6: an address may carry one. */
    private static String withoutPassword(String value) {
        return value.replaceAll("(?i)(password=)[^&]*", "$1…").replaceAll("(://[^/@:]*):[^/@]*@", "$1:…@");
    }

    @Override
    public String toString() {
        return "Configuration[" + home + "]"; // I6
    }
}
