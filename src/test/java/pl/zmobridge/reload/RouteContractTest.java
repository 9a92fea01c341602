package pl.zmobridge.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What all shipped route files together keep to: {@code routes/}, {@code engine/} and {@code docs/examples/}. That every bean and method
 * exists is judged before any routes run ({@link RouteJudge}), so every test that starts a bridge proves it.
 */
@DisplayName("The contract of all route files")
class RouteContractTest {
    private static final int MOST_LINES = 2_500;

    /** Parts that a shop may leave out: each is a file of its own beside an order's way, and small. */
    private static final Set<String> PARTS = Set.of(
            "corrections.camel.yaml",
            "documents.camel.yaml",
            "ksef.camel.yaml",
            "notifications.camel.yaml",
            "parcels.camel.yaml",
            "settings.camel.yaml",
            "stock.camel.yaml",
            "webhooks.camel.yaml");

    private static final long MOST_LINES_OF_A_PART = 160;

    /** What an exchange may carry from step to step. */
    private static final Set<String> VARIABLES = new TreeSet<>(Set.of(
            "shop",
            "attempt",
            "poll",
            "call",
            "request",
            "found",
            "orders",
            "news",
            "effects",
            "fetch",
            "reason",
            "ksef",
            "stock",
            "parcel",
            "pdf",
            "correction",
            "notice",
            "hints"));

    private static final Pattern VARIABLE_IN_TEXT = Pattern.compile("\\bvariables?\\.(\\w+)");
    private static final Pattern SQL = Pattern.compile("sql:classpath:sql/([\\w-]+)\\.sql");
    private static final Pattern SQL_NAME = Pattern.compile(":#(?:in:)?(\\w+)");

    private static final Map<String, String> FILES = new TreeMap<>();
    private static final List<Entry> ENTRIES = new ArrayList<>();
    private static String java;

    /** One scalar, and the keys under which it stands, the innermost first. */
    private record Entry(String file, List<String> keys, String text) {
        boolean under(String key, String owner) {
            return keys.size() > 1 && keys.get(0).equals(key) && keys.get(1).equals(owner);
        }
    }

    @BeforeAll
    static void read() throws IOException {
        for (String directory : List.of("routes", "src/main/resources/engine", "docs/examples")) {
            for (Path file : files(Path.of(directory), ".camel.yaml")) {
                String text = Files.readString(file);
                FILES.put(file.toString(), text);
                collect(
                        file.toString(),
                        List.of(),
                        new Load(LoadSettings.builder().build()).loadFromString(text));
            }
        }
        java = files(Path.of("src/main/java"), ".java").stream()
                .map(RouteContractTest::text)
                .collect(Collectors.joining("\n"));
    }

    @Test
    @DisplayName("An exchange carries only the variables of the contract, and each is written and read")
    void variables() {
        Set<String> written = new TreeSet<>(matches(java, "setVariable\\(\\s*\"(\\w+)\""));
        Set<String> read = new TreeSet<>(matches(java, "(?:@Variable|getVariable)\\(\\s*\"(\\w+)\""));
        for (Entry entry : ENTRIES) {
            if (entry.under("name", "setVariable") || entry.keys().get(0).equals("variableReceive")) {
                written.add(entry.text());
            }
            read.addAll(matches(entry.text(), VARIABLE_IN_TEXT));
        }
        statements().values().forEach(sql -> read.addAll(both(matches(sql, SQL_NAME), written)));

        assertThat(written).describedAs("written").isEqualTo(VARIABLES);
        assertThat(read).describedAs("read").isEqualTo(VARIABLES);
    }

    @Test
    @DisplayName("No header and no exchange property is used as a variable")
    void headers() {
        assertThat(ENTRIES)
                .filteredOn(entry -> entry.under("name", "setProperty") || entry.under("name", "setHeader"))
                .extracting(Entry::text)
                .allMatch(name -> name.startsWith("Camel")
                        || Set.of("Content-Type", "Authorization").contains(name));
    }

    @Test
    @DisplayName("Every link between routes leads somewhere, and every route is called")
    void links() {
        Set<String> begins = new TreeSet<>();
        Set<String> called = new TreeSet<>(RouteJudge.NEEDED);
        called.add("direct:look-hinted"); // by Workers; nobody calls it where webhooks.camel.yaml is left out
        Hooks.NAMES.forEach(hook -> called.add("direct:" + hook));
        for (Entry entry : ENTRIES) {
            if (entry.text().matches("direct:[\\w-]+")) {
                (entry.under("uri", "from") ? begins : called).add(entry.text());
            }
        }
        assertThat(called.stream().filter(each -> !begins.contains(each)).filter(each -> !Hooks.isHook(each)))
                .describedAs("called, but no route begins there")
                .isEmpty();
        assertThat(begins.stream().filter(each -> !called.contains(each)))
                .describedAs("begins there, but nobody calls it")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "Every hook is called: those before a write where it is made, those after it as the attempt says which")
    void hooks() {
        assertThat(ENTRIES)
                .filteredOn(entry -> entry.keys().get(0).equals("uri") && !entry.under("uri", "from"))
                .extracting(entry -> entry.text().replaceFirst("\\?.*", ""))
                .contains("direct:before-import", "direct:before-sale", "direct:${variable.attempt.hook}");
        assertThat(Hooks.NAMES)
                .containsExactlyInAnyOrder(
                        "before-import", "before-sale", "after-import", "after-sale", "after-failure");
    }

