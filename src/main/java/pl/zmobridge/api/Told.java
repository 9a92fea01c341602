package pl.zmobridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedAttempt;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.mending.Cure;
import pl.zmobridge.order.Texts;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Words;

/**
 * What the register keeps as codes and arguments, as sentences. The Polish text that stands beside them is what the version before
 * writes too: codes that do not fit it are left over from an earlier row, so the text is told instead.
 */
final class Told {
    private static final int ERROR = 4000;
    private static final int EVENT = 1000;

    private Told() {}

    /** The failure of a row of {@code dead_letters}, or of an object with its columns. */
    static Failure failure(Map<String, Object> row) {
        String error = text(row, "error");
        return Failure.read(
                        text(row, "system"),
                        text(row, "cause"),
                        Phrase.arguments(text(row, "arguments")),
                        text(row, "words"))
                .filter(failure ->
                        error.equals(failure.words()) || error.equals(Texts.cut(failure.text(Language.PL), ERROR)))
                .orElse(Failure.of(Cause.OTHER).quoting(error));
    }

    /** The same of one element of {@code problems}. */
    static Failure failure(JsonNode problem) {
        Map<String, Object> row = new LinkedHashMap<>();
        problem.properties()
                .forEach(column -> row.put(column.getKey(), column.getValue().asText("")));
        return failure(row);
    }

    /** What {@code error} says, {@code cause}, {@code waitsFor} and the like, as members of an answer. */
    static void put(Map<String, Object> view, Failure failure, Language language) {
        view.put("system", failure.system().name());
        view.put("cause", failure.cause().name());
        view.put("waitsFor", failure.waitsFor().name());
        view.put("arguments", failure.arguments());
        view.put("words", failure.words());
        view.put("error", failure.text(language));
        view.put("hint", failure.hint(language));
    }

    /** The setting that an operator is offered for it; null when none helps. */
    static Map<String, Object> mend(Failure failure) {
        return Cure.of(failure)
                .map(cure -> Map.<String, Object>of("setting", cure.setting().word(), "of", cure.of()))
                .orElse(null);
    }

    /** A row of {@code events}. */
    static String event(Map<String, Object> row, Language language) {
        String text = text(row, "text");
        return phrase(row).map(phrase -> event(phrase, language)).orElseGet(() -> retold(text, language));
    }

    /** The same row, if it tells of an attempt that failed. */
    static Optional<FailedAttempt> attempt(Map<String, Object> row) {
        return phrase(row).flatMap(Told::attempt);
    }

    /** Empty when the text beside it is of something else. */
    private static Optional<Phrase> phrase(Map<String, Object> row) {
        Phrase phrase = new Phrase(text(row, "code"), Phrase.arguments(text(row, "arguments")));
        return Optional.of(phrase)
                .filter(each -> Texts.cut(event(each, Language.PL), EVENT).equals(text(row, "text")));
    }

    private static String event(Phrase phrase, Language language) {
        return attempt(phrase).map(attempt -> attempt.text(language)).orElseGet(() -> Words.in(language)
                .text("event", phrase));
    }

    private static Optional<FailedAttempt> attempt(Phrase phrase) {
        return phrase.code().equals(FailedAttempt.CODE) ? FailedAttempt.read(phrase) : Optional.empty();
    }

    /** Texts that have no code: of earlier versions, warnings of the rules, and reasons. */
    static String retold(String text, Language language) {
        Words polish = Words.in(Language.PL);
        for (String kind : new String[] {"event", "said", "reason"}) {
            String told = polish.retold(kind, text, language);
            if (!told.equals(text)) {
                return told;
            }
        }
        return text;
    }

    /** Why something was closed; null for no reason. A person's own words stay. */
    static String reason(Object reason, Language language) {
        return reason == null ? null : Words.in(Language.PL).retold("reason", reason.toString(), language);
    }

    /** What changed in the shop, one sentence each. */
    static List<String> changes(Map<String, String> changes, Language language) {
        return changes.entrySet().stream()
                .map(change -> Words.in(language).name("change", change.getKey())
                        + (change.getValue().isEmpty() ? "" : ": " + change.getValue()))
                .toList();
    }

    private static String text(Map<String, Object> row, String column) {
        Object value = row.get(column);
        return value == null ? "" : value.toString();
    }
}
