package pl.zmobridge.order;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A tax id (NIP) as a card carries it. What a buyer typed is never thrown away for being odd: it is carried with a warning.
 *
 * @param value ten digits for a Polish NIP, right or wrong; another country's id without separators; empty for none
 * @param warning in Polish, for people: what is odd about the text that was typed
 */
public record Nip(String value, Optional<String> warning) {

    private static final Pattern POLISH = Pattern.compile("(?:NIP:?)?(?:PL)?([0-9]{10})");
    private static final int[] WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};

    /**
     * Reads a NIP as typed. Spaces, dashes, dots and a leading {@code PL} do not matter. Text without any digit, and ten
     * zeros, are no NIP.
     */
    public static Nip read(String asTyped) {
        String typed = Texts.clean(asTyped);
        String compact = typed.replaceAll("[\\s\\p{Z}\\p{Pd}\\p{Cf}.]", "");
        if (typed.isEmpty()) {
            return new Nip("", Optional.empty());
        }
        if (!compact.matches(".*[0-9].*")) {
            return none(typed);
        }
        Matcher polish = POLISH.matcher(compact.toUpperCase(Locale.ROOT));
        return polish.matches() ? polish(typed, polish.group(1)) : foreign(typed, compact);
    }

    /**
     * How a NIP may be written in an ERP that compares it as text, the likeliest first, each once; empty without a NIP.
     *
     * @param asTyped what the buyer typed
     * @param normalised the same as {@link #value}, {@link OrderCard.Party#nip}
     */
    public static List<String> variants(String asTyped, String normalised) {
        if (normalised.isEmpty()) {
            return List.of();
        }
        Stream<String> written = normalised.matches("[0-9]{10}")
                ? Stream.of(
                        normalised, dashed(normalised, "(...)(...)(..)(..)"), dashed(normalised, "(...)(..)(..)(...)"))
                : Stream.of(normalised);
        return Stream.concat(Stream.of(Texts.clean(asTyped)), written)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** {@link #variants(String, String)} of the contractor's NIP of an order (P1). */
    public static List<String> variants(ShopOrder order) {
        return Parties.contractorAddress(order)
                .map(address -> variants(address.nip(), read(address.nip()).value()))
                .orElse(List.of());
    }

    private static Nip polish(String typed, String digits) {
        if (digits.equals("0000000000")) {
            return none(typed);
        }
        return checksumHolds(digits)
                ? new Nip(digits, Optional.empty())
                : new Nip(digits, Optional.of("NIP „" + typed + "” ma błędną sumę kontrolną; zapytaj kupującego."));
    }

    private static Nip none(String typed) {
        return new Nip("", Optional.of("W polu NIP wpisano „" + typed + "”; przyjęto, że kupujący nie podał NIP."));
    }

    private static Nip foreign(String typed, String compact) {
        return new Nip(
                compact,
                Optional.of("„" + typed + "” nie jest polskim numerem NIP; przeniesiono tak, jak wpisał kupujący."));
    }

    private static boolean checksumHolds(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        // a remainder of 10 equals no digit: such a NIP is never issued
        return sum % 11 == digits.charAt(9) - '0';
    }

    private static String dashed(String digits, String groups) {
        return digits.replaceAll(groups, "$1-$2-$3-$4");
    }
}
