package pl.zmobridge.mending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pl.zmobridge.documents.BadRules;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.documents.RulesFile;
import pl.zmobridge.register.SettingChange;
import pl.zmobridge.settings.BadSettings;
import pl.zmobridge.settings.Configuration;
import pl.zmobridge.settings.Settable;
import pl.zmobridge.settings.Settings;

/**
 * The configuration with what operators have set over it.
 *
 * @param changes those that hold, in the order in which they were set
 * @param unusable by the id of a change, why it is left out: this version, or the files as they are now, do not allow it
 * @param rules set in place of the file's; empty for the file's
 */
public record InForce(
        Settings settings, Optional<Rules> rules, List<SettingChange> changes, Map<Long, String> unusable) {

    /**
     * Puts changes over the settings of the files, each judged as theirs are.
     *
     * @throws BadSettings when files that the configuration names cannot be read now, whatever the changes are
     */
    public static InForce of(Settings files, List<SettingChange> changes) {
        Map<Long, String> unusable = new LinkedHashMap<>();
        List<SettingChange> values = new ArrayList<>(changes);
        values.removeIf(each -> each.name().equals(Settable.RULES));
        Settings settings = values.isEmpty() ? files : with(files, values, unusable);
        Optional<Rules> rules = Optional.empty();
        for (SettingChange change : changes) {
            try {
                if (change.name().equals(Settable.RULES)) {
                    rules = Optional.of(RulesFile.parse(change.value()));
                }
            } catch (BadRules bad) {
                unusable.put(change.id(), words(bad));
            }
        }
        return new InForce(settings, rules, List.copyOf(changes), unusable);
    }

    /** All at once; only if that is wrong, one by one. */
    private static Settings with(Settings files, List<SettingChange> changes, Map<Long, String> unusable) {
        Configuration configuration = files.configuration();
        Map<String, Map<String, String>> values = new HashMap<>();
        for (SettingChange change : changes) {
            values = with(values, change);
        }
        try {
            return configuration.with(values);
        } catch (BadSettings some) {
            configuration.with(Map.of()); // throws as well when the files are at fault
            values = new HashMap<>();
        }
        Settings settings = files;
        for (SettingChange change : changes) {
            try {
                Map<String, Map<String, String>> more = with(values, change);
                settings = configuration.with(more);
                values = more;
            } catch (BadSettings bad) {
                unusable.put(change.id(), String.join("; ", bad.problems()));
            }
        }
        return settings;
    }

    /** The same once the change that had no id is stored. */
    InForce stored(SettingChange row) {
        List<SettingChange> all =
                changes.stream().map(each -> each.id() == 0 ? row : each).toList();
        return new InForce(settings, rules, all, unusable);
    }

    /** The changes of all other names, and what is to hold under this one. */
    List<SettingChange> others(SettingChange name, Optional<SettingChange> holds) {
        Stream<SettingChange> others = changes.stream()
                .filter(each -> !each.shop().equals(name.shop()) || !each.name().equals(name.name()));
        return Stream.concat(others, holds.stream()).toList();
    }

    /** The one that holds under a name. */
    public Optional<SettingChange> change(String shop, String name) {
        return changes.stream()
                .filter(each -> each.shop().equals(shop) && each.name().equals(name))
                .findFirst();
    }

    static String words(BadRules bad) {
        List<String> words = new ArrayList<>();
        bad.problems().forEach(each -> words.add("line " + each.line() + ": " + each.words()));
        return String.join("; ", words);
    }

    private static Map<String, Map<String, String>> with(
            Map<String, Map<String, String>> values, SettingChange change) {
        Map<String, Map<String, String>> more = new HashMap<>(values);
        Map<String, String> ofShop = new HashMap<>(values.getOrDefault(change.shop(), Map.of()));
        ofShop.put(change.name(), change.value());
        more.put(change.shop(), ofShop);
        return more;
    }
}
