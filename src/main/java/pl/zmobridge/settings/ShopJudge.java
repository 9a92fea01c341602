package pl.zmobridge.settings;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quartz.CronExpression;
import pl.zmobridge.order.CardRules;
import pl.zmobridge.order.CardRules.DocumentChoice;
import pl.zmobridge.order.CardRules.InvoiceWithoutNip;
import pl.zmobridge.symfonia.ErpSettings;
import pl.zmobridge.symfonia.ErpSettings.Numbering;
import pl.zmobridge.symfonia.ErpSettings.Reservation;

/** Judges the values of one shop. */
final class ShopJudge {
    private static final int LONGEST_NUMBER_PART = 30;

    private final SettingsValues values;

    ShopJudge(SettingsValues values) {
        this.values = values;
    }

    ShopSettings settings() {
        CardRules cards = cards();
        ShopSettings settings = new ShopSettings(shopId(), shoper(), cards, erp(cards), realisation(), feedback());
        judgeTogether(settings);
        return settings;
    }

    private void judgeTogether(ShopSettings settings) {
        if (settings.realisation().enabled()
                && settings.realisation().statuses().isEmpty()) {
            values.problem("realisation.statuses", "is missing though realisation.enabled=true", "3,6");
        }
        settings.feedback()
                .importedStatus()
                .filter(settings.realisation().statuses()::contains)
                .ifPresent(id -> values.problem(
                        "feedback.imported-status",
                        "is also one of realisation.statuses, so every imported order would be realised at once",
                        "4"));
    }

