package pl.zmobridge.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What people read about the keys, made of the table of keys: the configuration file and the tables of the documentation. */
final class KeyReference {
    private static final int WIDTH = 140;
    private static final String HEAD =
            """
            # ZMO Bridge: every key, its default and what it does. A line that starts with # shows the default; remove the # to change it.
            # The other keys without a value are required, or secrets. `java -jar zmo-bridge.jar` names each one that is missing.
            # A system property (-Dshoper.url=…) or an environment variable (SHOPER_URL) wins over this file.
            # Several shops: each file config/shops/<id>.properties is one, with shoper., order., symfonia., contractor., realisation. and feedback.
            # keys of its own over these. Without shoper.url here, only they are shops.
            # Filled in it holds secrets: chmod 600 (Windows: docs/operations.md). Never give a secret on the command line: everybody sees it there.
            # A secret can stand in a file of its own, named by one of these keys (ops.password-file=/run/secrets/ops) or by SHOPER_TOKEN_FILE, …:
            """;

    private KeyReference() {}

    /** {@code config/application.properties}. */
    static String configurationFile() {
        StringBuilder text = new StringBuilder(HEAD);
        text.append(Keys.secrets().map(key -> key.fileKey() + "=").collect(Collectors.joining(", ", "# ", "\n")));
        for (Section section : Keys.SECTIONS) {
            text.append("\n# --- ").append(section.en()).append(" ---\n");
            for (Key<?> key : section.keys()) {
                comment(key).forEach(line -> text.append("# ").append(line).append('\n'));
                text.append(assignment(key)).append('\n');
            }
        }
        return text.toString();
    }

    /** The tables between the markers of {@code docs/configuration.md}. */
    static String english() {
        return tables(
                new Words(
                        "Key",
                        "Default",
                        "Per shop",
                        "What it does",
                        "required",
                        "yes",
                        "empty",
                        "Example",
                        "It can stand in a file"),
                true);
    }

    /** The tables between the markers of {@code docs/configuration.pl.md}. */
    static String polish() {
        return tables(
                new Words(
                        "Klucz",
                        "Domyślnie",
                        "Na sklep",
                        "Co robi",
                        "wymagany",
                        "tak",
                        "puste",
                        "Przykład",
                        "Może być w pliku"),
                false);
    }

    private record Words(
            String key,
            String fallback,
            String perShop,
            String meaning,
            String required,
            String yes,
            String empty,
            String example,
            String secret) {}

    private static String tables(Words words, boolean english) {
        StringBuilder text = new StringBuilder();
        for (Section section : Keys.SECTIONS) {
            String title = english ? section.en() : section.pl();
            text.append("\n### ")
                    .append(title.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(title.substring(1));
            text.append("\n\n| ")
                    .append(String.join(" | ", words.key(), words.fallback(), words.perShop(), words.meaning()));
            text.append(" |\n|---|---|---|---|\n");
            for (Key<?> key : section.keys()) {
                text.append(row(key, words, english));
            }
        }
        return text.append('\n').toString();
    }

    private static String row(Key<?> key, Words words, boolean english) {
        String meaning = (english ? key.en() : key.pl()).replaceAll("docs/([a-z-]+\\.md)", "[$1]($1)");
        if (hasExample(key)) {
            meaning += " " + words.example() + ": " + code(key.example()) + ".";
        }
        if (key.secret()) {
            meaning += " " + words.secret() + ": " + code(key.fileKey()) + ".";
        }
        return "| "
                + String.join(
                        " | ",
                        code(key.name()),
                        fallback(key, words, english),
                        key.perShop() ? words.yes() : "–",
                        meaning)
                + " |\n";
    }

    private static String fallback(Key<?> key, Words words, boolean english) {
        if (key.need().isPresent()) {
            String condition =
                    english ? key.need().get().en() : key.need().get().pl();
            return condition.isEmpty() ? words.required() : words.required() + " " + condition;
        }
        return key.fallback()
                .map(text -> text.isEmpty() ? words.empty() : code(text))
                .orElse("–");
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`"; // a bar ends a cell
    }

    private static boolean hasExample(Key<?> key) {
        return !key.example().isEmpty()
                && key.fallback().filter(text -> !text.isEmpty()).isEmpty();
    }

    private static List<String> comment(Key<?> key) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        String text = key.en().replace("`", "") + (hasExample(key) ? " Example: " + key.example() : "");
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

    /** What must be set, and every secret, is ready to be filled in. */
    private static String assignment(Key<?> key) {
        boolean toFillIn = key.need().isPresent() && key.fallback().isEmpty() || key.secret();
        return (toFillIn ? "" : "#") + key.name() + "=" + key.fallback().orElse("");
    }
}