    @Test
    @DisplayName("Every statement is used, and somebody knows each of its parameters")
    void everyStatement() {
        Set<String> used = new TreeSet<>();
        ENTRIES.forEach(entry -> used.addAll(matches(entry.text(), SQL)));
        Map<String, String> statements = statements();
        assertThat(used.stream().filter(name -> !statements.containsKey(name)))
                .describedAs("used, but there is no such file")
                .isEmpty();
        assertThat(statements.keySet().stream().filter(name -> !used.contains(name) && !java.contains(name)))
                .describedAs("used by nobody")
                .isEmpty();

        Set<String> known = new TreeSet<>(VARIABLES);
        known.addAll(matches(java, "\"(\\w+)\"")); // SqlParameters and rows name them
        statements.values().forEach(sql -> known.addAll(columns(sql)));
        Map<String, Set<String>> unknown = new TreeMap<>();
        statements.forEach((name, sql) -> {
            Set<String> missing = matches(sql, SQL_NAME);
            missing.removeAll(known);
            if (!missing.isEmpty()) {
                unknown.put(name, missing);
            }
        });
        assertThat(unknown).describedAs("parameters that nobody knows").isEmpty();
    }

    /** Camel counts such a method, public or not, as one that concerns this very instance: it would learn the type anew at each look, and keep the instance. */
    @Test
    @DisplayName("No type that routes look into has a method that takes a message")
    void looks() throws ClassNotFoundException {
        Set<String> looked = ENTRIES.stream()
                .flatMap(entry -> matches(entry.text(), Pattern.compile("\\bvariable\\.(\\w+)\\.")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Class<?>> types = new HashSet<>();
        Matcher declared =
                Pattern.compile("@Variable\\(\"(\\w+)\"\\) ([A-Z]\\w+) ").matcher(java);
        while (declared.find()) {
            if (looked.contains(declared.group(1))) {
                types.add(ours(declared.group(2)));
            }
        }
        assertThat(types).hasSizeGreaterThanOrEqualTo(looked.size());
        assertThat(types.stream().flatMap(type -> Stream.of(type.getDeclaredMethods())))
                .filteredOn(method -> Stream.of(method.getParameterTypes())
                        .anyMatch(type -> type == Exchange.class || type == Message.class))
                .isEmpty();
    }

    private static Class<?> ours(String name) throws ClassNotFoundException {
        Path source = files(Path.of("src/main/java"), "/" + name + ".java").get(0);
        String path = Path.of("src/main/java").relativize(source).toString();
        return Class.forName(path.replace(".java", "").replace('/', '.'));
    }

    @Test
    @DisplayName("All route files together can be read")
    void lines() {
        Map<String, Long> lines = new TreeMap<>();
        FILES.forEach((file, text) -> {
            if (!file.startsWith("docs")) {
                lines.put(file, text.lines().count());
            }
        });
        Map<String, Long> parts = new TreeMap<>(lines);
        parts.keySet().removeIf(file -> !PARTS.contains(file.substring(file.lastIndexOf('/') + 1)));
        lines.keySet().removeAll(parts.keySet());
        long all = lines.values().stream().mapToLong(Long::longValue).sum();
        System.out.println("route files: " + all + " lines " + lines + ", parts that can be left out " + parts);

        assertThat(all).isLessThanOrEqualTo(MOST_LINES);
        assertThat(parts.values()).allMatch(count -> count <= MOST_LINES_OF_A_PART, "a small part");
    }

    private static Map<String, String> statements() {
        return files(Path.of("src/main/resources/sql"), ".sql").stream()
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".sql", ""),
                        RouteContractTest::text,
                        (a, b) -> a,
                        TreeMap::new));
    }

    /** What a statement's rows are made of, for statements that are run once for each. */
    private static Set<String> columns(String sql) {
        return matches(sql, Pattern.compile("\\b([a-z_]+)\\b"));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).collect(Collectors.toSet());
    }

    private static Set<String> matches(String text, String pattern) {
        return matches(text, Pattern.compile(pattern));
    }

    private static Set<String> matches(String text, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static void collect(String file, List<String> keys, Object node) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> collect(
                    file,
                    Stream.concat(Stream.of(key.toString()), keys.stream()).toList(),
                    value));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> collect(file, keys, value));
        } else if (node != null && !keys.isEmpty()) {
            ENTRIES.add(new Entry(file, keys, node.toString().strip()));
        }
    }

    private static List<Path> files(Path directory, String ending) {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
