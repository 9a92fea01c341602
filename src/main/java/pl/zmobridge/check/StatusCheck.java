package pl.zmobridge.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.shoper.Dictionaries;
import pl.zmobridge.shoper.Dictionaries.Status;
import pl.zmobridge.shoper.StatusKind;

/** The statuses that the configuration names exist in the shop and can mean what they should. */
final class StatusCheck {
    private final ShopSettings settings;
    private final Dictionaries shop;
    private final Findings findings;

    StatusCheck(ShopSettings settings, Dictionaries shop, Findings findings) {
        this.settings = settings;
        this.shop = shop;
        this.findings = findings;
    }

    void run() {
        if (shop.statuses().isEmpty()) {
            return; // told by the missing area
        }
        findings.good("statuses", "the shop has " + list(shop.statuses().values()));
        exist("shoper.import.statuses", settings.shoper().statuses(), "every order is imported");
        if (settings.realisation().enabled()) {
            exist("realisation.statuses", settings.realisation().statuses(), "");
            reachable("realisation.statuses", settings.realisation().statuses(), "such an order is never realised");
        } else {
            findings.good("realisation.enabled", "false: orders become ZMO, sales documents are left to people");
        }
        feedback("feedback.imported-status", settings.feedback().importedStatus());
        feedback("feedback.realised-status", settings.feedback().realisedStatus());
        feedback("feedback.failed-status", settings.feedback().failedStatus());
    }

    private void feedback(String key, Optional<Long> id) {
        Set<Long> ids = id.map(Set::of).orElse(Set.of());
        exist(key, ids, "");
        reachable(key, ids, "the bridge would cancel the orders it handles");
    }

    private void exist(String key, Set<Long> ids, String none) {
        if (ids.isEmpty()) {
            if (!none.isEmpty()) {
                findings.good(key, "empty: " + none);
            }
            return;
        }
        Set<Long> unknown = ids.stream()
                .filter(id -> shop.status(id).isEmpty())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        if (unknown.isEmpty()) {
            findings.good(
                    key,
                    list(ids.stream().map(id -> shop.status(id).orElseThrow()).toList()));
        } else {
            String names = unknown.stream().map(String::valueOf).collect(Collectors.joining(", "));
            findings.bad(
                    key,
                    "the shop has no status " + names,
                    "take one of " + list(shop.statuses().values()));
        }
    }

    private void reachable(String key, Set<Long> ids, String consequence) {
        ids.stream()
                .flatMap(id -> shop.status(id).stream())
                .filter(status -> status.kind() == StatusKind.NOT_COMPLETED)
                .forEach(status -> findings.bad(
                        key,
                        status.id() + " " + status.name() + " means cancelled, rejected or returned: " + consequence,
                        "take another status"));
    }

    private static String list(Collection<Status> statuses) {
        return statuses.stream()
                .sorted(Comparator.comparingLong(Status::id))
                .map(status -> status.id() + " " + status.name() + kind(status))
                .collect(Collectors.joining(", "));
    }

    private static String kind(Status status) {
        return status.kind() == StatusKind.NOT_COMPLETED
                ? " ("
                        + StatusKind.NOT_COMPLETED
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' ') + ")"
                : "";
    }
}
