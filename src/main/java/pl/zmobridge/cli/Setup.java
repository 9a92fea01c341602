package pl.zmobridge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.zmobridge.check.Offers;
import pl.zmobridge.check.Offers.NotOffered;
import pl.zmobridge.check.Offers.OfErp;
import pl.zmobridge.check.Offers.OfShop;
import pl.zmobridge.check.Offers.Sale;
import pl.zmobridge.check.Offers.Type;
import pl.zmobridge.register.EmbeddedDatabase;
import pl.zmobridge.settings.SettingsFile;

/** What must be known to set a bridge up, in the order in which it is asked for. */
final class Setup {
    private final Interview interview;
    private final Offers offers;
    private final Path home;
    private int step;

    Setup(Interview interview, Offers offers, Path home) {
        this.interview = interview;
        this.offers = offers;
        this.home = home;
    }

    /** Completes the values of the interview. Answers false when something is missing, or another system does not answer. */
    boolean complete() throws IOException, InterruptedException {
        interview.tell("INIT_SHOP", "step", ++step);
        accessToShop();
        Optional<OfShop> shop = known() ? shop() : Optional.empty();
        interview.tell("INIT_ERP", "step", ++step);
        accessToErp();
        Optional<OfErp> erp = known() ? erp() : Optional.empty();
        if (erp.isPresent()) {
            documents(erp.get());
        }
        if (shop.isPresent()) {
            statuses(shop.get());
        }
        database();
        interview.values().putIfAbsent("log.file", "logs/zmo-bridge.log");
        return known() && shop.isPresent() && erp.isPresent();
    }

    private boolean known() {
        return interview.missing().isEmpty();
    }

    private void accessToShop() throws IOException {
        interview.ask("shoper.url", "INIT_SHOP_URL", true);
        if (!interview.has("shoper.login")) {
            interview.askSecret("shoper.token", "INIT_TOKEN", interview.prompt().isOver());
        }
        if (!interview.has("shoper.token") && known()) {
            interview.ask("shoper.login", "INIT_LOGIN", true);
            interview.askSecret("shoper.password", "INIT_PASSWORD", true);
        }
    }

    private void accessToErp() throws IOException {
        interview.ask("symfonia.url", "INIT_ERP_URL", true);
        interview.askSecret("symfonia.application-guid", "INIT_GUID", true);
    }

    private Optional<OfShop> shop() throws IOException, InterruptedException {
        while (true) {
            try {
                OfShop shop = QuietLogs.answer(() -> offers.ofShop(SettingsFile.draft(home, interview.values())));
                interview.tell(
                        "INIT_SHOP_HAS",
                        "statuses",
                        list(shop.statuses()),
                        "payments",
                        list(shop.payments()),
                        "deliveries",
                        list(shop.shippings()));
                return Optional.of(shop);
            } catch (NotOffered e) {
                tell(e, "INIT_SHOP_SECRET", interview.values().get("shoper.url"));
                if (interview.prompt().isOver()) {
                    return Optional.empty();
                }
                interview.doubt("shoper.url", "shoper.token", "shoper.login", "shoper.password");
                accessToShop();
            }
        }
    }

    private Optional<OfErp> erp() throws IOException, InterruptedException {
        while (true) {
            try {
                OfErp erp = QuietLogs.answer(() -> offers.ofErp(SettingsFile.draft(home, interview.values())));
                interview.tell(
                        "INIT_ERP_HAS",
                        "types",
                        erp.types().stream()
                                .map(type -> type.code() + " " + type.name() + " (" + sale(type) + ")")
                                .collect(Collectors.joining(", ")),
                        "departments",
                        String.join(", ", erp.departments().keySet()),
                        "registries",
                        String.join(", ", erp.registries().keySet()),
                        "forms",
                        String.join(", ", erp.forms()));
                return Optional.of(erp);
            } catch (NotOffered e) {
                tell(e, "INIT_ERP_SECRET", interview.values().get("symfonia.url"));
                if (interview.prompt().isOver()) {
                    return Optional.empty();
                }
                interview.doubt("symfonia.url", "symfonia.application-guid");
                accessToErp();
            }
        }
    }

