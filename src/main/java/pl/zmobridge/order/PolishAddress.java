package pl.zmobridge.order;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Polish address line told apart. Nothing that was typed is dropped except the words and signs that mean "flat"
 * ({@code m.}, {@code lok.}, a slash), whose place the fields take; what cannot be told apart for sure stays whole in
 * {@code street}. Nothing but white space is normalised.
 *
 * @param street with {@code ul.}, {@code al.} or the like, as typed
 * @param houseNo {@code 12}, {@code 7a}, {@code 5-7}, {@code 65/79}; empty when there is none to be told apart
 * @param flatNo empty when there is none to be told apart
 */
public record PolishAddress(String street, String houseNo, String flatNo) {

    private static final String NUMBER = "(?!\\d\\d-\\d{3}\\b)[1-9]\\d{0,3}(?: ?\\p{L}(?!\\p{L}))?";
    private static final String HOUSE = NUMBER + "(?: ?[-–] ?" + NUMBER + ")?";
    private static final String FLAT = "\\p{L}{0,2}[1-9]\\d{0,3}(?: ?\\p{L})?";
    private static final String FLAT_WORD = "(?:mieszkanie|mieszk\\.?|m\\.?|lokal|lok\\.?|apartament|apt\\.?)";
    private static final String KIND = "(?:ulica|ul\\.?|aleja|aleje|al\\.?|osiedle|os\\.?|plac|pl\\.?|rondo|skwer)";

    /** Digits belong to a street's name only where names have them: {@code 12 Marca}, {@code os. 1000-lecia}. */
    private static final String STREET = "(?<street>(?:" + KIND + " ?)?(?:\\d+ ?)?[^\\d\\p{L}]*\\p{L}[^\\d]*[^\\d ])";

    /** After these a number is no house number: {@code Nowa m. 4}, {@code Skrytka pocztowa 12}, {@code II piętro 5}. */
    private static final Pattern NO_STREET = pattern("(?:.*\\P{L})?(?:" + FLAT_WORD
            + "|piętro|p\\.|klatka|kl\\.|km|pok\\.|pokój|box)|(?:skrzynka|skrytka|skr\\.).*");

    private static final Pattern NUMBERED = pattern(STREET + " (?:"
            + "(?<long>" + HOUSE + "(?: ?/ ?" + NUMBER + ")?) ?[,/]? ?" + FLAT_WORD + " ?(?<marked>" + FLAT + ")"
            + "|(?<house>" + HOUSE + ")(?: ?/ ?(?<flat>" + FLAT + "))?)");
    private static final Pattern BARE_FLAT = pattern(FLAT);

    /** Tells an address apart that the shop keeps in two lines, the second often empty or just a number. */
    public static PolishAddress of(String street1, String street2) {
        String first = Texts.collapse(street1);
        String second = Texts.collapse(street2);
        PolishAddress whole = split((first + " " + second).strip());
        if (!whole.houseNo.isEmpty() || second.isEmpty()) {
            return whole;
        }
        PolishAddress building = split(first);
        boolean secondIsFlat = !building.houseNo.isEmpty()
                && building.flatNo.isEmpty()
                && BARE_FLAT.matcher(second).matches();
        return secondIsFlat ? new PolishAddress(building.street, building.houseNo, withoutSpaces(second)) : whole;
    }

    private static PolishAddress split(String line) {
        Matcher numbered = NUMBERED.matcher(line);
        if (!numbered.matches() || NO_STREET.matcher(numbered.group("street")).matches()) {
            return new PolishAddress(line, "", "");
        }
        return numbered.group("long") == null ? of(numbered, "house", "flat") : of(numbered, "long", "marked");
    }

    private static PolishAddress of(Matcher numbered, String house, String flat) {
        String flatNo = numbered.group(flat) == null ? "" : numbered.group(flat);
        return new PolishAddress(numbered.group("street"), withoutSpaces(numbered.group(house)), withoutSpaces(flatNo));
    }

    private static String withoutSpaces(String number) {
        return number.replace(" ", "");
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
