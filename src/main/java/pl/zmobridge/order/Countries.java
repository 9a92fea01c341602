package pl.zmobridge.order;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pl.zmobridge.order.OrderCard.Party;

/** Countries by their ISO code (K4). */
public final class Countries {
    private static final Set<String> EU = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> ALSO = Map.of(
            "RZECZPOSPOLITA POLSKA", "PL",
            "CZECH REPUBLIC", "CZ",
            "REPUBLIKA CZESKA", "CZ",
            "HOLANDIA", "NL",
            "DEUTSCHLAND", "DE",
            "UK", "GB",
            "ANGLIA", "GB",
            "USA", "US");
    private static final Map<String, String> BY_NAME = byName();

    private Countries() {}

    /** The ISO code of an address's country: the shop's code, else that of the name; empty when neither says one. */
    public static String code(Party party) {
        return code(party.countryCode(), party.country());
    }

    /** The same of a code and a name, either of which may be empty. */
    public static String code(String code, String name) {
        String upper = folded(code);
        if (CODES.contains(upper)) {
            return upper;
        }
        String named = folded(name);
        return CODES.contains(named) ? named : BY_NAME.getOrDefault(named, "");
    }

    /** Whether the country is one of the European Union, Poland included. */
    public static boolean isEu(String code) {
        return EU.contains(code);
    }

    /** The country whose VAT ids begin so; {@code EL} is Greece, {@code XI} Northern Ireland. Empty for no EU prefix. */
    static String ofVatPrefix(String prefix) {
        return switch (prefix) {
            case "EL" -> "GR";
            case "XI" -> "GB";
            default -> isEu(prefix) ? prefix : "";
        };
    }

    private static Map<String, String> byName() {
        Map<String, String> names = new HashMap<>();
        for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("pl"))) {
            Arrays.stream(Locale.getISOCountries())
                    .forEach(code -> names.put(
                            folded(new Locale.Builder().setRegion(code).build().getDisplayCountry(language)), code));
        }
        names.putAll(ALSO);
        return Map.copyOf(names);
    }

    private static String folded(String text) {
        return Texts.collapse(text).toUpperCase(Locale.ROOT);
    }
}