    private void tell(NotOffered failure, String secret, String url) {
        switch (failure.fault()) {
            case NO_HOST -> interview.tell("INIT_NO_HOST", "url", url);
            case CONNECTION_REFUSED -> interview.tell("INIT_REFUSED", "url", url);
            case NO_ANSWER -> interview.tell("INIT_NO_ANSWER", "url", url);
            case TLS -> interview.tell("INIT_TLS", "url", url, "why", failure.getMessage());
            case SECRET -> interview.tell(secret);
            case OTHER -> interview.tell("INIT_FAULT", "url", url, "why", failure.getMessage());
        }
    }

    private void documents(OfErp erp) throws IOException {
        type("invoice", "INIT_INVOICE_TYPE", "INIT_INVOICE_SERIES", Sale.INVOICE, erp.types());
        type("receipt", "INIT_RECEIPT_TYPE", "INIT_RECEIPT_SERIES", Sale.RECEIPT, erp.types());
        interview.choose("symfonia.department", "INIT_DEPARTMENT", erp.departments(), Optional.empty());
        interview.choose("symfonia.payment-registry", "INIT_REGISTRY", erp.registries(), Optional.empty());
        Map<String, String> forms = new LinkedHashMap<>();
        erp.forms().forEach(form -> forms.put(form, form));
        interview.choose("symfonia.payment-form.default", "INIT_FORM", forms, Optional.empty());
        if (!interview.has("symfonia.delivery.code")) {
            Optional<String> likely = erp.deliveries().keySet().stream().findFirst();
            interview.choose("symfonia.delivery.code", "INIT_DELIVERY", Map.of(), likely);
        }
    }

    private void type(String kind, String typeQuestion, String seriesQuestion, Sale sale, List<Type> types)
            throws IOException {
        String key = "symfonia." + kind + ".type";
        Map<String, String> all = new LinkedHashMap<>();
        types.forEach(type -> all.put(type.code(), type.name() + " (" + sale(type) + ")"));
        List<Type> fitting = types.stream().filter(type -> type.sale() == sale).toList();
        interview.choose(
                key,
                typeQuestion,
                all,
                fitting.size() == 1 ? Optional.of(fitting.get(0).code()) : Optional.empty());
        Map<String, String> series = new LinkedHashMap<>();
        types.stream()
                .filter(type -> type.code().equals(interview.values().get(key)))
                .forEach(type -> type.series().forEach(code -> series.put(code, code)));
        if (!series.isEmpty()) {
            interview.choose("symfonia." + kind + ".series", seriesQuestion, series, Optional.empty());
        }
    }

    private String sale(Type type) {
        return switch (type.sale()) {
            case INVOICE -> interview.text("INIT_SELLS_INVOICE", "document", type.sold());
            case RECEIPT -> interview.text("INIT_SELLS_RECEIPT", "document", type.sold());
            case OTHER -> interview.text("INIT_SELLS_OTHER", "document", type.sold());
            case NONE -> interview.text("INIT_SELLS_NOTHING");
        };
    }

    /** Nothing is realised by itself on the first day; the statuses are ready for the second one. */
    private void statuses(OfShop shop) throws IOException {
        if (!interview.prompt().isOver()) {
            interview.tell("INIT_STATUSES", "step", ++step, "statuses", list(shop.statuses()));
        }
        interview.ask("realisation.statuses", "INIT_PAID", false);
        interview.values().putIfAbsent("realisation.enabled", "false");
    }

    private void database() throws IOException {
        if (EmbeddedDatabase.find().isPresent()) {
            interview.tell("INIT_DATABASE_CARRIED", "step", ++step);
            interview.ask("db.url", "INIT_DATABASE_OR", false);
        } else {
            interview.tell("INIT_DATABASE", "step", ++step);
            interview.ask("db.url", "INIT_DATABASE_URL", true);
        }
        String url = interview.values().getOrDefault("db.url", "");
        if (!url.isEmpty() && !url.equalsIgnoreCase(EmbeddedDatabase.URL)) {
            interview.ask("db.user", "INIT_DATABASE_USER", true);
            interview.askSecret("db.password", "INIT_DATABASE_PASSWORD", false);
        }
    }

    private static String list(Map<Long, String> named) {
        return named.entrySet().stream()
                .map(each -> each.getKey() + " " + Terminal.plain(each.getValue()))
                .collect(Collectors.joining(", "));
    }
}
