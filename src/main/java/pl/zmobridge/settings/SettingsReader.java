package pl.zmobridge.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the configuration: {@code config/application.properties} of the home directory, over it environment variables
 * ({@code SHOPER_URL}), over them system properties ({@code -Dshoper.url=…}); over all of that, for one shop, its file
 * {@code config/shops/<id>.properties}.
 */
public final class SettingsReader {

    /** Every key there is; {@code symfonia.delivery.code.<shipping_id>} and {@link SecretFiles#KEYS} besides. */
    static final Set<String> KEYS = Set.of(
            "shop.id",
            "shoper.url",
            "shoper.token",
            "shoper.login",
            "shoper.password",
            "shoper.poll.cron",
            "shoper.import.since",
            "shoper.import.statuses",
            "shoper.import.order",
            "order.number.prefix",
            "order.number.suffix",
            "order.document",
            "order.document.invoice-without-nip",
            "order.lines.one-off",
            "symfonia.url",
            "symfonia.application-guid",
            "symfonia.device-name",
            "symfonia.concurrency",
            "symfonia.invoice.type",
            "symfonia.invoice.series",
            "symfonia.receipt.type",
            "symfonia.receipt.series",
            "symfonia.department",
            "symfonia.payment-registry",
            "symfonia.sale-price-type",
            "symfonia.reservation",
            "symfonia.delivery.code",
            "symfonia.payment-form.default",
            "symfonia.rename",
            "realisation.enabled",
            "realisation.statuses",
            "realisation.watch-days",
            "redelivery.initial",
            "redelivery.max",
            "feedback.imported-status",
            "feedback.realised-status",
            "retention.days",
            "cluster.enabled",
            "db.url",
            "db.user",
            "db.password",
            "db.embedded.port",
            "db.embedded.backups",
            "http.host",
            "http.port",
            "log.format",
            "ops.user",
            "ops.password");

    static final String DELIVERY_CODE_OF = "symfonia.delivery.code.";

    /** Windows' Notepad begins a UTF-8 file with it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String SHOP_FILE = ".properties";

    private SettingsReader() {}

    /**
     * Reads and judges the configuration of a home directory.
     *
     * @throws BadSettings with one line for each thing that is wrong
     */
    public static Settings read(Path home) {
        SettingsJudge judge = judged(home, file(common(home)), System.getProperties(), System.getenv());
        return judge.settings(shops(home));
    }

    /**
     * Reads where the bridge of a home directory answers; nothing else is judged.
     *
     * @throws BadSettings with one line for each thing that is wrong with that
     */
    public static Settings.Http readHttp(Path home) {
        return new SettingsJudge(home, merged(file(common(home)), System.getProperties(), System.getenv())).httpOnly();
    }

    /**
     * Reads which database the bridge of a home directory works with; nothing else is judged.
     *
     * @throws BadSettings with one line for each thing that is wrong with that
     */
    public static Settings.Database readDatabase(Path home) {
        return new SettingsJudge(home, merged(file(common(home)), System.getProperties(), System.getenv()))
                .databaseOnly();
    }

    /**
     * Judges a configuration that is given instead of found.
     *
     * @throws BadSettings with one line for each thing that is wrong
     */
    public static Settings of(Path home, Map<Object, Object> values) {
        return of(home, values, Map.of());
    }

    /**
     * Judges a configuration of several shops that is given instead of found.
     *
     * @param shops by id, what each has of its own
     * @throws BadSettings with one line for each thing that is wrong
     */
    public static Settings of(Path home, Map<Object, Object> values, Map<String, Map<Object, Object>> shops) {
        Map<String, ShopFile> files = new TreeMap<>();
        shops.forEach((id, own) -> files.put(id, new ShopFile(fileName(id), own)));
        return judged(home, values, Map.of(), Map.of()).settings(files);
    }

    static Settings judge(Path home, Map<Object, Object> file, Map<Object, Object> system, Map<String, String> env) {
        return judged(home, file, system, env).settings(Map.of());
    }

    private static SettingsJudge judged(
            Path home, Map<Object, Object> file, Map<Object, Object> system, Map<String, String> env) {
        SettingsJudge judge = new SettingsJudge(home, merged(file, system, env));
        judge.unknown(unknown(file));
        return judge;
    }

    private static Path common(Path home) {
        return home.resolve("config").resolve("application.properties");
    }

    private static String fileName(String shop) {
        return "config/shops/" + shop + SHOP_FILE;
    }

    private static Map<String, ShopFile> shops(Path home) {
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
        env.forEach((name, value) -> keyOf(name).ifPresent(key -> merged.put(key, value)));
        copyKnown(system, merged);
        return merged;
    }

    private static void copyKnown(Map<Object, Object> from, Properties to) {
        from.forEach((key, value) -> {
            if (known(key.toString())) {
                to.put(key, value);
            }
        });
    }

    static boolean known(String key) {
        return KEYS.contains(key) || SecretFiles.KEYS.contains(key) || key.startsWith(DELIVERY_CODE_OF);
    }

    /** A misspelt key is as bad as a missing one: the operator believes it is set. */
    private static Set<String> unknown(Map<Object, Object> file) {
        Set<String> names = new TreeSet<>();
        for (Object key : file.keySet()) {
            if (!known(key.toString())) {
                names.add(key.toString());
            }
        }
        return names;
    }

    public static Optional<String> keyOf(String environmentName) {
        String delivery = environmentName(DELIVERY_CODE_OF);
        if (environmentName.startsWith(delivery)) {
            return Optional.of(DELIVERY_CODE_OF + environmentName.substring(delivery.length()));
        }
        return Stream.concat(KEYS.stream(), SecretFiles.KEYS.stream())
                .filter(key -> environmentName(key).equals(environmentName))
                .findFirst();
    }

    private static String environmentName(String key) {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Properties file(Path path) {
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
