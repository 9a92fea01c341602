package pl.zmobridge.ops;

import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quartz.CronExpression;
import pl.zmobridge.order.CardRules;
import pl.zmobridge.order.CardRules.DocumentChoice;
import pl.zmobridge.order.CardRules.InvoiceWithoutNip;
import pl.zmobridge.symfonia.ErpSettings;
import pl.zmobridge.symfonia.ErpSettings.Numbering;
import pl.zmobridge.symfonia.ErpSettings.Reservation;

/** Judges every value and collects what is wrong, so that the operator sees all of it at once. */
final class SettingsJudge {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");
    private static final int LONGEST_NUMBER_PART = 30;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Properties values;
    private final List<String> problems = new ArrayList<>();

    SettingsJudge(Properties values) {
        this.values = values;
    }

    void unknown(Set<String> keys) {
        keys.stream().filter(key -> !key.startsWith("camel.")).forEach(key -> problem(key, "there is no such key", ""));
    }

    Settings settings(Path home) {
        CardRules cards = cards();
        Settings settings = new Settings(
                home,
                shopId(),
                shop(),
                cards,
                erp(cards),
                realisation(),
                redelivery(),
                feedback(),
                new Settings.Database(
                        dbUrl(),
                        required("db.user", "zmobridge"),
                        text("db.password").orElse("")),
                http());
        judgeTogether(settings);
        return unlessBad(settings);
    }

    /** Where the bridge answers, whatever else is wrong. */
    Settings.Http httpOnly() {
        return unlessBad(http());
    }

    private Settings.Http http() {
        return new Settings.Http(
                text("http.host").orElse("127.0.0.1"),
                number("http.port", 8080, 1, 65535),
                text("ops.user").orElse("admin"),
                text("ops.password"));
    }

    private <T> T unlessBad(T judged) {
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
        return judged;
    }

    private void judgeTogether(Settings settings) {
        if (settings.realisation().enabled()
                && settings.realisation().statuses().isEmpty()) {
            problem("realisation.statuses", "is missing though realisation.enabled=true", "3,6");
        }
        if (settings.redelivery().max().compareTo(settings.redelivery().initial()) < 0) {
            problem("redelivery.max", "is shorter than redelivery.initial", "15m");
        }
        settings.feedback()
                .importedStatus()
                .filter(settings.realisation().statuses()::contains)
                .ifPresent(id -> problem(
                        "feedback.imported-status",
                        "is also one of realisation.statuses, so every imported order would be realised at once",
                        "4"));
    }

