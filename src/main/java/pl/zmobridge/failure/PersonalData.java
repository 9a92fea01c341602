package pl.zmobridge.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.zmobridge.order.OrderCard.Party;

/**
 * Words of other systems without personal data, for the log (I6): an ERP may quote the buyer whom it refuses. What the order's
 * card knows of its parties is taken out, and whatever looks like an e-mail address, a NIP or a PESEL.
 */
public final class PersonalData {
    private static final int SHORTEST = 3;
    private static final Pattern PRIVATE =
            Pattern.compile("[^\\s<>\"'„”(]+@[^\\s<>\"'„”),;]+|\\b\\d{10,11}\\b|\\b\\d{3}-\\d{2,3}-\\d{2}-\\d{2,3}\\b");

    private PersonalData() {}

    /** @param parties of the order that the words are about; none when it is not known */
    public static String removed(String words, Collection<Party> parties) {
        String discreet = parties.stream()
                .flatMap(PersonalData::values)
                .filter(value -> value.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(words, PersonalData::without);
        return PRIVATE.matcher(discreet).replaceAll("…");
    }

    private static String without(String words, String value) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(words)
                .replaceAll("…");
    }

    private static Stream<String> values(Party party) {
        return Stream.of(
                party.name(),
                party.company(),
                party.firstName(),
                party.lastName(),
                party.nip(),
                party.pesel(),
                party.street(),
                party.postcode(),
                party.phone(),
                party.email());
    }
}
