package pl.zmobridge.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pl.zmobridge.register.EmbeddedDatabase;
import pl.zmobridge.words.Language;

/** {@code config/application.properties} as it is written for people: every key, what it does, its default or the value that is set. */
public final class SettingsFile {
    private static final int WIDTH = 140;
    private static final String HEAD_EN =
            """
            # ZMO Bridge: every key, its default and what it does. A line that starts with # shows the default; remove the # to change it.
            # The other keys without a value are required, or secrets. `java -jar zmo-bridge.jar` names each one that is missing.
            # A system property (-Dshoper.url=…) or an environment variable (SHOPER_URL) wins over this file.
            # Several shops: each file config/shops/<id>.properties is one, with shoper., order., symfonia., contractor., realisation. and feedback.
            # keys of its own over these. Without shoper.url here, only they are shops.
            # Filled in it holds secrets: chmod 600 (Windows: docs/operations.md). Never give a secret on the command line: everybody sees it there.
            # A secret can stand in a file of its own, named by one of these keys (ops.password-file=/run/secrets/ops) or by SHOPER_TOKEN_FILE, …:
            """;
    private static final String HEAD_PL =
            """
            # ZMO Bridge: wszystkie klucze, ich wartości domyślne i znaczenie. Wiersz zaczynający się od # pokazuje wartość domyślną; żeby ją
            # zmienić, usuń #. Pozostałe klucze bez wartości są wymagane albo są hasłami. Czego brakuje, powie polecenie check.
            # Właściwość systemowa (-Dshoper.url=…) lub zmienna środowiskowa (SHOPER_URL) jest ważniejsza niż ten plik.
            # Kilka sklepów: każdy plik config/shops/<id>.properties to jeden, z własnymi kluczami shoper., order., symfonia., contractor.,
            # realisation. i feedback. Jeśli tu nie ma shoper.url, sklepami są tylko one.
            # Ten plik powinien czytać tylko właściciel. Nigdy nie podawaj haseł w wierszu polecenia: tam widzi je każdy.
            # Hasło może stać w osobnym pliku, wskazanym jednym z tych kluczy (ops.password-file=config/secrets/ops-password):
            """;

    private SettingsFile() {}

    /** Where it stands. */
    public static Path path(Path home) {
        return SettingsReader.common(home);
    }

    /**
     * Its text.
     *
     * @param values by key; those of no key that there is stand at the end
     */
    public static String text(Language language, Map<String, String> values) {
        boolean english = language == Language.EN;
        StringBuilder text = new StringBuilder(english ? HEAD_EN : HEAD_PL);
        text.append(Keys.secrets().map(key -> key.fileKey() + "=").collect(Collectors.joining(", ", "# ", "\n")));
        Map<String, String> left = new TreeMap<>(values);
        for (Section section : Keys.SECTIONS) {
            text.append("\n# --- ")
                    .append(english ? section.en() : section.pl())
                    .append(" ---\n");
            for (Key<?> key : section.keys()) {
                comment(key, english)
                        .forEach(line -> text.append("# ").append(line).append('\n'));
                assignments(key, left).forEach(line -> text.append(line).append('\n'));
            }
        }
        if (!left.isEmpty()) {
            text.append("\n# ---\n");
            left.forEach((name, value) -> text.append(set(name, value)).append('\n'));
        }
        return text.toString();
    }

    /**
     * What is set in the file of a home directory; nothing when there is none.
     *
     * @throws BadSettings when it cannot be read
     */
    public static Map<String, String> present(Path home) {
        Map<String, String> present = new TreeMap<>();
        SettingsReader.file(path(home)).forEach((name, value) -> {
            if (!value.toString().isBlank() || emptyCounts(name.toString())) {
                present.put(name.toString(), value.toString().strip());
            }
        });
        return present;
    }

    /** The keys whose values nobody may see. */
    public static Set<String> secrets() {
        return Keys.secrets().map(Key::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The key that names the file of a secret. */
    public static String fileKey(String secret) {
        return secret + "-file";
    }

    /** The environment variable that sets a key. */
    public static String variable(String key) {
        return Key.environmentName(key);
    }

    /** What is wrong with a key or its value, to be read after the name of the key; empty when it can be used. */
    public static Optional<String> fault(String name, String value) {
        Optional<Key<?>> key = Keys.find(name);
        if (name.startsWith("camel.")
                || key.filter(found -> isFile(found, name)).isPresent()) {
            return Optional.empty();
        }
        if (key.isEmpty()) {
            return Optional.of(SettingsValidator.unknown(name));
        }
        try {
            key.get().kind().parser().parse(value);
            return Optional.empty();
        } catch (Kind.BadValue e) {
            return Optional.of(e.getMessage());
        }
    }

    private static boolean isFile(Key<?> key, String name) {
        return key.secret() && name.equals(key.fileKey());
    }

    /**
     * Settings with which other systems can be asked although not everything is known: what is missing has the value of its example.
     *
     * @throws BadSettings when what is given cannot be used
     */
    public static Settings draft(Path home, Map<String, String> values) {
        Properties all = new Properties();
        all.putAll(values);
        for (Key<?> key : Keys.all().filter(each -> !each.isFamily()).toList()) {
            boolean given = all.containsKey(key.name()) || all.containsKey(key.fileKey());
            SettingsValues judged =
                    new SettingsValues(all, EmbeddedDatabase.find().isPresent());
            if (!given && key.need().filter(need -> need.applies().test(judged)).isPresent()) {
                all.put(key.name(), key.example().isEmpty() ? "?" : key.example());
            }
        }
        return SettingsReader.of(home, all);
    }

    /** Whether nothing at all is configured: neither in files nor by system properties or the environment, be it misspelt there. */
    public static boolean isUnset(Path home) {
        return isUnset(home, System.getProperties(), System.getenv());
    }

    static boolean isUnset(Path home, Map<Object, Object> system, Map<String, String> environment) {
        return present(home).isEmpty()
                && SettingsReader.shops(home).isEmpty()
                && !SettingsReader.isAnyOurs(system, environment);
    }

    private static boolean emptyCounts(String name) {
        return Keys.find(name).filter(key -> key.kind().emptyCounts()).isPresent();
    }

    /** Whether an example says more than the default does. */
    static boolean hasExample(Key<?> key) {
        return !key.example().isEmpty()
                && key.fallback().filter(text -> !text.isEmpty()).isEmpty();
    }

    private static List<String> comment(Key<?> key, boolean english) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        String example = hasExample(key) ? (english ? " Example: " : " Przykład: ") + key.example() : "";
        String text = (english ? key.en() : key.pl()).replace("`", "") + example;
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The lines of a key; what they say is left over no more. */
    private static List<String> assignments(Key<?> key, Map<String, String> left) {
        List<String> lines = new ArrayList<>();
        List<String> names = left.keySet().stream()
                .filter(name -> Keys.find(name).filter(key::equals).isPresent())
                .toList();
        if (names.isEmpty() || key.isFamily()) {
            lines.add(assignment(key));
        }
        names.forEach(name -> lines.add(set(name, left.remove(name))));
        return lines;
    }

    /** What must be set, and every secret, is ready to be filled in. */
    private static String assignment(Key<?> key) {
        boolean toFillIn = key.need().isPresent() && key.fallback().isEmpty() || key.secret();
        return (toFillIn ? "" : "#") + key.name() + "=" + key.fallback().orElse("");
    }

    /** As the reader of properties reads it. */
    private static String set(String name, String value) {
        return name.replaceAll("([\\\\ :=])", "\\\\$1") + "="
                + value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
