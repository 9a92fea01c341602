package pl.zmobridge.documents;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what a rule asks of an order, and refuses what no order can meet. */
final class ConditionsReader {
    static final String PERSON = "person";
    static final String FIRM = "firm";

    static final List<String> LISTS =
            Arrays.stream(Listed.values()).map(Listed::key).toList();
    static final List<String> KEYS = Stream.of(
                    Arrays.stream(Flag.values()).map(Flag::key),
                    Stream.of("buyer"),
                    LISTS.stream(),
                    Stream.of("total", "placed", "not"))
            .flatMap(Function.identity())
            .toList();
    static final List<String> TOTAL = List.of("from", "below");
    static final List<String> PLACED = List.of("from", "before");

    private final Node key;
    private final Fields when;
    private final List<RuleProblem> problems;
    private final int before;

    /** @param key where {@code when} stands */
    ConditionsReader(Node key, Node conditions, List<RuleProblem> problems) {
        this.key = key;
        this.problems = problems;
        this.before = problems.size();
        this.when = new Fields(conditions, "when", KEYS, problems);
    }

    Conditions conditions() {
        Map<Flag, Boolean> flags = new EnumMap<>(Flag.class);
        for (Flag flag : Flag.values()) {
            when.flag(flag.key()).ifPresent(wanted -> flags.put(flag, wanted));
        }
        Optional<Boolean> buyer = when.word("buyer", List.of(PERSON, FIRM)).map(FIRM::equals);
        Map<Listed, WordList> lists = lists(when);
        Map<Listed, WordList> not = when.node("not")
                .map(node -> lists(new Fields(node, "not", LISTS, problems)))
                .orElse(Map.of());
        Conditions conditions = new Conditions(
                flags,
                buyer,
                lists,
                not,
                range("total", TOTAL, ConditionsReader::amount, "an amount such as 15000 or 99.50"),
                range("placed", PLACED, ConditionsReader::day, "a day such as 2027-01-01"));
        if (problems.size() == before) {
            judge(conditions);
        }
        return conditions;
    }

    private void judge(Conditions conditions) {
        if (conditions.isAlways()) {
            when.problem(key, "when holds no condition; leave it out of a rule for all orders");
        }
        conditions
                .buyer()
                .filter(firm -> conditions.flags().getOrDefault(Flag.NIP, firm) != firm)
                .ifPresent(firm -> when.problem(
                        when.at("buyer"),
                        "no order can fit: nip: " + !firm + " and buyer: " + (firm ? FIRM : PERSON)
                                + " exclude each other, for a firm is a buyer with a tax id"));
        conditions.not().forEach((list, unwanted) -> {
            WordList wanted = conditions.lists().get(list);
            if (wanted != null && unwanted.meant().containsAll(wanted.meant())) {
                when.problem(
                        when.at("not"),
                        "no order can fit: not excludes every " + list.key() + " that the rule demands");
            } else if (list == Listed.COUNTRY && unwanted.meant().containsAll(CountryWords.all())) {
                when.problem(when.at("not"), "no order can fit: not excludes every country");
            }
        });
    }

    private Map<Listed, WordList> lists(Fields fields) {
        Map<Listed, WordList> lists = new EnumMap<>(Listed.class);
        for (Listed list : Listed.values()) {
            fields.texts(list.key()).ifPresent(words -> lists.put(list, words(fields, list, words)));
        }
        return lists;
    }

    private static WordList words(Fields fields, Listed list, List<String> words) {
        Set<String> meant = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String word : words) {
            Set<String> codes = list == Listed.COUNTRY ? CountryWords.meant(word) : Set.of(list.folded(word));
            if (codes.isEmpty()) {
                unknown.add(word);
            }
            codes.forEach(code -> meant.add(list.folded(code)));
        }
        unknown.forEach(word -> fields.problem(
                fields.at(list.key()),
                "there is no country " + word + "; write PL, EU (without Poland), other, or ISO codes such as DE"
                        + Fields.meant(CountryWords.nearest(word))));
        if (list == Listed.ORIGIN) {
            words.stream()
                    .filter(word -> !word.matches("[0-9]{1,9}"))
                    .forEach(word -> fields.problem(
                            fields.at(list.key()),
                            "origin must be the shop's number of it, such as 3 for Allegro, not " + word));
        }
        return new WordList(words, meant);
    }

    private <T extends Comparable<? super T>> Optional<Range<T>> range(
            String name, List<String> ends, Function<String, Optional<T>> reader, String example) {
        return when.node(name).flatMap(node -> {
            int known = problems.size();
            Fields range = new Fields(node, name, ends, problems);
            Range<T> read = new Range<>(
                    end(range, ends.get(0), reader, name, example), end(range, ends.get(1), reader, name, example));
            if (problems.size() == known && read.isEmpty()) {
                when.problem(
                        when.at(name),
                        "no order can fit: " + name + " must begin (" + ends.get(0) + ") before it ends (" + ends.get(1)
                                + ")");
            } else if (problems.size() == known && range.names().isEmpty()) {
                when.problem(when.at(name), name + " must hold " + Fields.among(ends));
            }
            return Optional.of(read);
        });
    }

    private static <T> Optional<T> end(
            Fields range, String key, Function<String, Optional<T>> reader, String name, String example) {
        return range.text(key).flatMap(text -> {
            Optional<T> value = reader.apply(text);
            if (value.isEmpty()) {
                range.problem(range.at(key), key + " of " + name + " must be " + example + ", not " + text);
            }
            return value;
        });
    }

    private static Optional<BigDecimal> amount(String text) {
        return text.matches("[0-9]{1,12}(\\.[0-9]{1,2})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
