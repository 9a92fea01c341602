package pl.zmobridge.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/**
 * A file of {@code config/shops}: what one shop has of its own.
 *
 * @param name for the operator, such as {@code config/shops/buty.properties}
 */
record ShopFile(String name, Map<Object, Object> values) {

    /** The shop's values: its own over the common ones. */
    SettingsValues over(SettingsValues common, String id, Path home) {
        Properties ofItsOwn = new Properties();
        ofItsOwn.putAll(values);
        List<SecretFiles.Problem> unread =
                SecretFiles.read(home, ofItsOwn, Keys.secrets().toList());
        ofItsOwn.put(ShoperKeys.SHOP_ID.name(), id);
        SettingsValues own = common.with(ofItsOwn);
        unread.forEach(each -> own.problem(each.key(), each.fault(), each.example()));
        for (Object key : new TreeSet<>(values.keySet())) {
            requirePerShop(own, key.toString());
        }
        return own;
    }

    private static void requirePerShop(SettingsValues own, String name) {
        Optional<Key<?>> key = Keys.find(name);
        if (key.isEmpty()) {
            own.problemWithLine(name, SettingsValidator.unknown(name), ExampleLines.insteadOf(name));
        } else if (key.get() == ShoperKeys.SHOP_ID) {
            own.problemWithLine(
                    name, "must not stand here: the file's name is the shop's id", SettingsReader.fileName("buty"));
        } else if (!key.get().perShop()) {
            own.problemWithLine(
                    name,
                    "is one for all shops; it belongs into config/application.properties",
                    ExampleLines.ofName(name));
        }
    }
}
