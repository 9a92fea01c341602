package pl.zmobridge.ops;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the configuration: {@code config/application.properties} of the home directory, over it environment variables
 * ({@code SHOPER_URL}), over them system properties ({@code -Dshoper.url=…}).
 */
public final class SettingsReader {

    /** Every key there is; {@code symfonia.delivery.code.<shipping_id>} besides. */
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
            "db.url",
            "db.user",
            "db.password",
            "http.host",
            "http.port",
            "ops.user",
            "ops.password");

    static final String DELIVERY_CODE_OF = "symfonia.delivery.code.";

    private SettingsReader() {}

    /**
     * Reads and judges the configuration of a home directory.
     *
     * @throws BadSettings with one line for each thing that is wrong
     */
    public static Settings read(Path home) {
        return judge(home, file(home), System.getProperties(), System.getenv());
    }

    /**
     * Reads where the bridge of a home directory answers; nothing else is judged.
     *
     * @throws BadSettings with one line for each thing that is wrong with that
     */
    public static Settings.Http readHttp(Path home) {
        return new SettingsJudge(merged(file(home), System.getProperties(), System.getenv())).httpOnly();
    }

    /**
     * Judges a configuration that is given instead of found.
     *
     * @throws BadSettings with one line for each thing that is wrong
     */
    public static Settings of(Path home, Map<Object, Object> values) {
        return judge(home, values, Map.of(), Map.of());
    }

    static Settings judge(Path home, Map<Object, Object> file, Map<Object, Object> system, Map<String, String> env) {
        SettingsJudge judge = new SettingsJudge(merged(file, system, env));
        judge.unknown(unknown(file));
        return judge.settings(home);
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

    private static boolean known(String key) {
        return KEYS.contains(key) || key.startsWith(DELIVERY_CODE_OF);
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

    private static Optional<String> keyOf(String environmentName) {
        String delivery = environmentName(DELIVERY_CODE_OF);
        if (environmentName.startsWith(delivery)) {
            return Optional.of(DELIVERY_CODE_OF + environmentName.substring(delivery.length()));
        }
        return KEYS.stream()
                .filter(key -> environmentName(key).equals(environmentName))
                .findFirst();
    }

    private static String environmentName(String key) {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Properties file(Path home) {
        Path path = home.resolve("config").resolve("application.properties");
        Properties properties = new Properties();
        if (!Files.exists(path)) {
            return properties; // environment variables may hold everything
        }
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new BadSettings(
                    List.of(path + " cannot be read: " + e.getMessage() + "; it must be a UTF-8 text file"));
        }
    }
}
