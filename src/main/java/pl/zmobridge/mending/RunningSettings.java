package pl.zmobridge.mending;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.documents.RunningRules;
import pl.zmobridge.order.OrderCards;
import pl.zmobridge.register.SettingChange;
import pl.zmobridge.register.SettingChanges;
import pl.zmobridge.register.WaitingLetter;
import pl.zmobridge.settings.BadSettings;
import pl.zmobridge.settings.Configured;
import pl.zmobridge.settings.Settable;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;

/**
 * The settings of a running bridge: the files', and over them what operators have set, by this bridge or by another one on the same
 * database. What is set is in force at once, and orders that wait for it go on.
 */
public final class RunningSettings {
    private static final Logger LOG = LoggerFactory.getLogger(RunningSettings.class);
    private static final int LONGEST_OF = 200;
    private static final int LONGEST_VALUE = 255;

    private final Settings files;
    private final SettingChanges rows;
    private final Shops shops;
    private final RunningRules documents;
    private final Offers offers;
    private final Runnable lettersAreDue;
    private volatile InForce now;
    private final RecentChanges recent;
    private String stamp = "";

    /**
     * @param offers judges what is set
     * @param lettersAreDue called when dead letters are to be tried
     */
    public RunningSettings(
            Settings settings,
            SettingChanges rows,
            Shops shops,
            RunningRules documents,
            Offers offers,
            Runnable lettersAreDue,
            InstantSource clock) {
        this.files = settings;
        this.rows = rows;
        this.shops = shops;
        this.documents = documents;
        this.offers = offers;
        this.lettersAreDue = lettersAreDue;
        this.recent = new RecentChanges(clock);
        this.now = new InForce(settings, Optional.empty(), List.of(), Map.of());
    }

    public InForce now() {
        return now;
    }

    /** Every key for one shop, with what is set in place of the files' values. */
    public List<Configured> all(String shop, Language language) {
        Map<String, String> set = new HashMap<>();
        now.changes().stream()
                .filter(each -> each.shop().equals(shop) && !now.unusable().containsKey(each.id()))
                .forEach(each -> set.put(each.name(), each.value()));
        return files.configuration().all(shop, set, language);
    }

    /** How many open dead letters of a shop each setting would be offered for. */
    public Map<Cure, Integer> waiting(String shop) {
        Map<Cure, Integer> waiting = new LinkedHashMap<>();
        rows.failures(shop, Cure.allCauses()).forEach((failure, letters) -> Cure.of(failure)
                .ifPresent(cure -> waiting.merge(cure, letters, Integer::sum)));
        return waiting;
    }

    /** What the files have under a key that can be set; empty for nothing. */
    public Optional<String> ofFile(String shop, String name) {
        return files.configuration().value(shop, name);
    }

    /** What holds for a key that can be set; empty for nothing. */
    public Optional<String> value(String shop, String name) {
        return now.change(shop, name).map(SettingChange::value).or(() -> ofFile(shop, name));
    }

    /** Takes over what the database holds, for a bridge that begins. */
    public synchronized void begin() {
        stamp = rows.stamp();
        use(InForce.of(files, rows.inForce()));
    }

    /**
     * Takes over what another bridge on this database has set since the last look; orders that wait for it go on.
     *
     * @throws BadSettings when the files cannot be read now; what is in force stays so, and the next look tries it again
     */
    public synchronized void look() {
        recent.due(shops.longestWrite(), this::goOn);
        String latest = rows.stamp();
        if (latest.equals(stamp)) {
            return;
        }
        List<SettingChange> before = now.changes();
        use(InForce.of(files, rows.inForce()));
        stamp = latest;
        List<SettingChange> other = new ArrayList<>(now.changes());
        other.removeIf(before::contains);
        before.stream()
                .filter(each -> now.change(each.shop(), each.name()).isEmpty())
                .forEach(other::add);
        other.forEach(each -> recent.add(each.shop(), each.name()));
        other.forEach(each -> goOn(each.shop(), each.name()));
    }

    private void goOn(String shop, String name) {
        rows.goOn(waiting(shop, name));
        lettersAreDue.run();
    }

