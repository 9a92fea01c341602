package pl.zmobridge.order;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a tax id of another country looks like with its country's letters before it (H4): {@code ATU12345678}, {@code CHE123456789}. */
final class ForeignIds {
    /** VAT ids of the European Union, as VIES takes them. */
    private static final Map<String, Pattern> EU = Map.ofEntries(
            form("AT", "U[0-9]{8}"),
            form("BE", "[01]?[0-9]{9}"),
            form("BG", "[0-9]{9,10}"),
            form("CY", "[0-9]{8}[A-Z]"),
            form("CZ", "[0-9]{8,10}"),
            form("DE", "[0-9]{9}"),
            form("DK", "[0-9]{8}"),
            form("EE", "[0-9]{9}"),
            form("ES", "[A-Z][0-9]{7}[0-9A-Z]|[0-9]{8}[A-Z]"),
            form("FI", "[0-9]{8}"),
            form("FR", "[0-9A-HJ-NP-Z]{2}[0-9]{9}"),
            form("GR", "[0-9]{9}"),
            form("HR", "[0-9]{11}"),
            form("HU", "[0-9]{8}"),
            form("IE", "[0-9]{7}[A-Z]{1,2}|[0-9][A-Z+*][0-9]{5}[A-Z]"),
            form("IT", "[0-9]{11}"),
            form("LT", "[0-9]{9}|[0-9]{12}"),
            form("LU", "[0-9]{8}"),
            form("LV", "[0-9]{11}"),
            form("MT", "[0-9]{8}"),
            form("NL", "[0-9A-Z+*]{9}B[0-9]{2}"),
            form("PT", "[0-9]{9}"),
            form("RO", "[0-9]{5,10}"),
            form("SE", "[0-9]{12}"),
            form("SI", "[0-9]{8}"),
            form("SK", "[0-9]{10}"));

    /** Outside the Union: those that nobody can take for a word and a number, wherever the buyer lives. */
    private static final Pattern OTHERS = Pattern.compile(
            "CHE[0-9]{9}(?:MWST|TVA|IVA)?" + "|(?:GB|XI)(?:[0-9]{9}|[0-9]{12}|(?:GD|HA)[0-9]{3})" + "|NO[0-9]{9}MVA");

    private static final Pattern ANY = Pattern.compile("([A-Z]{2})((?=(?:[A-Z+*]*[0-9]){5})[0-9A-Z+*]{5,14})");

    private ForeignIds() {}

    /**
     * Whether the text is a country's letters and an id of that country. An id without a known form counts only where it is used: letters before
     * digits can be any word ({@code NR 600100200}).
     *
     * @param compact capitals and digits without separators
     * @param country ISO code of the address; empty when unknown
     */
    static boolean isOne(String compact, String country) {
        if (OTHERS.matcher(compact).matches()) {
            return true;
        }
        Matcher parts = ANY.matcher(compact);
        if (!parts.matches()) {
            return false;
        }
        String eu = Countries.ofVatPrefix(parts.group(1));
        String id = parts.group(2);
        if (isVatId(eu, id)) {
            return !country.equals("PL") || !Nip.isValid(id); // „S.K.” before a NIP is no Slovak
        }
        boolean athome = country.equals(eu.isEmpty() ? parts.group(1) : eu);
        return athome && !country.equals("PL") && id.matches(eu.isEmpty() ? "[0-9].*" : "[0-9]{8,12}");
    }

    /** Whether the id, without its country's letters, has the form of a VAT id of that EU country. Poland's own is not among them. */
    static boolean isVatId(String country, String id) {
        Pattern form = EU.get(country);
        return form != null && form.matcher(id).matches();
    }

    private static Map.Entry<String, Pattern> form(String country, String digits) {
        return Map.entry(country, Pattern.compile(digits));
    }
}
