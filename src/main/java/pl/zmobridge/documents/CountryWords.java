package pl.zmobridge.documents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.zmobridge.order.Countries;
import pl.zmobridge.words.Spelling;

/** The words for countries: ISO codes and three groups. */
final class CountryWords {
    static final String POLAND = "PL";
    static final String EU = "EU";
    static final String OTHER = "other";

    private static final Set<String> ALL = Set.of(Locale.getISOCountries());

    private CountryWords() {}

    /** The codes that a word stands for; none when it is no word for a country. */
    static Set<String> meant(String word) {
        String code = word.toUpperCase(Locale.ROOT);
        if (code.equals(EU)) {
            return codes(country -> Countries.isEu(country) && !country.equals(POLAND));
        }
        if (word.equalsIgnoreCase(OTHER)) {
            return codes(country -> !Countries.isEu(country));
        }
        return ALL.contains(code) ? Set.of(code) : Set.of();
    }

    /** Every country, as lists hold it. */
    static Set<String> all() {
        return ALL.stream().map(Listed.COUNTRY::folded).collect(Collectors.toSet());
    }

    /** The EU without Poland, as lists hold it. */
    static Set<String> eu() {
        return meant(EU).stream().map(Listed.COUNTRY::folded).collect(Collectors.toSet());
    }

    /** The word that was meant: of a country's name, of a group, of a code that is used elsewhere. */
    static Optional<String> nearest(String word) {
        return Optional.of(
                        switch (word.toUpperCase(Locale.ROOT)) {
                            case "UE" -> EU;
                            case "EL" -> "GR";
                            default -> Countries.code("", word);
                        })
                .filter(code -> !code.isEmpty())
                .or(() -> word.length() > 2 ? Spelling.closest(word, Stream.of(OTHER)) : Optional.empty());
    }

    private static Set<String> codes(Predicate<String> which) {
        return Arrays.stream(Locale.getISOCountries()).filter(which).collect(Collectors.toSet());
    }
}
