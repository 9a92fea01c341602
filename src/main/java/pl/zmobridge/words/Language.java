package pl.zmobridge.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that the bridge speaks. */
public enum Language {
    PL,
    EN;

    /** Polish for a Polish locale, English for every other one. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("pl") ? PL : EN;
    }

    /**
     * The language that a request asks for.
     *
     * @param acceptLanguage as RFC 9110 has it, {@code pl-PL,pl;q=0.9,en;q=0.8}
     * @return English when it asks for others only; empty when it asks for none, or cannot be read
     */
    public static Optional<Language> asked(String acceptLanguage) {
        try {
            List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(acceptLanguage.strip());
            if (wanted.get(0).getRange().equals("*")) {
                return Optional.empty();
            }
            Locale best = Locale.lookup(wanted, List.of(Locale.forLanguageTag("pl"), Locale.ENGLISH));
            return Optional.of(best == null ? EN : of(best));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As {@code Accept-Language} and {@code lang} name it: {@code pl}, {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
