package pl.zmobridge.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import pl.zmobridge.words.Spelling;

/**
 * Finds the configuration: {@code config/application.properties} of the home directory, over it environment variables
 * ({@code SHOPER_URL}), over them system properties ({@code -Dshoper.url=…}); over all of that, for one shop, its file
 * {@code config/shops/<id>.properties}.
 */
public final class SettingsReader {
    /** Windows' Notepad begins a UTF-8 file with it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String SHOP_FILE = ".properties";

    /** What only our keys begin with. */
    private static final List<String> OURS = List.of(
            "shoper",
            "symfonia",
            "contractor",
            "realisation",
            "redelivery",
            "feedback",
            "ksef",
            "stock",
            "parcels",
            "notify");

    /** Letters that may be wrong in the name of an environment variable that is meant for us all the same. */
    private static final int MISTAKES = 2;

    private SettingsReader() {}

    /**
     * Reads and validates the configuration of a home directory.
     *
     * @throws BadSettings with one line for each thing that is wrong
     */
    public static Settings read(Path home) {
        return new Configuration(home, file(common(home)), System.getProperties(), System.getenv(), shops(home))
                .with(Map.of());
    }

    /**
     * Reads where the bridge of a home directory answers; nothing else is validated.
     *
     * @throws BadSettings with one line for each thing that is wrong with that
     */
    public static Settings.Http readHttp(Path home) {
        return new SettingsValidator(home, merged(file(common(home)), System.getProperties(), System.getenv()))
                .httpOnly();
    }

    /**
     * Reads which database the bridge of a home directory works with; nothing else is validated.
     *
     * @throws BadSettings with one line for each thing that is wrong with that
     */
    public static Settings.Database readDatabase(Path home) {
        return new SettingsValidator(home, merged(file(common(home)), System.getProperties(), System.getenv()))
                .databaseOnly();
    }

    /**
     * Validates a configuration that is given instead of found.
     *
     * @throws BadSettings with one line for each thing that is wrong
     */
    public static Settings of(Path home, Map<Object, Object> values) {
        return of(home, values, Map.of());
    }

    /**
     * Validates a configuration of several shops that is given instead of found.
     *
     * @param shops by id, what each has of its own
     * @throws BadSettings with one line for each thing that is wrong
     */
    public static Settings of(Path home, Map<Object, Object> values, Map<String, Map<Object, Object>> shops) {
        Map<String, ShopFile> files = new TreeMap<>();
        shops.forEach((id, own) -> files.put(id, new ShopFile(fileName(id), own)));
        return new Configuration(home, values, Map.of(), Map.of(), files).with(Map.of());
    }

    static Settings of(Path home, Map<Object, Object> file, Map<Object, Object> system, Map<String, String> env) {
        return new Configuration(home, file, system, env, Map.of()).with(Map.of());
    }

    static SettingsValidator validator(
            Path home, Map<Object, Object> file, Map<Object, Object> system, Map<String, String> env) {
        SettingsValidator validator = new SettingsValidator(home, merged(file, system, env));
        validator.rejectUnknown(unknown(file));
        validator.rejectUnknown(unknownOfOurs(system));
        misspelt(env).forEach(validator::rejectVariable);
        return validator;
    }

    static Path common(Path home) {
        return home.resolve("config").resolve("application.properties");
    }

    static String fileName(String shop) {
        return "config/shops/" + shop + SHOP_FILE;
    }

