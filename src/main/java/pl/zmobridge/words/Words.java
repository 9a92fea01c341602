package pl.zmobridge.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sentences of one language, from {@code words/pl.properties} or {@code words/en.properties}. */
public final class Words {
    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Words(read(language)));
        }
    }

    private final Map<String, Template> templates = new TreeMap<>();

    /** Those that are more than a gap, the most telling ones first. */
    private final Map<String, List<Map.Entry<String, Template>>> byKind;

    private Words(Properties texts) {
        texts.stringPropertyNames().forEach(key -> templates.put(key, new Template(texts.getProperty(key))));
        byKind = templates.entrySet().stream()
                .filter(each -> each.getValue().literal() > 0)
                .sorted(Comparator.comparing(each -> -each.getValue().literal()))
                .collect(Collectors.groupingBy(each -> each.getKey().replaceFirst("\\..*", "")));
    }

    public static Words in(Language language) {
        return ALL.get(language);
    }

    /** What there is a sentence for. */
    public Set<String> keys() {
        return Set.copyOf(templates.keySet());
    }

    /** Whether there is a sentence of this kind for the phrase, and the phrase has every argument that it needs. */
    public boolean canSay(String kind, Phrase phrase) {
        Template template = templates.get(key(kind, phrase.code()));
        return template != null && template.isFilledBy(phrase.arguments());
    }

    /**
     * @param kind what the sentence is about, the first part of its key
     * @return the phrase's code when there is no sentence for it
     */
    public String text(String kind, Phrase phrase) {
        Template template = templates.get(key(kind, phrase.code()));
        return template == null
                ? phrase.code()
                : template.text(
                        phrase.arguments(), (prefix, value) -> text(prefix, new Phrase(value, phrase.arguments())));
    }

    /** The name of a single thing, such as {@code step}, {@code IMPORT}. */
    public String name(String kind, String code) {
        return text(kind, Phrase.of(code));
    }

    /** Which phrase of this kind has become this text in this language, if any has. */
    public Optional<Phrase> recognise(String kind, String text) {
        for (Map.Entry<String, Template> each : byKind.getOrDefault(kind, List.of())) {
            Optional<Map<String, String>> arguments = each.getValue().read(text);
            if (arguments.isPresent()) {
                return Optional.of(new Phrase(each.getKey().substring(kind.length() + 1), arguments.get()));
            }
        }
        return Optional.empty();
    }

    /** A text of this language in another one, with what it quotes of its kind; as it is when nobody knows which phrase it was. */
    public String retold(String kind, String text, Language other) {
        Words others = in(other);
        return others == this
                ? text
                : recognise(kind, text)
                        .map(phrase -> new Phrase(phrase.code(), retold(kind, phrase.arguments(), other)))
                        .filter(phrase -> others.canSay(kind, phrase))
                        .map(phrase -> others.text(kind, phrase))
                        .orElse(text);
    }

    private Map<String, String> retold(String kind, Map<String, String> arguments, Language other) {
        Map<String, String> retold = new LinkedHashMap<>();
        arguments.forEach((name, value) -> retold.put(name, retold(kind, value, other)));
        return retold;
    }

    private static String key(String kind, String code) {
        return kind + "." + code;
    }

    private static Properties read(Language language) {
        String file = "/words/" + language.tag() + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
