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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The sentences of one language, from {@code words/pl.properties} or {@code words/en.properties}. */
public final class Words {
    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Words(read(language)));
        }
    }

    /** By their keys, in the order of these. */
    private final SortedMap<String, String> sentences;

    /** Those that were needed. */
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    private final Map<String, List<Map.Entry<String, Template>>> byKind = new ConcurrentHashMap<>();

    private Words(SortedMap<String, String> sentences) {
        this.sentences = sentences;
    }

    public static Words in(Language language) {
        return ALL.get(language);
    }

    /** What there is a sentence for. */
    public Set<String> keys() {
        return Set.copyOf(sentences.keySet());
    }

    /** Whether there is a sentence of this kind for the phrase, and the phrase has every argument that it needs. */
    public boolean canSay(String kind, Phrase phrase) {
        Template template = template(key(kind, phrase.code()));
        return template != null && template.isFilledBy(phrase.arguments());
    }

    /**
     * @param kind what the sentence is about, the first part of its key
     * @return the phrase's code when there is no sentence for it
     */
    public String text(String kind, Phrase phrase) {
        Template template = template(key(kind, phrase.code()));
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
        for (Map.Entry<String, Template> each : byKind.computeIfAbsent(kind, this::ofKind)) {
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

    /** Those that are more than a gap, the most telling ones first. */
    private List<Map.Entry<String, Template>> ofKind(String kind) {
        String from = kind + ".";
        String to = kind + "/"; // the character after the dot
        return sentences.subMap(from, to).keySet().stream()
                .map(key -> Map.entry(key, template(key)))
                .filter(each -> each.getValue().literal() > 0)
                .sorted(Comparator.comparing(each -> -each.getValue().literal()))
                .toList();
    }

    /** Null when there is no sentence for the key. */
    private Template template(String key) {
        return templates.computeIfAbsent(key, wanted -> {
            String sentence = sentences.get(wanted);
            return sentence == null ? null : new Template(sentence);
        });
    }

    private static String key(String kind, String code) {
        return kind + "." + code;
    }

    private static SortedMap<String, String> read(Language language) {
        String file = "/words/" + language.tag() + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            SortedMap<String, String> sentences = new TreeMap<>();
            texts.stringPropertyNames().forEach(key -> sentences.put(key, texts.getProperty(key)));
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