    static Map<String, ShopFile> shops(Path home) {
        Map<String, ShopFile> shops = new TreeMap<>();
        Path directory = home.resolve("config").resolve("shops");
        if (!Files.isDirectory(directory)) {
            return shops;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SHOP_FILE)) {
            for (Path path : files) {
                String name = path.getFileName().toString();
                String id = name.substring(0, name.length() - SHOP_FILE.length());
                shops.put(id, new ShopFile(fileName(id), file(path)));
            }
            return shops;
        } catch (IOException e) {
            throw new BadSettings(List.of(directory + " cannot be read: " + e.getMessage()));
        }
    }

    private static Properties merged(Map<Object, Object> file, Map<Object, Object> system, Map<String, String> env) {
        Properties merged = new Properties();
        copyKnown(file, merged);
        Map<Object, Object> ofEnvironment = new TreeMap<>();
        env.forEach((name, value) -> keyOf(name).ifPresent(key -> ofEnvironment.put(key, value)));
        forgetSecrets(ofEnvironment, merged);
        merged.putAll(ofEnvironment);
        forgetSecrets(system, merged);
        copyKnown(system, merged);
        return merged;
    }

    /** What wins over a secret wins over the file that it stood in, too, and the other way round. */
    private static void forgetSecrets(Map<Object, Object> winning, Properties merged) {
        Keys.secrets()
                .filter(key -> isSet(winning, key.name()) || isSet(winning, key.fileKey()))
                .forEach(key -> {
                    merged.remove(key.name());
                    merged.remove(key.fileKey());
                });
    }

    private static boolean isSet(Map<Object, Object> values, String name) {
        return !values.getOrDefault(name, "").toString().isBlank();
    }

    private static void copyKnown(Map<Object, Object> from, Properties to) {
        from.forEach((key, value) -> {
            if (isKnown(key.toString())) {
                to.put(key, value);
            }
        });
    }

    static boolean isKnown(String name) {
        return Keys.find(name).isPresent();
    }

    /** A misspelt key is as bad as a missing one: the operator believes it is set. */
    private static Set<String> unknown(Map<Object, Object> file) {
        Set<String> names = new TreeSet<>();
        for (Object key : file.keySet()) {
            if (!isKnown(key.toString())) {
                names.add(key.toString());
            }
        }
        return names;
    }

    /** System properties are mostly the JVM's and others'; those that begin as only ours do are meant for us. */
    private static Set<String> unknownOfOurs(Map<Object, Object> system) {
        Set<String> names = unknown(system);
        names.removeIf(name -> OURS.stream().noneMatch(ours -> name.startsWith(ours + ".")));
        return names;
    }

    /** Whether anything here is meant for us, also when it sets no key. */
    static boolean isAnyOurs(Map<Object, Object> system, Map<String, String> env) {
        return system.keySet().stream().anyMatch(name -> isKnown(name.toString()))
                || env.keySet().stream().anyMatch(name -> keyOf(name).isPresent())
                || !unknownOfOurs(system).isEmpty()
                || !misspelt(env).isEmpty();
    }

    /**
     * By environment variables that set nothing, those that they nearly are. Of theirs others may have some that begin as ours do
     * ({@code SYMFONIA_SERVICE_PORT}, where containers are linked), so the others are left alone.
     */
    private static Map<String, String> misspelt(Map<String, String> env) {
        Map<String, String> misspelt = new TreeMap<>();
        env.keySet().stream()
                .filter(name -> OURS.stream().anyMatch(ours -> name.startsWith(Key.environmentName(ours) + "_")))
                .filter(name -> keyOf(name).isEmpty())
                .forEach(name -> Spelling.closest(name, MISTAKES, Keys.names().map(Key::environmentName))
                        .ifPresent(meant -> misspelt.put(name, meant)));
        return misspelt;
    }

    /** The key that an environment variable sets, if it is one of ours; the key's own name wins over that of a family. */
    public static Optional<String> keyOf(String environmentName) {
        return Keys.names()
                .filter(name -> Key.environmentName(name).equals(environmentName))
                .findFirst()
                .or(() -> memberOf(environmentName));
    }

    private static Optional<String> memberOf(String environmentName) {
        return Keys.all()
                .filter(Key::isFamily)
                .map(Key::prefix)
                .filter(prefix -> environmentName.startsWith(Key.environmentName(prefix)))
                .map(prefix -> prefix + environmentName.substring(prefix.length()))
                .findFirst();
    }

    static Properties file(Path path) {
        Properties properties = new Properties();
        if (!Files.exists(path)) {
            return properties; // environment variables may hold everything
        }
        try {
            String text = Files.readString(path);
            properties.load(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
            return properties;
        } catch (IOException e) {
            throw new BadSettings(List.of(path + " cannot be read; it must be a UTF-8 text file: " + e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new BadSettings(List.of(path + " has a \\u that no four digits follow; write a backslash as \\\\"));
        }
    }
}
