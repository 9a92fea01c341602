package pl.zmobridge.monitoring;

import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of thing a dead letter waits for: few classes, so that an alert can tell them apart and their number is bounded. */
enum CauseClass {
    /** A system did not answer. It goes on by itself. */
    OUTAGE("brak połączenia|Brak odpowiedzi w wyznaczonym czasie|Połączenie przerwane|Nie znaleziono adresu"
            + "|HTTP 5\\d\\d|HTTP 408|HTTP 429|answer is not JSON|without a token|token cannot be read"
            + "|Sklep odpowiedział (5\\d\\d|429|3\\d\\d)|Zapytanie zostanie ponowione|Limit zapytań"),
    /** Key, token or an area of the shop is missing: a person must grant it. */
    ACCESS(
            "HTTP 401|does not know the application|Sklep odpowiedział 40[13]|Nadaj integracji|shoper\\.token|uprawnie|licencj"),
    /** The outcome of an earlier attempt is not clear; a person must look it up in the ERP. */
    UNCLEAR("nie wiadomo, czy|Sprawdź w ERP"),
    /** Too little stock. It goes on once goods arrive. */
    STOCK("wystarczając\\w+ ilości|stan\\w* magazyn|brak stanu"),
    /** A product code is missing in the shop, or the ERP does not know it. */
    PRODUCT_CODE("nie ma kodu|(nie znaleziono|nie istnieje|brak|nieznan\\w+) (towar|produkt|kartotek)\\w*"
            + "|towar \\S+ jest nieaktywny|podaj kod towaru"),
    /** The ERP does not have what the configuration names: a type, series, department, registry, payment form, VAT rate or currency. */
    SETTINGS("(nie znaleziono|nieznan\\w+|brak) (typu|serii|wydziału|rejestru|formy|stawki|waluty)"
            + "|forma płatności .{1,80} jest nieaktywna|podaj kurs"),
    /** The accounting period is closed. */
    PERIOD("okres\\w* (sprawozdawcz|obrachunkow|księgow)\\w* .{0,40}zamknięt"),
    /** The order's data cannot become a card: its total, a date, an amount. */
    CARD("^zamówienie \\d+: |rejestr nie przyjął"),
    /** Everything else that a system refused, in its own words. */
    OTHER("");

    private final Pattern words;

    CauseClass(String words) {
        this.words = Pattern.compile(
                words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** The class of a dead letter by its words. */
    static CauseClass of(String error) {
        for (CauseClass cause : values()) {
            if (cause.words.matcher(error).find()) {
                return cause;
            }
        }
        return OTHER;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
