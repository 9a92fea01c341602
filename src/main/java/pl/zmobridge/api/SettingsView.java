package pl.zmobridge.api;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import pl.zmobridge.attempt.Shop;
import pl.zmobridge.documents.BadRules;
import pl.zmobridge.documents.RulesFile;
import pl.zmobridge.mending.Cure;
import pl.zmobridge.mending.Offers;
import pl.zmobridge.mending.RunningSettings;
import pl.zmobridge.register.SettingChange;
import pl.zmobridge.settings.Configured;
import pl.zmobridge.settings.Settable;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrasebook;

/** The configuration of one shop, as an answer. */
final class SettingsView {
    private final Shop shop;
    private final RunningSettings settings;
    private final Language language;

    /** @param language of what the keys mean, and of what is wrong */
    SettingsView(Shop shop, RunningSettings settings, Language language) {
        this.shop = shop;
        this.settings = settings;
        this.language = language;
    }

    Map<String, Object> view() {
        List<Configured> keys = settings.all(shop.id(), language);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("shop", shop.id());
        view.put("settable", settable(keys));
        view.put("sections", sections(keys));
        return view;
    }

    private List<Map<String, Object>> settable(List<Configured> keys) {
        Map<Cure, Integer> waiting = settings.waiting(shop.id());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Settable setting : Settable.values()) {
            Map<Long, String> methods = Offers.methods(shop, setting);
            for (String of : subjects(setting, methods, keys, waiting)) {
                rows.add(row(setting, of, methods, waiting.getOrDefault(new Cure(setting, of), 0)));
            }
        }
        return rows;
    }

    /** For all others first; then those that the shop has, that have a value, or that orders wait for. */
    private static Iterable<String> subjects(
            Settable setting, Map<Long, String> methods, List<Configured> keys, Map<Cure, Integer> waiting) {
        TreeSet<String> subjects =
                new TreeSet<>((one, other) -> setting.isByNumber() && !one.isEmpty() && !other.isEmpty()
                        ? compared(one, other)
                        : one.compareTo(other));
        if (setting.key("").isPresent()) {
            subjects.add("");
        }
        methods.keySet().forEach(id -> subjects.add(Long.toString(id)));
        keys.forEach(key -> setting.of(key.key()).ifPresent(subjects::add));
        waiting.keySet().stream().filter(cure -> cure.setting() == setting).forEach(cure -> subjects.add(cure.of()));
        return subjects;
    }

    private static int compared(String one, String other) {
        int byLength = Integer.compare(one.length(), other.length());
        return byLength == 0 ? one.compareTo(other) : byLength;
    }

    private Map<String, Object> row(Settable setting, String of, Map<Long, String> methods, int waiting) {
        boolean rules = setting == Settable.DOCUMENTS;
        String ofShop = rules ? "" : shop.id();
        String name = setting.key(of).orElse("");
        Optional<SettingChange> change = settings.now().change(ofShop, name);
        Optional<String> file = rules ? rulesOfFile() : settings.ofFile(shop.id(), name);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("setting", setting.word());
        row.put("of", of);
        row.put("name", of.matches("\\d{1,18}") ? methods.getOrDefault(Long.valueOf(of), "") : "");
        row.put("key", name);
        row.put("value", change.map(SettingChange::value).or(() -> file).orElse(""));
        row.put("file", file.orElse(""));
        row.put("change", change.map(this::change).orElse(null));
        row.put("waiting", waiting);
        return row;
    }

    private Map<String, Object> change(SettingChange change) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("by", change.by());
        view.put("at", at(change.at()));
        view.put("before", change.before().orElse(""));
        String unusable = settings.now().unusable().get(change.id());
        view.put(
                "unusable",
                unusable == null || language == Language.EN
                        ? unusable
                        : Phrasebook.ofCheck().polishProblems(unusable));
        return view;
    }

    private String at(Instant at) {
        ZoneId zone = shop.source().dictionaries().isMissing()
                ? ZoneId.systemDefault()
                : shop.source().dictionaries().current().zone();
        return at.truncatedTo(ChronoUnit.SECONDS)
                .atZone(zone)
                .toOffsetDateTime()
                .toString();
    }

    private Optional<String> rulesOfFile() {
        try {
            return RulesFile.text(settings.now().settings().home());
        } catch (BadRules unreadable) {
            return Optional.empty(); // the start page tells it
        }
    }

    private static List<Map<String, Object>> sections(List<Configured> keys) {
        Map<String, List<Map<String, Object>>> sections = new LinkedHashMap<>();
        for (Configured key : keys) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("key", key.key());
            view.put("value", key.value());
            view.put("source", key.source().name());
            view.put("from", key.from());
            view.put("secret", key.secret());
            view.put("means", key.means());
            sections.computeIfAbsent(key.section(), name -> new ArrayList<>()).add(view);
        }
        List<Map<String, Object>> views = new ArrayList<>();
        sections.forEach((name, each) -> views.add(Map.of("name", name, "keys", each)));
        return views;
    }
}