    private String shopId() {
        String id = text("shop.id").orElse("main");
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9-]{0,39}")) {
            problem("shop.id", "may hold up to 40 letters, digits and dashes, not \"" + id + "\"", "main");
        }
        return id;
    }

    private Settings.Shop shop() {
        Optional<String> token = text("shoper.token");
        Optional<String> login = text("shoper.login");
        Optional<String> password = text("shoper.password");
        if (token.isEmpty() && (login.isEmpty() || password.isEmpty())) {
            problem(
                    "shoper.token",
                    "is missing, and so is shoper.login with shoper.password; one of the two is needed",
                    "");
        }
        if (token.isPresent() && login.isPresent()) {
            problem("shoper.login", "is set although shoper.token is; keep one of the two", "shoper.login=");
        }
        return new Settings.Shop(
                url("shoper.url", "https://sklep.example.pl", true),
                token,
                login,
                password,
                cron(),
                since(),
                ids("shoper.import.statuses"),
                choice("shoper.import.order", "FIFO", List.of("FIFO", "LIFO")).equals("LIFO"));
    }

    private String cron() {
        String cron = text("shoper.poll.cron").orElse("0 * * * * ?");
        try {
            CronExpression.validateExpression(cron);
        } catch (ParseException e) {
            problem("shoper.poll.cron", "is no Quartz expression: \"" + cron + "\"", "0 */5 * * * ?");
        }
        return cron;
    }

    private Optional<LocalDate> since() {
        return text("shoper.import.since").flatMap(day -> {
            try {
                return Optional.of(LocalDate.parse(day));
            } catch (DateTimeException e) {
                problem("shoper.import.since", "is no day of the form yyyy-MM-dd: \"" + day + "\"", "2026-10-01");
                return Optional.empty();
            }
        });
    }

    private CardRules cards() {
        DocumentChoice document =
                DocumentChoice.valueOf(choice("order.document", "auto", List.of("auto", "invoice", "receipt"))
                        .toUpperCase(Locale.ROOT));
        InvoiceWithoutNip without = InvoiceWithoutNip.valueOf(
                choice("order.document.invoice-without-nip", "receipt", List.of("receipt", "fail"))
                        .toUpperCase(Locale.ROOT));
        Map<Long, String> codes = deliveryCodes();
        Optional<String> code = text("symfonia.delivery.code");
        boolean oneOff = flag("order.lines.one-off", false);
        if (code.isEmpty() && codes.isEmpty() && !oneOff) {
            problem("symfonia.delivery.code", "is missing: the product code of the delivery line", "DOSTAWA");
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
        String part = raw(key).orElse(fallback);
        if (part.length() > LONGEST_NUMBER_PART) {
            problem(key, "may have at most " + LONGEST_NUMBER_PART + " characters, not " + part.length(), "SH/");
        }
        return part;
    }

    private Map<Long, String> deliveryCodes() {
        Map<Long, String> codes = new HashMap<>();
        for (String key : values.stringPropertyNames()) {
            if (key.startsWith(SettingsReader.DELIVERY_CODE_OF)) {
                String id = key.substring(SettingsReader.DELIVERY_CODE_OF.length());
                if (!id.matches("\\d{1,18}")) {
                    problem(key, "must end in the number of a delivery method", "symfonia.delivery.code.7=KURIER");
                } else {
                    text(key).ifPresent(code -> codes.put(Long.valueOf(id), code));
                }
            }
        }
        return codes;
    }

    private Settings.Erp erp(CardRules cards) {
        ErpSettings documents = new ErpSettings(
                new Numbering(required("symfonia.invoice.type", "ZMO"), required("symfonia.invoice.series", "sZMO")),
                new Numbering(required("symfonia.receipt.type", "ZMP"), required("symfonia.receipt.series", "sZMP")),
                required("symfonia.department", "SKLEP"),
                required("symfonia.payment-registry", "BANK"),
                priceType(),
                Reservation.valueOf(
                        choice("symfonia.reservation", "QUANTITY", List.of("NONE", "QUANTITY", "DELIVERY"))),
                required("symfonia.payment-form.default", "Gotówka"),
                flag("symfonia.rename", true),
                contractorPrefix(cards.prefix()));
        return new Settings.Erp(
                url("symfonia.url", "http://192.168.1.10:9000", false),
                required("symfonia.application-guid", "1a2b3c4d-0000-0000-0000-1a2b3c4d5e6f"),
                text("symfonia.device-name").orElse("zmo-bridge"),
                number("symfonia.concurrency", 4, 1, 32),
                documents);
    }

    /** {@code SH/} gives {@code SH}: shops with numbers of their own get contractor codes of their own. */
    private static String contractorPrefix(String numberPrefix) {
        String letters = numberPrefix.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        return letters.isEmpty() ? "SH" : letters.substring(0, Math.min(letters.length(), 6));
    }

    private int priceType() {
        int type = number("symfonia.sale-price-type", 0, 0, 31);
        if (type > 4 && type < 16) {
            problem("symfonia.sale-price-type", "must be 0 to 4 or 16 to 31, not " + type, "1");
        }
        return type;
    }

    private Settings.Realisation realisation() {
        return new Settings.Realisation(
                flag("realisation.enabled", false),
                ids("realisation.statuses"),
                number("realisation.watch-days", 60, 1, 3650));
    }

    private Settings.Redelivery redelivery() {
        return new Settings.Redelivery(
                duration("redelivery.initial", Duration.ofSeconds(60)),
                duration("redelivery.max", Duration.ofMinutes(15)));
    }

    private Settings.Feedback feedback() {
        return new Settings.Feedback(id("feedback.imported-status"), id("feedback.realised-status"));
    }

    private Optional<Long> id(String key) {
        Set<Long> ids = ids(key);
        if (ids.size() > 1) {
            problem(key, "must be one status id", "4");
        }
        return ids.stream().findFirst();
    }

    private String dbUrl() {
        String url = required("db.url", "jdbc:mariadb://127.0.0.1:3306/zmobridge");
        if (!url.isEmpty() && !url.startsWith("jdbc:mariadb://")) {
            problem("db.url", "must start with jdbc:mariadb://", "jdbc:mariadb://127.0.0.1:3306/zmobridge");
        }
        return url;
    }

    private String url(String key, String example, boolean httpsOnly) {
        String text = required(key, example);
        if (text.isEmpty()) {
            return text;
        }
        String url = text.replaceAll("/+$", "");
        String fault = urlFault(url, httpsOnly);
        if (!fault.isEmpty()) {
            problem(key, fault, example);
        }
        return url;
    }

    private static String urlFault(String url, boolean httpsOnly) {
        try {
            URI uri = URI.create(url);
            boolean http = "http".equalsIgnoreCase(uri.getScheme());
            if (!http && !"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
                return "is no web address: \"" + url + "\"";
            }
            if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
                return "must be a plain address without user, query or fragment";
            }
            boolean open = http && httpsOnly && !LOOPBACK.contains(uri.getHost());
            return open ? "must be https: the token would travel in the open" : "";
        } catch (IllegalArgumentException e) {
            return "is no web address: \"" + url + "\"";
        }
    }

    private Duration duration(String key, Duration fallback) {
        return parsed(key, fallback, "must be a time such as 60s, 15m or 1h", "60s", text -> {
            Matcher matcher = DURATION.matcher(text);
            if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
                throw new IllegalArgumentException();
            }
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        });
    }

    private int number(String key, int fallback, int least, int most) {
        String range = "must be a whole number from " + least + " to " + most;
        return parsed(key, fallback, range, Integer.toString(fallback), text -> {
            int value = Integer.parseInt(text);
            if (value < least || value > most) {
                throw new IllegalArgumentException();
            }
            return value;
        });
    }

    private boolean flag(String key, boolean fallback) {
        return choice(key, Boolean.toString(fallback), List.of("true", "false")).equals("true");
    }

    private String choice(String key, String fallback, List<String> allowed) {
        return parsed(key, fallback, "must be one of " + String.join(", ", allowed), fallback, text -> allowed.stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(IllegalArgumentException::new));
    }

    private Set<Long> ids(String key) {
        return parsed(key, Set.of(), "must be status ids separated by commas", "3,6", text -> {
            Set<Long> ids = new LinkedHashSet<>();
            for (String id : text.split(",")) {
                if (!id.isBlank()) {
                    ids.add(Long.parseUnsignedLong(id.strip()));
                }
            }
            return Set.copyOf(ids);
        });
    }

    private <T> T parsed(String key, T fallback, String fault, String example, Function<String, T> parser) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            return parser.apply(text.get());
        } catch (IllegalArgumentException e) {
            problem(key, fault + ", not \"" + text.get() + "\"", example);
            return fallback;
        }
    }

    private String required(String key, String example) {
        return text(key).orElseGet(() -> {
            problem(key, "is missing", example);
            return "";
        });
    }

    private Optional<String> text(String key) {
        return raw(key).filter(text -> !text.isEmpty());
    }

    private Optional<String> raw(String key) {
        return Optional.ofNullable(values.getProperty(key)).map(String::strip);
    }

    private void problem(String key, String fault, String example) {
        String shown = example.isEmpty() || example.startsWith(key) ? example : key + "=" + example;
        problems.add(key + " " + fault + (shown.isEmpty() ? "" : "; for example: " + shown));
    }
}
