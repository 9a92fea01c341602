package pl.zmobridge.failure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Words;

/**
 * One attempt at an order that failed, as its timeline tells of it.
 *
 * @param step {@code IMPORT}, {@code REALISE}, {@code FEEDBACK} or {@code REVIEW}
 * @param attempt from 1
 */
public record FailedAttempt(String step, int attempt, Failure failure) {
    public static final String CODE = "FAILED";
    private static final String REVIEW = "REVIEW";

    /** As the timeline keeps it. */
    public Phrase phrase() {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("step", step);
        arguments.put("attempt", Integer.toString(attempt));
        arguments.put("system", failure.system().name());
        arguments.put("cause", failure.cause().name());
        arguments.put("words", failure.words());
        failure.arguments().forEach(arguments::putIfAbsent);
        return new Phrase(CODE, arguments);
    }

    /** What {@link #phrase()} made; empty when it is something else, or of a version that knows more causes. */
    public static Optional<FailedAttempt> read(Phrase phrase) {
        Map<String, String> rest = new LinkedHashMap<>(phrase.arguments());
        String step = rest.remove("step");
        String attempt = rest.remove("attempt");
        String words = rest.remove("words");
        return step == null || attempt == null || !attempt.matches("\\d{1,9}") || words == null
                ? Optional.empty()
                : Failure.read(rest.remove("system"), rest.remove("cause"), rest, words)
                        .map(failure -> new FailedAttempt(step, Integer.parseInt(attempt), failure));
    }

    public String text(Language language) {
        return Words.in(language)
                .text(
                        "event",
                        Phrase.of(step.equals(REVIEW) ? REVIEW : CODE)
                                .with("step", step)
                                .with("attempt", attempt)
                                .with("failure", failure.text(language)));
    }
}
