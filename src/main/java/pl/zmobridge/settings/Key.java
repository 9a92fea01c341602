package pl.zmobridge.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One key of the configuration: all that validation, the shipped configuration file and the documentation know of it.
 *
 * @param name as an operator writes it; one that ends in {@code <…>} stands for many keys, see {@link #isFamily}
 * @param fallback the text that holds when none is given; empty when there is none
 * @param example for messages and documentation
 * @param need when a value is required; empty for never
 * @param perShop whether each shop may have a value of its own
 * @param secret whether it may stand in a file of its own, named by {@link #fileKey}
 * @param en what it does, for the operator
 * @param pl the same in Polish
 */
record Key<T>(
        String name,
        Kind<T> kind,
        Optional<String> fallback,
        String example,
        Optional<Need> need,
        boolean perShop,
        boolean secret,
        String en,
        String pl) {

    /**
     * When a value is required.
     *
     * @param applies judges the other values
     * @param fault what is wrong without one, to be read after the name of the key
     * @param en the condition, to be read after "required"; empty for always
     * @param pl the same in Polish
     */
    record Need(Predicate<SettingsValues> applies, String fault, String en, String pl) {}

    /** A key with one value for the whole bridge. */
    static <T> Key<T> common(String name, Kind<T> kind) {
        return new Key<>(name, kind, Optional.empty(), "", Optional.empty(), false, false, "", "");
    }

    /** A key that each shop may set for itself. */
    static <T> Key<T> perShop(String name, Kind<T> kind) {
        return new Key<>(name, kind, Optional.empty(), "", Optional.empty(), true, false, "", "");
    }

    /** The value that holds when none is given; an example too, unless another one follows. */
    Key<T> or(String text) {
        return new Key<>(name, kind, Optional.of(text), text, need, perShop, secret, en, pl);
    }

    Key<T> example(String text) {
        return new Key<>(name, kind, fallback, text, need, perShop, secret, en, pl);
    }

    Key<T> required(String text) {
        return needed(new Need(values -> true, "is missing", "", "")).example(text);
    }

    Key<T> needed(Need when) {
        return new Key<>(name, kind, fallback, example, Optional.of(when), perShop, secret, en, pl);
    }

    Key<T> asSecret() {
        return new Key<>(name, kind, fallback, example, need, perShop, true, en, pl);
    }

    Key<T> en(String text) {
        return new Key<>(name, kind, fallback, example, need, perShop, secret, text, pl);
    }

    Key<T> pl(String text) {
        return new Key<>(name, kind, fallback, example, need, perShop, secret, en, text);
    }

    /** Whether it stands for many: {@code symfonia.delivery.code.<shipping_id>} for one of each number. */
    boolean isFamily() {
        return name.endsWith(">");
    }

    /** What the members of a family begin with. */
    String prefix() {
        return name.substring(0, name.indexOf('<'));
    }

    /** The key that names the file of a secret. */
    String fileKey() {
        return name + "-file";
    }

    /** Where a container or a service manager puts a secret. */
    String file() {
        return "/run/secrets/" + name.replace('.', '-');
    }

    /** Whether an operator who writes this means this key. */
    boolean isNamed(String text) {
        return isFamily() ? text.startsWith(prefix()) : text.equals(name) || secret && text.equals(fileKey());
    }

    /** How an environment variable spells a key: {@code SHOPER_URL}. */
    static String environmentName(String key) {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
