package pl.zmobridge.documents;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import pl.zmobridge.order.DocumentOutcome;
import pl.zmobridge.order.DocumentOutcome.Kind;
import pl.zmobridge.order.DocumentOutcome.Ksef;
import pl.zmobridge.order.DocumentOutcome.Realise;
import pl.zmobridge.order.Template;
import pl.zmobridge.words.Spelling;

/** Reads what a rule makes of an order. */
final class OutcomeReader {
    static final List<String> KEYS = List.of(
            "kind",
            "type",
            "series",
            "department",
            "paymentRegistry",
            "marker",
            "documentKind",
            "catalogue",
            "buffer",
            "realise",
            "description",
            "note",
            "ksef",
            "reason");
    static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::name).toList();
    static final Map<String, Realise> REALISE = realise();
    static final List<String> KSEF = Arrays.stream(Ksef.values())
            .filter(each -> each != Ksef.UNSAID)
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Node place;
    private final Fields then;

    OutcomeReader(Node place, List<RuleProblem> problems) {
        this.place = place;
        this.then = new Fields(place, "then", KEYS, problems);
    }

    private static Map<String, Realise> realise() {
        Map<String, Realise> words = new LinkedHashMap<>();
        words.put("FV", Realise.FV);
        words.put("WZ", Realise.WZ);
        words.put("FV+WZ", Realise.FV_WZ);
        words.put("nothing", Realise.NOTHING);
        return words;
    }

    DocumentOutcome outcome() {
        Optional<Kind> kind = then.word("kind", KINDS).map(Kind::valueOf);
        if (then.isMap() && !then.has("kind")) {
            then.problem(place, "then has no kind: it must say " + Fields.among(KINDS));
        }
        DocumentOutcome outcome = new DocumentOutcome(
                kind.orElse(Kind.HOLD),
                text("reason"),
                text("type"),
                text("series"),
                text("department"),
                text("paymentRegistry"),
                text("marker"),
                text("documentKind"),
                text("catalogue"),
                then.flag("buffer").orElse(false),
                then.word("realise", REALISE.keySet()).map(REALISE::get).orElse(Realise.FV),
                template("description"),
                template("note"),
                then.word("ksef", KSEF)
                        .map(word -> Ksef.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(Ksef.UNSAID));
        pair("type", "series");
        pair("series", "type");
        kind.filter(Kind.NONE::equals).ifPresent(none -> judgeNone());
        return outcome;
    }

    private String text(String key) {
        return then.text(key).orElse("");
    }

    /** A text with placeholders that there are. */
    private String template(String key) {
        String text = text(key);
        try {
            return new Template(text).text();
        } catch (Template.Unknown unknown) {
            then.problem(
                    then.at(key),
                    key + " has no placeholder " + unknown.written()
                            + Fields.meant(Spelling.closest(unknown.name(), Template.names().stream())
                                    .map(name -> "{" + name + "}")));
            return "";
        }
    }

    private void pair(String key, String other) {
        if (then.has(key) && !then.has(other)) {
            then.problem(then.at(key), key + " without " + other + "; a type needs a series of its own");
        }
    }

    private void judgeNone() {
        if (!then.has("reason")) {
            then.problem(then.at("kind"), "kind: NONE needs a reason, with which such orders are closed");
        }
        List<String> idle = then.names().stream()
                .filter(key -> !key.equals("kind") && !key.equals("reason"))
                .toList();
        if (!idle.isEmpty()) {
            then.problem(
                    then.at(idle.get(0)),
                    "kind: NONE makes no document, so " + String.join(", ", idle) + " must not stand there");
        }
    }
}
