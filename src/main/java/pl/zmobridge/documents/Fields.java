package pl.zmobridge.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import pl.zmobridge.words.Spelling;

/**
 * The keys of one place in the file with their values. Everything is text, whatever YAML would make of it: {@code NO} is Norway,
 * {@code 0123} stays. What is wrong is collected.
 */
final class Fields {
    private final Node place;
    private final List<RuleProblem> problems;
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();

    /**
     * @param what is read, for people
     * @param known the keys that may stand there
     */
    Fields(Node place, String what, Collection<String> known, List<RuleProblem> problems) {
        this.place = place;
        this.problems = problems;
        if (!(place instanceof MappingNode map)) {
            problem(place, what + " must hold " + among(known));
            return;
        }
        for (NodeTuple entry : map.getValue()) {
            Node key = entry.getKeyNode();
            String name = key instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!known.contains(name)) {
                problem(key, "there is no key " + name + " in " + what + meant(name, known));
            } else if (keys.putIfAbsent(name, key) != null) {
                problem(key, name + " stands twice, first in line " + line(keys.get(name)));
            } else {
                values.put(name, entry.getValueNode());
            }
        }
    }

    /** Whether there are keys at all; if not, that is the problem. */
    boolean isMap() {
        return place instanceof MappingNode;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Those that stand there, as they were written. */
    List<String> names() {
        return List.copyOf(values.keySet());
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Where a key stands; the whole place when it does not. */
    Node at(String key) {
        return keys.getOrDefault(key, place);
    }

    /** A single text; empty, with a problem, when it is something else or blank. */
    Optional<String> text(String key) {
        return node(key).flatMap(node -> {
            if (!(node instanceof ScalarNode scalar)) {
                problem(at(key), key + " must be one text");
                return Optional.empty();
            }
            String text = scalar.getValue().strip();
            if (isNothing(scalar)) {
                problem(at(key), key + " is empty; leave it out, or give it a value");
                return Optional.empty();
            }
            return Optional.of(text);
        });
    }

    /** One of some words; empty, with a problem that names the nearest one, for any other. */
    Optional<String> word(String key, Collection<String> words) {
        return text(key).filter(text -> {
            if (!words.contains(text)) {
                problem(at(key), key + " must be " + among(words) + ", not " + text + meant(text, words));
            }
            return words.contains(text);
        });
    }

    Optional<Boolean> flag(String key) {
        return word(key, List.of("true", "false")).map(Boolean::valueOf);
    }

    /** A list of texts, or a single one; empty, with a problem, when there is none. */
    Optional<List<String>> texts(String key) {
        return node(key).flatMap(node -> {
            if (!(node instanceof SequenceNode list)) {
                return text(key).map(List::of);
            }
            List<String> texts = new ArrayList<>();
            for (Node item : list.getValue()) {
                if (item instanceof ScalarNode scalar && !isNothing(scalar)) {
                    texts.add(scalar.getValue().strip());
                } else {
                    problem(item, key + " must be a list of texts");
                    return Optional.empty();
                }
            }
            if (texts.isEmpty()) {
                problem(at(key), "the list of " + key + " is empty, so no order would fit");
            }
            return Optional.of(List.copyOf(texts)).filter(found -> !found.isEmpty());
        });
    }

    void problem(Node at, String words) {
        problems.add(new RuleProblem(line(at), words));
    }

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    static String among(Collection<String> words) {
        List<String> all = List.copyOf(words);
        return all.size() == 1
                ? all.get(0)
                : all.stream().limit(all.size() - 1L).collect(Collectors.joining(", ")) + " or "
                        + all.get(all.size() - 1);
    }

    static String meant(String word, Collection<String> words) {
        return meant(Spelling.closest(word, words.stream()));
    }

    static String meant(Optional<String> word) {
        return word.map(meant -> "; did you mean " + meant + "?").orElse("");
    }

    /** {@code key:} without a value, or with {@code ~}. */
    private static boolean isNothing(ScalarNode scalar) {
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        return scalar.getValue().isBlank() || plain && Stream.of("~", "null").anyMatch(scalar.getValue()::equals);
    }
}
