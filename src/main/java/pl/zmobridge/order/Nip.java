package pl.zmobridge.order;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A tax id (NIP) as a card carries it (H4).
 *
 * @param value ten digits for a Polish NIP, right or wrong; another country's id without separators; empty for none
 * @param warning in Polish, for people: what is odd about the text that was typed
 * @param isDoubtful whether something was typed that is no tax id, so that a person must say what the buyer wants
 */
public record Nip(String value, Optional<String> warning, boolean isDoubtful) {

    private static final Pattern POLISH = Pattern.compile("(?:PL)?([0-9]{10})");
    /** What people write before an id: words that name a tax id, or „nr” alone, which only digits can follow ({@code EURO 12345} is neither). */
    private static final Pattern WORDS = Pattern.compile(
            "^(?:(?:(?:NUMER|NR|NO|№)[:/,;]*)?(?:NIP|VAT|TAX|USTID)(?:NUMER|NIP|VAT|TAX|NR|NO|ID|UE|EU|[:/,;])*"
                    + "|(?:NUMER|NR|NO|ID|№)[:/,;]*(?=(?:PL)?[0-9]))");

    /** Those of them that say which number follows. */
    private static final Pattern TAX_WORD = Pattern.compile("NIP|VAT|TAX|USTID");

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}.]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{8,12}");
    private static final int PHONE = 9;
    private static final int[] WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};

    /** {@link #read(String, String, String)} of a text without an address. */
    public static Nip read(String asTyped) {
        return read(asTyped, "", "");
    }

    /** The NIP of an address. */
    public static Nip read(ShopOrder.Address address) {
        return read(address.nip(), Countries.code(address.countryCode(), address.country()), address.phone());
    }

    /**
     * Reads a NIP as typed. Spaces, dashes, dots, a leading {@code PL} and words such as {@code nr NIP:} do not matter. What is no tax id (only
     * zeros, a phone number, other words, two ids in one field, too few digits) is none, and doubtful.
     *
     * @param country ISO code of the address; digits alone can be an id of another country, never of Poland
     * @param phone the address's phone
     */
    static Nip read(String asTyped, String country, String phone) {
        String typed = Texts.clean(asTyped);
        if (typed.isEmpty()) {
            return new Nip("", Optional.empty(), false);
        }
        String compact = SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        if (!compact.matches(".*[\\p{L}0-9].*")) {
            return new Nip("", Optional.of(taken(typed)), false);
        }
        String id = WORDS.matcher(compact).replaceFirst("");
        if (id.matches("(?:PL)?0+") || isPhone(compact, phone)) {
            return leftAsTyped(typed);
        }
        String words = compact.substring(0, compact.length() - id.length());
        boolean named = words.isEmpty() || TAX_WORD.matcher(words).find();
        boolean abroad = !country.isEmpty() && !country.equals("PL");
        if (abroad && named && DIGITS.matcher(id).matches() && !isValid(id)) {
            return foreign(typed, id);
        }
        Matcher polish = POLISH.matcher(id);
        if (polish.matches() && (named || isValid(polish.group(1)))) {
            return polish(typed, polish.group(1));
        }
        // as typed first: the words can be a country's letters
        return Stream.of(compact, id)
                .filter(each -> ForeignIds.isOne(each, country))
                .findFirst()
                .map(each -> foreign(typed, each))
                .orElseGet(() -> leftAsTyped(typed));
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
                        normalised,
                        dashed(normalised, "(...)(...)(..)(..)"),
                        dashed(normalised, "(...)(..)(..)(...)"),
                        "PL" + normalised)
                : Stream.of(normalised);
        return Stream.concat(Stream.of(Texts.clean(asTyped)), written)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** {@link #variants(String, String)} of the contractor's NIP of an order (P1). */
    public static List<String> variants(ShopOrder order) {
        return Parties.contractorAddress(order)
                .map(address -> variants(address.nip(), read(address).value()))
                .orElse(List.of());
    }

    /**
     * K1: whether two notations are one tax id, compared whole: {@code 725-180-11-26}, {@code PL 7251801126} and
     * {@code 7251801126} are. An empty one is the same as no other.
     */
    public static boolean isSame(String one, String other) {
        String first = whole(one);
        return !first.isEmpty() && first.equals(whole(other));
    }

    /** Whether the text holds a tax id or anything that could be one; zeros and blanks do not. */
    public static boolean isGiven(String text) {
        return !whole(text).isEmpty();
    }

    /** The EU country whose VAT id this is; empty for a Polish NIP and for ids of other countries. */
    public static String euCountry(String value) {
        return value.matches("[A-Z]{2}.+") && !value.startsWith("PL")
                ? Countries.ofVatPrefix(value.substring(0, 2))
                : "";
    }

    /** The same of a buyer's: digits alone are a VAT id of the address's country when they have its form (K4). */
    public static String euCountry(OrderCard.Party buyer) {
        String country = Countries.code(buyer);
        return ForeignIds.isVatId(country, buyer.nip()) && !isValid(buyer.nip()) ? country : euCountry(buyer.nip());
    }

    private static String whole(String text) {
        String letters = text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        String bare = letters.replaceFirst("^(?:NIP)?(?:PL(?=[0-9]{10}$))?", "");
        return bare.matches("0*") ? "" : bare;
    }

    private static Nip polish(String typed, String digits) {
        return checksumHolds(digits)
                ? new Nip(digits, Optional.empty(), false)
                : new Nip(
                        digits,
                        Optional.of("NIP „" + typed + "” ma błędną sumę kontrolną; zapytaj kupującego."),
                        false);
    }

    private static Nip foreign(String typed, String compact) {
        return new Nip(
                compact,
                Optional.of("„" + typed + "” nie jest polskim numerem NIP; przeniesiono tak, jak wpisał kupujący."),
                false);
    }

    private static Nip leftAsTyped(String typed) {
        return new Nip("", Optional.of(taken(typed)), true);
    }

    /** The sentence of a card whose text was no tax id. */
    static String taken(String typed) {
        return "W polu NIP wpisano „" + typed + "”; przyjęto, że kupujący nie podał NIP.";
    }

    /** The phone of the address again, with or without what stands before its nine digits, words included. */
    private static boolean isPhone(String typed, String phone) {
        String called = phone.replaceAll("[^0-9]", "");
        String digits = typed.replaceFirst("^[^0-9]+", "");
        return called.length() >= PHONE
                && digits.matches("[0-9]{9,13}")
                && called.endsWith(digits.substring(digits.length() - PHONE));
    }

    /** Whether it is a Polish NIP with the right check digit. */
    static boolean isValid(String digits) {
        return digits.matches("[0-9]{10}") && checksumHolds(digits);
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