    /**
     * Sets a value in place of the file's, and has the orders that wait for it tried.
     *
     * @param shop blank for the rules for documents, which are the same for all
     * @param of for which payment method, rate, delivery method or product of the shop; blank for all others
     * @param by who; blank when nobody had to sign in
     * @return how many dead letters are tried
     * @throws Refusal when the value cannot be used, or the files cannot be read now; nothing is set then
     */
    public int set(String shop, Settable setting, String of, String value, String by) {
        String name = name(setting, of);
        String text = setting == Settable.DOCUMENTS ? value : value.strip();
        if (text.isBlank()) {
            throw Refusal.wrong("Say which value is to hold: {\"value\":\"…\"}");
        }
        if (setting != Settable.DOCUMENTS && text.length() > LONGEST_VALUE) {
            throw Refusal.wrong("The value is longer than " + LONGEST_VALUE + " characters");
        }
        offers.check(shops.of(shop.isEmpty() ? shops.ids().get(0) : shop), setting, of, text);
        return whileReadable(() -> {
            look();
            SettingChange wanted = new SettingChange(0, shop, name, text, value(shop, name), by, Instant.EPOCH);
            InForce next = with(wanted);
            List<WaitingLetter> letters = waiting(shop, name);
            use(next.stored(rows.add(wanted)));
            return goOn(shop, setting, name, letters, Phrase.of("SETTING_SET").with("key", name), by);
        });
    }

    /**
     * Undoes what was set last; what held before it holds again.
     *
     * @return how many dead letters are tried
     * @throws Refusal when nothing is set there, or the files cannot be read now
     */
    public int undo(String shop, Settable setting, String of, String by) {
        String name = name(setting, of);
        return whileReadable(() -> {
            look();
            SettingChange last = now.change(shop, name).orElseThrow(() -> nothingToUndo(name));
            InForce next = InForce.of(files, now.others(last, rows.before(last)));
            List<WaitingLetter> letters = waiting(shop, name);
            if (!rows.undo(last.id(), by)) {
                throw nothingToUndo(name);
            }
            use(next);
            return goOn(
                    shop, setting, name, letters, Phrase.of("SETTING_UNDONE").with("key", name), by);
        });
    }

    private static Refusal nothingToUndo(String name) {
        return new Refusal(
                Refusal.Kind.CONFLICT, "Nothing is set for " + name + " that could be undone; the file's value holds");
    }

    /** One at a time, but not while other systems are asked. */
    private synchronized int whileReadable(IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (BadSettings unreadable) {
            throw Refusal.unreadable(unreadable);
        }
    }

    private static String name(Settable setting, String of) {
        if (of.length() > LONGEST_OF) {
            throw Refusal.wrong("What it is for is longer than " + LONGEST_OF + " characters");
        }
        return setting.key(of)
                .filter(name -> setting.of(name).filter(of::equals).isPresent())
                .orElseThrow(() -> Refusal.wrong("Say what " + setting.word() + " is for with ?of="));
    }

    /** What holds with a change that is not stored yet, judged as a value of the file is. */
    private InForce with(SettingChange change) {
        InForce next = InForce.of(files, now.others(change, Optional.of(change)));
        String fault = next.unusable().get(change.id());
        if (fault != null) {
            throw Refusal.wrong("The value cannot be used: " + fault);
        }
        return next;
    }

    /** For what is in force by now, so that no order is tried with what held before. The next look finds what another bridge has set meanwhile. */
    private int goOn(String shop, Settable setting, String name, List<WaitingLetter> letters, Phrase deed, String by) {
        String value = setting == Settable.DOCUMENTS ? "" : value(shop, name).orElse("");
        Phrase told = value.isEmpty() ? deed : deed.with("value", value);
        rows.goOn(letters, by.isEmpty() ? told : told.with("actor", by), by);
        recent.add(shop, name);
        lettersAreDue.run();
        return letters.size();
    }

    private List<WaitingLetter> waiting(String shop, String name) {
        Optional<Settable> setting = Settable.ofKey(name);
        if (setting.isEmpty() || !shop.isEmpty() && shops.find(shop).isEmpty()) {
            return List.of();
        }
        Cure cure = new Cure(setting.get(), setting.get().of(name).orElse(""));
        List<String> of = shop.isEmpty() ? shops.ids() : List.of(shop);
        return rows.waiting(of, cure.causes()).stream()
                .filter(letter -> letter.failure().filter(cure::mayHeal).isPresent())
                .toList();
    }

    private void use(InForce next) {
        next.changes().stream()
                .filter(each -> next.unusable().containsKey(each.id())
                        && !now.unusable().containsKey(each.id()))
                .forEach(each -> LOG.error(
                        "{}, set on the page Settings, is left out; undo it there: {}",
                        each.name(),
                        next.unusable().get(each.id())));
        next.settings().shops().forEach(this::use);
        documents.set(next.rules());
        now = next;
    }

    private void use(ShopSettings settings) {
        shops.find(settings.id())
                .ifPresent(shop -> shops.put(shop.with(
                        new OrderCards(settings.cards(), documents),
                        settings.symfonia().documents())));
    }
}
