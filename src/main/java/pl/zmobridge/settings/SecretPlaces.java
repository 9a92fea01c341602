package pl.zmobridge.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where the secrets of a configuration stand; what they are is nobody's business here. */
public final class SecretPlaces {
    private final Map<Path, Set<String>> keys = new TreeMap<>();
    private final Path home;

    private SecretPlaces(Path home) {
        this.home = home;
    }

    /**
     * The files that hold secrets, and the keys of these: the configuration's own files, and those that they or the environment name.
     *
     * @throws BadSettings when a file cannot be read
     */
    public static Map<Path, Set<String>> files(Path home) {
        SecretPlaces places = new SecretPlaces(home);
        Path common = SettingsReader.common(home);
        places.add(common, SettingsReader.file(common));
        SettingsReader.shops(home).forEach((id, shop) -> {
            Properties own = new Properties();
            own.putAll(shop.values());
            places.add(home.resolve(shop.name()), own);
        });
        Keys.secrets().forEach(key -> places.named(key, System.getenv(Key.environmentName(key.fileKey()))));
        return places.keys;
    }

    /** The keys whose secrets stand on a command line, which everybody on the machine can read. */
    public static Set<String> on(Stream<String> arguments) {
        Set<String> found = new TreeSet<>();
        arguments.forEach(argument -> Keys.secrets()
                .map(Key::name)
                .filter(name -> argument.startsWith("-D" + name + "=") || argument.startsWith("--" + name + "="))
                .forEach(found::add));
        return found;
    }

    private void add(Path file, Properties values) {
        Keys.secrets().forEach(key -> {
            if (!values.getProperty(key.name(), "").isBlank()) {
                keys.computeIfAbsent(file, path -> new TreeSet<>()).add(key.name());
            }
            named(key, values.getProperty(key.fileKey()));
        });
        if (values.getProperty(BridgeKeys.DB_URL.name(), "").contains("password=")) {
            keys.computeIfAbsent(file, path -> new TreeSet<>()).add(BridgeKeys.DB_URL.name());
        }
    }

    private void named(Key<?> key, String file) {
        if (file == null || file.isBlank()) {
            return;
        }
        try {
            keys.computeIfAbsent(home.resolve(file.strip()), path -> new TreeSet<>())
                    .add(key.name());
        } catch (InvalidPathException e) {
            // the validation has told so
        }
    }
}
