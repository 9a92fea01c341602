package pl.zmobridge.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Phrasebook;
import pl.zmobridge.words.Words;

/** A request that the API does not carry out: an RFC 9457 problem. */
public final class ApiProblem extends RuntimeException {
    private static final String KIND = "problem";

    /** Which arguments say what is wrong with a configuration. */
    private static final Map<String, List<String>> OF_SETTINGS = Map.of(
            "SETTING_UNUSABLE", List.of("why"),
            "RULES_UNUSABLE", List.of("why"),
            "FILES_UNREADABLE", List.of("why"),
            "BAD_RULES", List.of("problems"));

    private final int status;
    private final String title;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** @param detail what is wrong and what to do; in English, as {@code problem.} of the words has it */
    public ApiProblem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    /** The same problem, told with a header of the answer besides. */
    ApiProblem with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Which problem it is, for programs; empty when it has no code. */
    String code() {
        return phrase().map(Phrase::code).orElse("");
    }

    private Optional<Phrase> phrase() {
        return Words.in(Language.EN).recognise(KIND, getMessage());
    }

    String title(Language language) {
        Words words = Words.in(language);
        Phrase ofStatus = Phrase.of(Integer.toString(status));
        Phrase ofTitle = Phrase.of(title.toUpperCase(Locale.ROOT).replace(' ', '_'));
        if (language == Language.EN) {
            return title;
        }
        return words.canSay("title", ofTitle) ? words.text("title", ofTitle) : words.text("title", ofStatus);
    }

    String detail(Language language) {
        return phrase().filter(said -> Words.in(language).canSay(KIND, said))
                .map(said -> Words.in(language).text(KIND, language == Language.PL ? inPolish(said) : said))
                .orElse(getMessage());
    }

    /** What is wrong with settings or rules stands in the phrase book. */
    private static Phrase inPolish(Phrase said) {
        Phrase polish = said;
        for (String name : OF_SETTINGS.getOrDefault(said.code(), List.of())) {
            polish = polish.with(
                    name, Phrasebook.ofCheck().polishProblems(said.arguments().getOrDefault(name, "")));
        }
        return polish;
    }

    Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    public static ApiProblem notFound(String what) {
        return new ApiProblem(404, "Not found", what);
    }
}
