package pl.zmobridge.sim;

import java.util.Locale;

/** What an installation does to the {@code Description} of a document before it keeps it. */
public enum ErpTexts {
    TRIMMED,
    UPPER_CASE,
    /** {@code |} becomes {@code /}. */
    PIPES_REPLACED;

    String kept(String text) {
        return switch (this) {
            case TRIMMED -> text.strip();
            case UPPER_CASE -> text.toUpperCase(Locale.forLanguageTag("pl"));
            case PIPES_REPLACED -> text.replace('|', '/');
        };
    }
}
