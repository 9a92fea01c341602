package pl.zmobridge.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.zmobridge.order.OrderFacts;
import pl.zmobridge.words.Phrase;

/**
 * What a rule asks of an order: all that is given must hold. What is unknown of an order holds for no condition.
 *
 * @param buyer true for a firm: a buyer with a tax id
 * @param lists of which the order must have one
 * @param not of which it must have none
 */
record Conditions(
        Map<Flag, Boolean> flags,
        Optional<Boolean> buyer,
        Map<Listed, WordList> lists,
        Map<Listed, WordList> not,
        Optional<Range<BigDecimal>> total,
        Optional<Range<LocalDate>> placed) {
    private static final String POLAND = "pl";

    static final Conditions NONE =
            new Conditions(Map.of(), Optional.empty(), Map.of(), Map.of(), Optional.empty(), Optional.empty());

    Conditions {
        flags = inOrder(Flag.class, flags);
        lists = inOrder(Listed.class, lists);
        not = inOrder(Listed.class, not);
    }

    private static <K extends Enum<K>, V> Map<K, V> inOrder(Class<K> type, Map<K, V> map) {
        Map<K, V> ordered = new EnumMap<>(type);
        ordered.putAll(map);
        return Collections.unmodifiableMap(ordered);
    }

    boolean isAlways() {
        return equals(NONE);
    }

    /** The first condition that an order does not meet; empty when it meets all. */
    Optional<Phrase> unmet(OrderFacts facts) {
        return unmetFlag(facts)
                .or(() -> unmetList(facts))
                .or(() -> total.filter(range -> !range.contains(facts.total()))
                        .map(range ->
                                outside("OUTSIDE_TOTAL", range, facts.total().toPlainString(), "below")))
                .or(() -> placed.filter(range -> !range.contains(facts.placed()))
                        .map(range ->
                                outside("OUTSIDE_PLACED", range, facts.placed().toString(), "before")));
    }

    private Optional<Phrase> unmetFlag(OrderFacts facts) {
        for (Map.Entry<Flag, Boolean> wanted : flags.entrySet()) {
            if (wanted.getKey().isMetBy(facts) != wanted.getValue()) {
                return Optional.of(Phrase.of(wanted.getValue() ? "LACKS" : "HAS")
                        .with("condition", wanted.getKey().key()));
            }
        }
        return buyer.filter(firm -> firm != facts.nip()).map(firm -> Phrase.of("OTHER")
                .with("condition", "buyer")
                .with("is", buyer(facts.nip()))
                .with("wanted", buyer(firm)));
    }

    private Optional<Phrase> unmetList(OrderFacts facts) {
        for (Map.Entry<Listed, WordList> wanted : lists.entrySet()) {
            if (!wanted.getValue().hasAnyOf(wanted.getKey().of(facts))) {
                return Optional.of(phrase("OTHER", "UNKNOWN", wanted, facts));
            }
        }
        for (Map.Entry<Listed, WordList> unwanted : not.entrySet()) {
            Set<String> has = unwanted.getKey().of(facts);
            if (has.isEmpty() || unwanted.getValue().hasAnyOf(has)) {
                return Optional.of(phrase("EXCLUDED", "UNKNOWN_EXCLUDED", unwanted, facts));
            }
        }
        return Optional.empty();
    }

    private static Phrase phrase(String known, String unknown, Map.Entry<Listed, WordList> list, OrderFacts facts) {
        boolean isKnown = !list.getKey().of(facts).isEmpty();
        Phrase phrase = Phrase.of(isKnown ? known : unknown)
                .with("condition", list.getKey().key())
                .with("wanted", list.getValue().told());
        return isKnown ? phrase.with("is", list.getKey().told(facts)) : phrase;
    }

    private static Phrase outside(String code, Range<?> range, String is, String end) {
        Phrase phrase = Phrase.of(code).with("is", is);
        if (range.from().isPresent()) {
            phrase = phrase.with("from", range.from().get());
        }
        return range.before().isPresent() ? phrase.with(end, range.before().get()) : phrase;
    }

    private static String buyer(boolean firm) {
        return firm ? "firm" : "person";
    }

    /**
     * V3: whether it speaks of the sale abroad that an order is: of its foreign VAT, one of its foreign rates, or the country that it goes to.
     *
     * @param facts of an order that meets the conditions
     */
    boolean isAboutForeignVat(OrderFacts facts) {
        WordList rates = lists.get(Listed.VAT_RATE);
        Set<String> foreign =
                facts.foreignRates().stream().map(Listed.VAT_RATE::folded).collect(Collectors.toSet());
        return flags.getOrDefault(Flag.FOREIGN_VAT, false)
                || flags.getOrDefault(Flag.VAT_EU, false)
                || rates != null && rates.hasAnyOf(foreign)
                || isAboutCountry() && !facts.country().equals("PL");
    }

    /** Whether it names countries that the delivery must go to, or says that it must leave Poland. */
    private boolean isAboutCountry() {
        WordList excluded = not.get(Listed.COUNTRY);
        return lists.containsKey(Listed.COUNTRY)
                || excluded != null && excluded.meant().contains(POLAND);
    }

    /** Whether they mean consumers of other EU countries, and do not say that these pay Polish VAT. */
    boolean isOss() {
        boolean foreignVat = flags.getOrDefault(Flag.FOREIGN_VAT, false);
        boolean polishVat = !flags.getOrDefault(Flag.FOREIGN_VAT, true);
        boolean consumer = firm().map(firm -> !firm).orElse(foreignVat);
        WordList countries = lists.get(Listed.COUNTRY);
        boolean eu = countries == null ? foreignVat : CountryWords.eu().containsAll(countries.meant());
        return consumer && eu && !polishVat && !flags.getOrDefault(Flag.VAT_EU, false);
    }

    /** The words of all lists, by condition. */
    Map<String, List<String>> named() {
        Map<String, List<String>> named = new TreeMap<>();
        Stream.of(lists, not)
                .forEach(map -> map.forEach((list, words) -> named.merge(
                        list.key(), words.written(), (one, other) -> Stream.concat(one.stream(), other.stream())
                                .toList())));
        return named;
    }

    /** What the conditions say of the tax id, under either of its two names. */
    Optional<Boolean> firm() {
        return buyer.or(() -> Optional.ofNullable(flags.get(Flag.NIP)));
    }

    /** Whether every order that meets the others meets these too, as far as the conditions alone tell. */
    boolean covers(Conditions others) {
        return (firm().isEmpty() || firm().equals(others.firm()))
                && flags.entrySet().stream()
                        .filter(each -> each.getKey() != Flag.NIP)
                        .allMatch(each -> each.getValue().equals(others.flags.get(each.getKey())))
                && lists.keySet().stream().allMatch(list -> coversList(list, others))
                && not.keySet().stream().allMatch(list -> coversNot(list, others))
                && covers(total, others.total)
                && covers(placed, others.placed);
    }

    private boolean coversList(Listed list, Conditions others) {
        WordList wanted = others.lists.get(list);
        return wanted != null
                && wanted.meant().stream()
                        .filter(word -> list == Listed.VAT_RATE || !others.excludes(list, word))
                        .allMatch(lists.get(list).meant()::contains);
    }

    /** What is excluded here is excluded there, or not among what is wanted there; a method has two names, so of it only the former tells. */
    private boolean coversNot(Listed list, Conditions others) {
        boolean oneName = list == Listed.COUNTRY || list == Listed.CURRENCY || list == Listed.ORIGIN;
        WordList wanted = others.lists.get(list);
        return not.get(list).meant().stream()
                        .allMatch(word -> others.excludes(list, word)
                                || oneName && wanted != null && !wanted.meant().contains(word))
                && (others.not.containsKey(list) || wanted != null);
    }

    private boolean excludes(Listed list, String word) {
        return not.containsKey(list) && not.get(list).meant().contains(word);
    }

    private static <T extends Comparable<? super T>> boolean covers(Optional<Range<T>> one, Optional<Range<T>> other) {
        return one.isEmpty() || other.filter(range -> one.get().covers(range)).isPresent();
    }
}
