package pl.zmobridge.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pl.zmobridge.settings.SettingsFile;

/**
 * The values of a configuration that comes into being: given, asked for, or the only ones possible. What nobody gives is remembered, so
 * that all of it can be told at once.
 */
final class Interview {
    private static final int MOST_SHOWN = 40;

    /** What a key takes the place of: the shop is reached with a token, or with login and password. */
    private static final Map<String, List<String>> INSTEAD = Map.of(
            "shoper.token", List.of("shoper.login", "shoper.password", "shoper.password-file"),
            "shoper.login", List.of("shoper.token", "shoper.token-file"));

    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> given = new LinkedHashSet<>();
    private final List<String> missing = new ArrayList<>();
    private final Prompt prompt;
    private final Speech speech;
    private final PrintWriter out;

    /** @param before the values until now, which are what an empty answer means */
    Interview(Map<String, String> before, Prompt prompt, Speech speech, PrintWriter out) {
        values.putAll(before);
        this.prompt = prompt;
        this.speech = speech;
        this.out = out;
    }

    /** A value that is not asked for. */
    void give(String key, String value) {
        set(key, value);
        given.add(key);
    }

    Map<String, String> values() {
        return values;
    }

    /** What nobody has given, a line each. */
    List<String> missing() {
        return missing;
    }

    Prompt prompt() {
        return prompt;
    }

    boolean has(String key) {
        return !values.getOrDefault(key, "").isBlank() || values.containsKey(SettingsFile.fileKey(key));
    }

    /** What was given turned out wrong: it is asked for after all. */
    void doubt(String... keys) {
        given.removeAll(List.of(keys));
    }

    void tell(String code, Object... namesAndValues) {
        out.println(text(code, namesAndValues));
    }

    String text(String code, Object... namesAndValues) {
        return speech.text(code, namesAndValues);
    }

    /**
     * Asks until the answer can be used.
     *
     * @param needed whether an empty answer is none
     */
    void ask(String key, String question, boolean needed) throws IOException {
        if (given.contains(key)) {
            return;
        }
        while (true) {
            Optional<String> answer = prompt.ask(speech.text(question), values.getOrDefault(key, ""))
                    .map(typed -> address(key, typed));
            if (answer.isEmpty()) {
                break;
            }
            Optional<String> fault = answer.get().isEmpty() ? Optional.empty() : SettingsFile.fault(key, answer.get());
            if (fault.isPresent()) {
                speech.problems(List.of(key + " " + fault.get())).forEach(each -> out.println("  " + each));
            } else if (!answer.get().isEmpty() || !needed) {
                set(key, answer.get());
                return;
            }
        }
        if (needed && !has(key)) {
            missing.add(speech.text("INIT_MISSING", "key", key));
        }
    }

    /** Asks for a text that nobody may see; an empty answer keeps the present one. */
    void askSecret(String key, String question, boolean needed) throws IOException {
        if (given.contains(key) || given.contains(SettingsFile.fileKey(key))) {
            return;
        }
        while (true) {
            Optional<String> answer = prompt.secret(
                    has(key) ? text("INIT_KEPT", "question", text(question)) : text(question, "nothing", "Enter"));
            if (answer.isEmpty()) {
                break;
            }
            if (!answer.get().isEmpty()) {
                set(key, answer.get());
                return;
            }
            if (has(key) || !needed) {
                return;
            }
        }
        if (needed && !has(key)) {
            missing.add(speech.text("INIT_MISSING_SECRET", "key", key, "variable", SettingsFile.variable(key)));
        }
    }

    /**
     * Lets choose one; the only one, or the one that is meant most likely, is proposed, and taken when nobody answers.
     *
     * @param options what each is called, by its code
     */
    void choose(String key, String question, Map<String, String> options, Optional<String> likely) throws IOException {
        if (given.contains(key)) {
            return;
        }
        Optional<String> proposed =
                Optional.ofNullable(values.get(key)).or(() -> only(options)).or(() -> likely);
        if (!prompt.isOver()) {
            out.println();
            list(options);
        }
        while (true) {
            Optional<String> answer = prompt.ask(speech.text(question), proposed.orElse(""));
            if (answer.isEmpty()) {
                break;
            }
            Optional<String> chosen = chosen(answer.get(), options);
            if (chosen.isPresent()) {
                set(key, chosen.get());
                return;
            }
            tell("INIT_NO_SUCH");
        }
        if (proposed.isPresent()) {
            if (!has(key)) {
                tell("INIT_TAKEN", "key", key, "value", proposed.get());
            }
            set(key, proposed.get());
        } else {
            missing.add(speech.text("INIT_MISSING_OF", "key", key, "options", shown(options.keySet())));
        }
    }

    /** Lists what there is, numbered. */
    void list(Map<String, String> options) {
        int number = 0;
        for (Map.Entry<String, String> each : options.entrySet()) {
            if (number == MOST_SHOWN) {
                out.println("      …");
                break;
            }
            String name = each.getValue().equals(each.getKey()) ? "" : each.getValue();
            out.println("  %3d  %-12s %s"
                    .formatted(++number, each.getKey(), Terminal.plain(name))
                    .stripTrailing());
        }
    }

    private void set(String key, String typed) {
        String value = address(key, typed);
        if (value.isEmpty()) {
            values.remove(key);
        } else {
            values.remove(SettingsFile.fileKey(key));
            values.remove(key.replaceFirst("-file$", ""));
            INSTEAD.getOrDefault(key.replaceFirst("-file$", ""), List.of()).forEach(values::remove);
            values.put(key, value);
        }
    }

    /** As people type addresses: without {@code https://}, or with the WebAPI's {@code /api}. */
    private static String address(String key, String typed) {
        boolean bare = !typed.isEmpty() && !typed.contains(":/");
        return switch (key) {
            case "shoper.url" -> bare ? "https://" + typed : typed;
            case "symfonia.url" -> (bare ? "http://" + typed : typed).replaceFirst("/api/?$", "");
            default -> typed;
        };
    }

    private static Optional<String> only(Map<String, String> options) {
        return options.size() == 1 ? options.keySet().stream().findFirst() : Optional.empty();
    }

    /** By its code or its number in the list; whatever is typed when there is no list. */
    private static Optional<String> chosen(String typed, Map<String, String> options) {
        if (options.isEmpty()) {
            return Optional.of(typed).filter(text -> !text.isEmpty());
        }
        Map<String, String> byTyped = new LinkedHashMap<>();
        int number = 0;
        for (String code : options.keySet()) {
            byTyped.put(Integer.toString(++number), code);
        }
        options.keySet().forEach(code -> byTyped.put(code.toLowerCase(Locale.ROOT), code));
        return Optional.ofNullable(byTyped.get(typed.toLowerCase(Locale.ROOT)));
    }

    private static String shown(Collection<String> codes) {
        return String.join(", ", codes.stream().limit(MOST_SHOWN).toList()) + (codes.size() > MOST_SHOWN ? " …" : "");
    }
}
