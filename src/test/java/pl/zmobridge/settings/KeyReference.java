package pl.zmobridge.settings;

import java.util.Locale;

/** What people read about the keys, made of the table of keys: the tables of the documentation. */
final class KeyReference {
    private KeyReference() {}

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
        if (SettingsFile.hasExample(key)) {
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
}
