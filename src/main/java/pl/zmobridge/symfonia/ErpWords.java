package pl.zmobridge.symfonia;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;

/**
 * What the ERP's own words mean. The WebAPI refuses in free Polish text and gives no codes, so this is the one place that reads
 * it; what it does not recognise stays {@link Cause#ERP_REFUSED}, with the words as they are.
 */
final class ErpWords {
    private static final List<Known> KNOWN = List.of(
            known(
                    Cause.NO_STOCK,
                    "(?:wystarczając\\w+ ilości|brak stanu)(?: towaru (?<code>\\S+?))?(?=[.,:;]?(?:\\s|$))"),
            known(Cause.NO_STOCK, "stan\\w* magazyn"),
            known(
                    Cause.UNKNOWN_PRODUCT_CODE,
                    "(?:nie znaleziono|nie istnieje|brak|nieznan\\w+) (?:towar|produkt|kartotek)\\w*"
                            + "(?: o kodzie)?(?: (?<code>\\S+?))?(?=[.,:;]?(?:\\s|$))"),
            known(Cause.PRODUCT_INACTIVE, "towar (?<code>\\S+) jest nieaktywny"),
            known(Cause.PRODUCT_WITHOUT_CODE, "podaj kod towaru"),
            known(
                    Cause.UNKNOWN_SETTING,
                    "(?:nie znaleziono|nieznan\\w+|brak) (?:typu|serii|wydziału|rejestru|formy|stawki|waluty)"),
            known(Cause.UNKNOWN_SETTING, "forma płatności .{1,80} jest nieaktywna|podaj kurs"),
            known(Cause.PERIOD_CLOSED, "okres\\w* (?:sprawozdawcz|obrachunkow|księgow)\\w* .{0,40}zamknięt"),
            known(Cause.CONTRACTOR_EXISTS, "kontrahent\\b.* już istnieje"),
            known(Cause.ERP_RIGHT_MISSING, "uprawnie|licencj"));

    private static final Pattern LINE = Pattern.compile("^pozycja (\\d+):", Pattern.CASE_INSENSITIVE);

    /** @param words may have a group {@code code}, the product's */
    private record Known(Cause cause, Pattern words) {}

    private ErpWords() {}

    static Failure read(String words) {
        Failure failure = Failure.of(Cause.ERP_REFUSED);
        for (Known known : KNOWN) {
            Matcher found = known.words().matcher(words);
            if (found.find()) {
                failure = new Failure(failure.system(), known.cause(), failure.arguments(), "");
                if (known.words().pattern().contains("<code>") && found.group("code") != null) {
                    failure = failure.with("code", found.group("code"));
                }
                break;
            }
        }
        Matcher line = LINE.matcher(words);
        return (line.find() ? failure.with("line", line.group(1)) : failure).quoting(words);
    }

    private static Known known(Cause cause, String words) {
        return new Known(
                cause,
                Pattern.compile(
                        words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS));
    }
}
