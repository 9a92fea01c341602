package pl.zmobridge.failure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Words;

/**
 * What went wrong, in no language yet.
 *
 * @param arguments what it is about: a product code, a path of the shop
 * @param words what the other system said, word for word; blank when it said nothing
 */
public record Failure(FailedSystem system, Cause cause, Map<String, String> arguments, String words) {
    private static final String SENTENCE = "cause";
    private static final String HINT = "hint";
    private static final Set<String> ORDERS_OWN = Set.of("NOT_NAMED", "NO_DOCUMENT", "NO_FIELD", "SESSION_ENDED");

    public Failure {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** Of the system whose failure this cause usually is. */
    public static Failure of(Cause cause) {
        return new Failure(cause.system(), cause, Map.of(), "");
    }

    /** From the names of its parts; empty when a newer version wrote names that this one does not know. */
    public static Optional<Failure> read(String system, String cause, Map<String, String> arguments, String words) {
        try {
            return system == null || cause == null
                    ? Optional.empty()
                    : Optional.of(new Failure(FailedSystem.valueOf(system), Cause.valueOf(cause), arguments, words));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public Failure with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(arguments);
        more.put(name, value.toString());
        return new Failure(system, cause, more, words);
    }

    public Failure quoting(String said) {
        return new Failure(system, cause, arguments, said.strip());
    }

    public WaitsFor waitsFor() {
        return cause.waitsFor();
    }

    public boolean isOutage() {
        return cause.isOutage();
    }

    /** The ERP answered, but not as it should: because of what this order holds, or because something is wrong with the ERP. */
    public boolean isPerhapsOneOrders() {
        return cause == Cause.ERP_FAILED
                || cause == Cause.ERP_AWAY && ORDERS_OWN.contains(arguments.getOrDefault("how", ""));
    }

    /** The sentence for people, the other system's words in it; those words alone when the sentence lacks an argument. */
    public String text(Language language) {
        Words sentences = Words.in(language);
        Phrase phrase = phrase(language);
        return sentences.canSay(SENTENCE, phrase) || words.isEmpty()
                ? sentences.text(SENTENCE, phrase)
                : phrase.arguments().get("words");
    }

    /** What to do about it. */
    public String hint(Language language) {
        return Words.in(language).text(HINT, phrase(language));
    }

    private Phrase phrase(Language language) {
        String told = cause.isToldByUs()
                ? words.lines()
                        .map(line -> Words.in(Language.PL).retold("said", line, language))
                        .collect(Collectors.joining("\n"))
                : words;
        return new Phrase(cause.name(), arguments).with("words", told);
    }
}
