package pl.zmobridge.order;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * V3: what cannot be sold with Polish VAT by itself. A rate that Poland does not have, or a sale to a firm of another EU
 * country, needs a rule of the operator's; a Polish rate on a delivery abroad is sold with a warning.
 */
public final class ForeignVat {
    private static final Pattern PERCENTAGE = Pattern.compile("(?<![0-9.,])[0-9]{1,2}(?:[.,][0-9]{1,4})? ?%");

    private ForeignVat() {}

    /** {@link #problems(OrderCard, UnaryOperator)} without a table. */
    public static List<String> problems(OrderCard card) {
        return problems(card, name -> name);
    }

    /**
     * Why this order cannot be sold without a rule for it (D1); empty when it can, as when a rule has decided that speaks of sales abroad. Sentences in Polish.
     *
     * @param table what the operator says that a rate's name means: the ERP's code, or the name itself
     */
    public static List<String> problems(OrderCard card, UnaryOperator<String> table) {
        if (card.decision().foreignVat()) {
            return List.of();
        }
        Stream<String> rates = foreignLines(card, table)
                .map(line -> "„" + line.name() + "” ma stawkę VAT „" + line.tax()
                        + "”, która nie jest polską stawką; sprzedaż z nią wymaga reguły dokumentu dla kraju "
                        + country(card) + ".");
        Stream<String> export = card.source().vatEu()
                ? Stream.of("sklep oznaczył zamówienie jako sprzedaż firmie z innego kraju Unii bez polskiego VAT"
                        + " (vat_eu); wymaga to reguły dokumentu.")
                : Stream.empty();
        return named(card, Stream.concat(rates, export));
    }

    /**
     * The same of an order whose positions carry no rates, so that those of the products' cards hold: a rule can admit the sale, but not a
     * rate that Poland does not have, for it would be sold at a Polish one.
     */
    public static List<String> problemsWithoutRates(OrderCard card) {
        return card.decision().foreignVat()
                ? named(
                        card,
                        foreignLines(card, name -> name)
                                .map(line -> "„" + line.name() + "” ma stawkę VAT „" + line.tax()
                                        + "”, która nie jest polską stawką, a przy symfonia.vat = card wysłano by ją"
                                        + " bez stawki; ustaw symfonia.vat = shop."))
                : problems(card);
    }

    private static Stream<OrderCard.Line> foreignLines(OrderCard card, UnaryOperator<String> table) {
        return card.lines().stream().filter(line -> isForeign(table.apply(line.tax()), line.taxValue()));
    }

    private static List<String> named(OrderCard card, Stream<String> sentences) {
        return sentences
                .map(sentence -> "Zamówienie " + card.shopOrderId() + ": " + sentence)
                .toList();
    }

    /** A warning in Polish when goods go abroad with a Polish rate; a shop below the OSS threshold is right to do so. */
    public static Optional<String> warning(OrderCard card) {
        String country = country(card);
        boolean abroad = !country.isEmpty() && !country.equals("PL");
        return abroad && !card.decision().foreignVat() && problems(card).isEmpty()
                ? Optional.of("Dostawa do kraju " + country
                        + " z polską stawką VAT; po przekroczeniu progu OSS potrzebna jest reguła dokumentu.")
                : Optional.empty();
    }

    /**
     * A rate that Poland does not have, by its name, by a percentage in it ({@code 19% DE}, {@code 0% WDT}) or by its value. A name
     * that says no rate at all is for V1 to find in the ERP.
     *
     * @param name as the shop calls it, or what the operator's table says it means
     */
    public static boolean isForeign(String name, String value) {
        ShopRate rate = ShopRate.read(name, value);
        if (rate.kind() != ShopRate.Kind.UNKNOWN) {
            return !rate.isPolish();
        }
        ShopRate byValue = ShopRate.read(value);
        boolean foreignValue = byValue.kind() == ShopRate.Kind.PERCENT && !byValue.isPolish();
        return foreignValue
                || PERCENTAGE
                        .matcher(name)
                        .results()
                        .map(found -> ShopRate.read(found.group()))
                        .anyMatch(found -> !found.isPolish() || found.percent().signum() == 0);
    }

    private static String country(OrderCard card) {
        return Countries.code(card.recipient());
    }
}
