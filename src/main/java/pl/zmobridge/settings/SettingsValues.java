package pl.zmobridge.settings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import pl.zmobridge.register.EmbeddedDatabase;

/** Reads the values of keys and collects one line for each that cannot be used: the key, what is wrong, an example. */
final class SettingsValues {
    private final Properties properties;
    private final boolean carriesDatabase;
    private final Set<String> problems = new LinkedHashSet<>();

    /** @param carriesDatabase whether this jar carries a database, which then is the default */
    SettingsValues(Properties properties, boolean carriesDatabase) {
        this.properties = properties;
        this.carriesDatabase = carriesDatabase;
    }

    /** These values with others over them; problems are collected anew. */
    SettingsValues with(Map<?, ?> others) {
        Properties merged = new Properties();
        merged.putAll(properties);
        merged.putAll(others);
        return new SettingsValues(merged, carriesDatabase);
    }

    List<String> problems() {
        return new ArrayList<>(problems);
    }

    boolean carriesDatabase() {
        return carriesDatabase;
    }

    /** Whether {@code db.url} means the database that a jar carries, given or by default. */
    boolean isDatabaseEmbedded() {
        Optional<String> url = text(BridgeKeys.DB_URL);
        return url.map(EmbeddedDatabase.URL::equalsIgnoreCase).orElse(carriesDatabase);
    }

    /** Whether a key is set; it is not judged. */
    boolean has(Key<?> key) {
        return text(key).isPresent();
    }

    /**
     * The value of a key that always has one. When it is missing or bad, that is a problem and the answer is the default or the
     * example, so that the judgement of all others can go on.
     */
    <T> T get(Key<T> key) {
        return find(key).orElseGet(() -> substitute(key));
    }

    /** The value of a key that may be left out. */
    <T> Optional<T> find(Key<T> key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            key.need().filter(need -> need.applies().test(this)).ifPresent(need -> problem(key, need.fault()));
        }
        return text.map(value -> parse(key, key.name(), value));
    }

    /** The values of a family by what stands in place of its {@code <…>}. */
    <T> Map<String, T> all(Key<T> family) {
        Map<String, T> values = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (Keys.find(name).filter(family::equals).isPresent()) {
                String member = name.substring(family.prefix().length());
                Optional<String> meant = Keys.meantInsteadOf(family, member);
                if (meant.isPresent()) {
                    problemWithLine(
                            name,
                            "there is no such key; did you mean " + meant.get() + "?",
                            ExampleLines.ofName(meant.get()));
                    continue;
                }
                raw(name)
                        .filter(text -> !text.isEmpty())
                        .ifPresent(text -> values.put(member, parse(family, name, text)));
            }
        }
        return values;
    }

    void problem(Key<?> key, String fault) {
        problemWithLine(key.name(), fault, ExampleLines.of(key));
    }

    /** @param example a value, or a whole line that begins with the name */
    void problem(String name, String fault, String example) {
        problemWithLine(name, fault, example.startsWith(name) ? example : name + "=" + example);
    }

    /** @param line what could be there instead */
    void problemWithLine(String name, String fault, String line) {
        problems.add(name + " " + fault + "; for example: " + line);
    }

    private <T> T parse(Key<T> key, String name, String text) {
        try {
            return key.kind().parser().parse(text);
        } catch (Kind.BadValue e) {
            problemWithLine(name, e.getMessage(), ExampleLines.of(key, name));
            return substitute(key);
        }
    }

    private static <T> T substitute(Key<T> key) {
        return key.kind().parser().parse(key.fallback().orElse(key.example()));
    }

    private Optional<String> text(Key<?> key) {
        return raw(key.name()).filter(text -> !text.isEmpty() || key.kind().emptyCounts());
    }

    private Optional<String> raw(String name) {
        return Optional.ofNullable(properties.getProperty(name)).map(String::strip);
    }
}
