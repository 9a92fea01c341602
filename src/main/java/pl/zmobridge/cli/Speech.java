package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Phrasebook;
import pl.zmobridge.words.Plural;

/** What commands say, in one language: the sentences {@code cli.}, {@code label.} and {@code column.} of the words. */
final class Speech {
    private final Language language;
    private final pl.zmobridge.words.Words words;

    Speech(Language language) {
        this.language = language;
        this.words = pl.zmobridge.words.Words.in(language);
    }

    Language language() {
        return language;
    }

    /** @param namesAndValues of the sentence's arguments, in turn */
    String text(String code, Object... namesAndValues) {
        Phrase phrase = Phrase.of(code);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            phrase = phrase.with(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return words.text("cli", phrase);
    }

    /** What is wrong with the configuration. */
    List<String> problems(List<String> english) {
        return Phrasebook.problems(language, english);
    }

    /** The sentence for so many: {@code code_ONE}, {@code code_FEW} or {@code code_MANY}, with {@code count}. */
    String counted(String code, long count) {
        return text(code + "_" + Plural.form(language, count), "count", count);
    }

    /** A line {@code what it is  value}. */
    String line(String label, String value) {
        return String.format("%-13s %s", words.name("label", label), value);
    }

    /** A code that begins with {@code #} stands over figures. */
    Table table(String... columns) {
        return new Table(Arrays.stream(columns).map(this::column).toArray(String[]::new));
    }

    private String column(String code) {
        return code.startsWith("#") ? "#" + words.name("column", code.substring(1)) : words.name("column", code);
    }

    /** How long ago a time was, {@code 5 min}; blank when it is absent. */
    String age(JsonNode object, String field) {
        String text = Words.text(object, field);
        try {
            return text.isEmpty() ? "" : span(Duration.between(OffsetDateTime.parse(text), OffsetDateTime.now()));
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** How far off a time is, {@code in 5 min}; blank when it is absent. */
    String until(JsonNode object, String field) {
        String text = Words.text(object, field);
        try {
            return text.isEmpty()
                    ? ""
                    : text("IN", "span", span(Duration.between(OffsetDateTime.now(), OffsetDateTime.parse(text))));
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** {@code 12 s}, {@code 5 min}, {@code 3 h}, {@code 4 days}: the largest unit that fits. */
    String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3600 + " h" : text("DAYS", "count", seconds / 86_400);
    }
}
