package pl.zmobridge.check;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.shoper.Dictionaries;

/** Delivery methods of the shop and the delivery codes of the configuration belong together (L3). */
final class ShippingCheck {
    private final ShopSettings settings;
    private final Dictionaries shop;
    private final Findings findings;

    ShippingCheck(ShopSettings settings, Dictionaries shop, Findings findings) {
        this.settings = settings;
        this.shop = shop;
        this.findings = findings;
    }

    void run() {
        Map<Long, String> methods = new TreeMap<>(shop.shippings());
        if (methods.isEmpty()) {
            return; // told by the missing area
        }
        new TreeMap<>(settings.cards().deliveryCodes())
                .keySet().stream()
                        .filter(id -> !methods.containsKey(id))
                        .forEach(id -> findings.bad(
                                "symfonia.delivery.code." + id,
                                "the shop has no delivery method " + id,
                                "take one of " + list(methods)));
        Map<Long, String> bare = new TreeMap<>(methods);
        bare.keySet().removeAll(settings.cards().deliveryCodes().keySet());
        if (settings.cards().deliveryCode().isEmpty() && !settings.cards().oneOffLines() && !bare.isEmpty()) {
            findings.bad(
                    "symfonia.delivery.code",
                    "is empty, and these delivery methods have no code of their own: " + list(bare),
                    "set it, or symfonia.delivery.code.<id> for each");
        }
    }

    private static String list(Map<Long, String> methods) {
        return methods.entrySet().stream()
                .map(method -> method.getKey() + " " + method.getValue())
                .collect(Collectors.joining(", "));
    }
}
