package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.ShopRate;
import pl.zmobridge.order.Texts;

/**
 * The ERP's VAT rates, and which one a rate of the shop is (V1): by the operator's table, else by its name, else by its value.
 *
 * @param active oldest first
 * @param table the ERP's code by the folded name of the shop's rate
 */
public record VatRates(List<Rate> active, Map<String, String> table) {
    /** What the keys of the operator's table start with. */
    public static final String KEY = "symfonia.vat.";

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SIGNS_AT_END = Pattern.compile("[%.]+$");

    /** @param value in percent; empty when the ERP's cannot be read */
    public record Rate(int id, String code, String name, Optional<BigDecimal> value) {}

    /** A rate, and what it was found by. */
    record Found(Rate rate, Vat.Source source) {}

    public VatRates {
        active = List.copyOf(active);
        table = Map.copyOf(table);
    }

    /**
     * Reads {@code GET VatRates}.
     *
     * @param table the operator's: the shop's name of a rate ({@code 23%}, {@code zw.}) and the ERP's code
     */
    public static VatRates read(JsonNode answer, Map<String, String> table) {
        List<Rate> rates = new ArrayList<>();
        for (JsonNode rate : answer) {
            if (Wire.field(rate, "Active").asBoolean(true)) {
                rates.add(new Rate(
                        Wire.id(rate, "Id"),
                        Wire.text(rate, "Code"),
                        Wire.text(rate, "Name"),
                        Wire.decimal(rate, "Value")));
            }
        }
        rates.sort(Comparator.comparingInt(Rate::id));
        Map<String, String> folded = new HashMap<>();
        table.forEach((name, code) -> folded.put(folded(name), code));
        return new VatRates(rates, folded);
    }

    /** The ERP's rate for a line of the shop; empty when there is none (V1). */
    public Optional<Rate> match(OrderCard.Line line) {
        return match(line.tax(), line.taxValue());
    }

    /**
     * The ERP's rate for a rate of the shop.
     *
     * @param name {@code 23%}, {@code zw.}; exempt, not subject and zero are told apart by it, never by value
     * @param value {@code tax_value}; may be empty
     */
    public Optional<Rate> match(String name, String value) {
        return found(name, value).map(Found::rate);
    }

    /** The same, with what it was found by. */
    Optional<Found> found(String name, String value) {
        String fromTable = table.get(folded(name));
        if (fromTable != null) {
            return first(Vat.Source.TABLE, rate -> folded(rate.code()).equals(folded(fromTable)));
        }
        ShopRate wanted = ShopRate.read(name, value);
        boolean byValue = wanted.percent().signum() > 0;
        return first(
                        Vat.Source.CODE,
                        rate -> !name.isBlank() && folded(rate.code()).equals(folded(name)))
                .or(() -> first(
                        Vat.Source.NAME,
                        rate -> !name.isBlank() && folded(rate.name()).equals(folded(name))))
                .or(() -> first(
                        Vat.Source.CODE, rate -> ShopRate.read(rate.code()).isSame(wanted)))
                .or(() -> first(
                        Vat.Source.NAME, rate -> ShopRate.read(rate.name()).isSame(wanted)))
                .or(() -> first(Vat.Source.VALUE, rate -> byValue && hasValue(rate, wanted.percent())));
    }

    private Optional<Found> first(Vat.Source source, Predicate<Rate> fits) {
        return first(fits).map(rate -> new Found(rate, source));
    }

    /** The rate of this code or name. */
    Optional<Rate> called(String code) {
        return first(rate -> folded(rate.code()).equals(folded(code)))
                .or(() -> first(rate -> folded(rate.name()).equals(folded(code))));
    }

    /** The key of the operator's table for a rate of the shop, as a properties file wants it: without spaces, marks escaped. */
    public static String key(String name) {
        return KEY + SPACES.matcher(Texts.clean(name)).replaceAll("").replaceAll("[:=]", "\\\\$0");
    }

    /** Whether the operator's table has this rate of the shop. */
    public boolean isInTable(String name) {
        return table.containsKey(folded(name));
    }

    /** What the operator's table says that a rate's name means; the name itself when it says nothing. */
    public String meaning(String name) {
        return table.getOrDefault(folded(name), name);
    }

    /** A problem in Polish, with the key to set, for a line whose rate the ERP does not have. */
    String problem(OrderCard card, OrderCard.Line line) {
        String name = line.tax().isEmpty() ? "(brak nazwy)" : line.tax();
        return "Zamówienie " + card.shopOrderId() + ": stawka VAT „" + name + "” pozycji „" + line.name()
                + "” nie ma odpowiednika wśród aktywnych stawek w ERP; dodaj ją w ERP albo ustaw "
                + (line.tax().isEmpty() ? KEY + "<stawka w sklepie>" : key(line.tax())) + " = <kod stawki w ERP>.";
    }

    private Optional<Rate> first(Predicate<Rate> fits) {
        return active.stream().filter(fits).findFirst();
    }

    /** A rate that is exempt or not subject by its name has no value. */
    private static boolean hasValue(Rate rate, BigDecimal percent) {
        return rate.value().filter(value -> value.compareTo(percent) == 0).isPresent();
    }

    /** {@code 23 %} is {@code 23}, {@code ZW.} is {@code zw}. */
    private static String folded(String name) {
        String lower = Texts.clean(name).toLowerCase(Locale.ROOT);
        String whole = SPACES.matcher(lower).replaceAll("").replace(',', '.');
        return SIGNS_AT_END.matcher(whole).replaceAll("");
    }
}
