package pl.zmobridge.order;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A VAT rate by its name (V1). Exempt, not subject and zero have the same value, so the name tells them apart.
 *
 * @param kind {@code UNKNOWN} for a name that says no rate for sure, such as {@code 19% DE} or {@code 0% WDT}
 * @param percent 23 for {@code 23%}; 0 unless {@code kind} is {@code PERCENT}
 */
public record ShopRate(Kind kind, BigDecimal percent) {

    /** What a rate's name says. */
    public enum Kind {
        PERCENT,
        /** <em>zwolniony</em>. */
        EXEMPT,
        /** <em>nie podlega</em>. */
        NOT_SUBJECT,
        UNKNOWN
    }

    private static final Pattern PERCENT = Pattern.compile(
            "(?:pl|vat|ptu|stawka|stawka vat|podatek|podatek vat)?[ :]*([0-9]{1,2}(?:[.,][0-9]{1,4})?) ?%?(?: ?(?:pl|vat))?");
    private static final Pattern EXEMPT =
            Pattern.compile("(?:vat |stawka |stawka vat )?(?:zw\\.?|zwol\\.?|zwoln\\p{L}*\\.?(?: z vat)?|exempt)");
    private static final Pattern NOT_SUBJECT =
            Pattern.compile("(?:vat |stawka |stawka vat )?(?:np\\.?|n\\. ?p\\.?|nie ?podl\\p{L}*\\.?)");
    private static final Set<Integer> POLISH = Set.of(0, 5, 8, 23);

    /** Reads a rate's name as a shop or an ERP writes it: {@code 23%}, {@code 8 %}, {@code VAT 23%}, {@code zw.}, {@code np.}. */
    public static ShopRate read(String name) {
        String folded = Texts.collapse(name).toLowerCase(Locale.ROOT);
        if (EXEMPT.matcher(folded).matches()) {
            return new ShopRate(Kind.EXEMPT, BigDecimal.ZERO);
        }
        if (NOT_SUBJECT.matcher(folded).matches()) {
            return new ShopRate(Kind.NOT_SUBJECT, BigDecimal.ZERO);
        }
        Matcher percent = PERCENT.matcher(folded);
        return percent.matches()
                ? new ShopRate(Kind.PERCENT, new BigDecimal(percent.group(1).replace(',', '.')))
                : new ShopRate(Kind.UNKNOWN, BigDecimal.ZERO);
    }

    /**
     * Reads a rate of the shop: its name, and where that says nothing its value. A value of 0 alone says nothing either.
     *
     * @param value {@code tax_value} as the shop sent it; may be empty
     */
    public static ShopRate read(String name, String value) {
        ShopRate byName = read(name);
        if (byName.kind != Kind.UNKNOWN) {
            return byName;
        }
        boolean plainName = name.chars().noneMatch(Character::isDigit);
        ShopRate byValue = read(value);
        return plainName && byValue.percent.signum() > 0 ? byValue : byName;
    }

    /** Whether both are the same rate; an unknown one is the same as none. */
    public boolean isSame(ShopRate other) {
        return kind != Kind.UNKNOWN && kind == other.kind && percent.compareTo(other.percent) == 0;
    }

    /** Whether Poland has this rate (V3). */
    public boolean isPolish() {
        return switch (kind) {
            case EXEMPT, NOT_SUBJECT -> true;
            case UNKNOWN -> false;
            case PERCENT -> POLISH.stream().anyMatch(rate -> percent.compareTo(BigDecimal.valueOf(rate)) == 0);
        };
    }
}