    private String shopId() {
        String id = values.text("shop.id").orElse("main");
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9-]{0,39}")) {
            values.problem("shop.id", "may hold up to 40 letters, digits and dashes, not \"" + id + "\"", "main");
        }
        return id;
    }

    private ShopSettings.Shoper shoper() {
        Optional<String> token = values.text("shoper.token");
        Optional<String> login = values.text("shoper.login");
        Optional<String> password = values.text("shoper.password");
        if (token.isEmpty() && (login.isEmpty() || password.isEmpty())) {
            values.problem(
                    "shoper.token",
                    "is missing, and so is shoper.login with shoper.password; one of the two is needed",
                    "");
        }
        if (token.isPresent() && login.isPresent()) {
            values.problem("shoper.login", "is set although shoper.token is; keep one of the two", "shoper.login=");
        }
        return new ShopSettings.Shoper(
                values.url("shoper.url", "https://sklep.example.pl", true),
                token,
                login,
                password,
                cron(),
                since(),
                values.ids("shoper.import.statuses"),
                values.choice("shoper.import.order", "FIFO", List.of("FIFO", "LIFO"))
                        .equals("LIFO"));
    }

    private String cron() {
        String cron = values.text("shoper.poll.cron").orElse("0 * * * * ?");
        try {
            CronExpression.validateExpression(cron);
        } catch (ParseException e) {
            values.problem("shoper.poll.cron", "is no Quartz expression: \"" + cron + "\"", "0 */5 * * * ?");
        }
        return cron;
    }

    private Optional<LocalDate> since() {
        return values.text("shoper.import.since").flatMap(day -> {
            try {
                return Optional.of(LocalDate.parse(day));
            } catch (DateTimeException e) {
                values.problem(
                        "shoper.import.since", "is no day of the form yyyy-MM-dd: \"" + day + "\"", "2026-10-01");
                return Optional.empty();
            }
        });
    }

    private CardRules cards() {
        DocumentChoice document =
                DocumentChoice.valueOf(values.choice("order.document", "auto", List.of("auto", "invoice", "receipt"))
                        .toUpperCase(Locale.ROOT));
        InvoiceWithoutNip without = InvoiceWithoutNip.valueOf(
                values.choice("order.document.invoice-without-nip", "receipt", List.of("receipt", "fail"))
                        .toUpperCase(Locale.ROOT));
        Map<Long, String> codes = deliveryCodes();
        Optional<String> code = values.text("symfonia.delivery.code");
        boolean oneOff = values.flag("order.lines.one-off", false);
        if (code.isEmpty() && codes.isEmpty() && !oneOff) {
            values.problem("symfonia.delivery.code", "is missing: the product code of the delivery line", "DOSTAWA");
        }
        return new CardRules(
                numberPart("order.number.prefix", "SH/"),
                numberPart("order.number.suffix", ""),
                document,
                without,
                oneOff,
                code,
                codes);
    }

    private String numberPart(String key, String fallback) {
        String part = values.raw(key).orElse(fallback);
        if (part.length() > LONGEST_NUMBER_PART) {
            values.problem(key, "may have at most " + LONGEST_NUMBER_PART + " characters, not " + part.length(), "SH/");
        }
        return part;
    }

    private Map<Long, String> deliveryCodes() {
        Map<Long, String> codes = new HashMap<>();
        for (String key : values.keys()) {
            if (key.startsWith(SettingsReader.DELIVERY_CODE_OF)) {
                String id = key.substring(SettingsReader.DELIVERY_CODE_OF.length());
                if (!id.matches("\\d{1,18}")) {
                    values.problem(
                            key, "must end in the number of a delivery method", "symfonia.delivery.code.7=KURIER");
                } else {
                    values.text(key).ifPresent(code -> codes.put(Long.valueOf(id), code));
                }
            }
        }
        return codes;
    }

    private ShopSettings.Erp erp(CardRules cards) {
        ErpSettings documents = new ErpSettings(
                new Numbering(
                        values.required("symfonia.invoice.type", "ZMO"),
                        values.required("symfonia.invoice.series", "sZMO")),
                new Numbering(
                        values.required("symfonia.receipt.type", "ZMP"),
                        values.required("symfonia.receipt.series", "sZMP")),
                values.required("symfonia.department", "SKLEP"),
                values.required("symfonia.payment-registry", "BANK"),
                priceType(),
                Reservation.valueOf(
                        values.choice("symfonia.reservation", "QUANTITY", List.of("NONE", "QUANTITY", "DELIVERY"))),
                values.required("symfonia.payment-form.default", "Gotówka"),
                values.flag("symfonia.rename", true),
                contractorPrefix(cards.prefix()));
        return new ShopSettings.Erp(
                values.url("symfonia.url", "http://192.168.1.10:9000", false),
                values.required("symfonia.application-guid", "1a2b3c4d-0000-0000-0000-1a2b3c4d5e6f"),
                values.text("symfonia.device-name").orElse("zmo-bridge"),
                values.number("symfonia.concurrency", 4, 1, 32),
                documents);
    }

    /** {@code SH/} gives {@code SH}: shops with numbers of their own get contractor codes of their own. */
    private static String contractorPrefix(String numberPrefix) {
        String letters = numberPrefix.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        return letters.isEmpty() ? "SH" : letters.substring(0, Math.min(letters.length(), 6));
    }

    private int priceType() {
        int type = values.number("symfonia.sale-price-type", 0, 0, 31);
        if (type > 4 && type < 16) {
            values.problem("symfonia.sale-price-type", "must be 0 to 4 or 16 to 31, not " + type, "1");
        }
        return type;
    }

    private ShopSettings.Realisation realisation() {
        return new ShopSettings.Realisation(
                values.flag("realisation.enabled", false),
                values.ids("realisation.statuses"),
                values.number("realisation.watch-days", 60, 1, 3650));
    }

    private ShopSettings.Feedback feedback() {
        return new ShopSettings.Feedback(id("feedback.imported-status"), id("feedback.realised-status"));
    }

    private Optional<Long> id(String key) {
        Set<Long> ids = values.ids(key);
        if (ids.size() > 1) {
            values.problem(key, "must be one status id", "4");
        }
        return ids.stream().findFirst();
    }
}
