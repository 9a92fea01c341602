package pl.zmobridge.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * A file of {@code config/shops}: what one shop has of its own.
 *
 * @param name for the operator, such as {@code config/shops/buty.properties}
 */
record ShopFile(String name, Map<Object, Object> values) {
    private static final List<String> OF_A_SHOP =
            List.of("shoper.", "order.", "symfonia.", "realisation.", "feedback.");

    /** The shop's values: its own over the common ones. */
    SettingsValues over(SettingsValues common, String id, Path home) {
        Properties ofItsOwn = new Properties();
        ofItsOwn.putAll(values);
        List<SecretFiles.Problem> unread = SecretFiles.read(home, ofItsOwn, SecretFiles.SECRETS);
        Properties merged = common.copy();
        merged.putAll(ofItsOwn);
        merged.put("shop.id", id);
        SettingsValues own = new SettingsValues(merged);
        unread.forEach(each -> own.problem(each.key(), each.fault(), each.example()));
        for (Object key : new TreeSet<>(values.keySet())) {
            judge(own, key.toString());
        }
        return own;
    }

    private static void judge(SettingsValues own, String key) {
        if (!SettingsReader.known(key)) {
            own.problem(key, "there is no such key", "");
        } else if (key.equals("shop.id")) {
            own.problem(key, "must not stand here: the file's name is the shop's id", "");
        } else if (OF_A_SHOP.stream().noneMatch(key::startsWith)) {
            own.problem(key, "is one for all shops; it belongs into config/application.properties", "");
        }
    }
}
