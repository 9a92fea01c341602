package pl.zmobridge.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.order.CardRules;
import pl.zmobridge.order.ChangeRules;
import pl.zmobridge.order.DifferenceRules;
import pl.zmobridge.stock.StockRules;
import pl.zmobridge.symfonia.ContractorCodes;
import pl.zmobridge.symfonia.ContractorPolicy;
import pl.zmobridge.symfonia.ErpSettings;
import pl.zmobridge.symfonia.ErpSettings.Numbering;
import pl.zmobridge.symfonia.PaymentTable;
import pl.zmobridge.symfonia.VatSettings;

/** Validates the values of one shop. */
final class ShopValidator {
    private final SettingsValues values;
    private final PeerValidator peers;
    private final Path home;

    /** @param home where names of files begin */
    ShopValidator(SettingsValues values, Path home) {
        this.values = values;
        this.home = home;
        this.peers = new PeerValidator(values, home);
    }

    ShopSettings settings() {
        CardRules cards = cards();
        ShopSettings settings = new ShopSettings(
                values.get(ShoperKeys.SHOP_ID),
                shoper(),
                cards,
                new ChangeRules(
                        values.get(OrderKeys.EDITED).equals("ask"),
                        values.get(OrderKeys.CANCELLED).equals("withdraw")),
                erp(cards.prefix()),
                realisation(),
                feedback(),
                ksef(),
                stock(),
                values.get(ParcelKeys.ENABLED),
                documents(),
                CorrectionKeys.read(values));
        ShopSettings.Feedback feedback = settings.feedback();
        feedback.importedStatus()
                .filter(settings.realisation().statuses()::contains)
                .ifPresent(id -> values.problem(
                        ShoperKeys.IMPORTED_STATUS,
                        "is also one of realisation.statuses, so every imported order would be realised at once"));
        feedback.failedStatus()
                .filter(settings.realisation().statuses()::contains)
                .ifPresent(id -> values.problem(
                        ShoperKeys.FAILED_STATUS,
                        "is also one of realisation.statuses, so every order that fails would be realised"));
        feedback.failedStatus()
                .filter(id -> feedback.importedStatus().filter(id::equals).isPresent()
                        || feedback.realisedStatus().filter(id::equals).isPresent())
                .ifPresent(id ->
                        values.problem(ShoperKeys.FAILED_STATUS, "is also the status of an order that did not fail"));
        return settings;
    }

    private ShopSettings.Shoper shoper() {
        Optional<String> token = values.find(ShoperKeys.SHOPER_TOKEN);
        Optional<String> login = values.find(ShoperKeys.SHOPER_LOGIN);
        if (token.isPresent() && login.isPresent()) {
            values.problem(
                    ShoperKeys.SHOPER_LOGIN.name(),
                    "is set although shoper.token is; keep one of the two",
                    "shoper.login=");
        }
        return new ShopSettings.Shoper(
                values.get(ShoperKeys.SHOPER_URL),
                peers.authorities(ShoperKeys.SHOPER_TLS_CA, ShoperKeys.SHOPER_URL),
                token,
                login,
                values.find(ShoperKeys.SHOPER_PASSWORD),
                values.get(ShoperKeys.SHOPER_POLL_CRON),
                values.find(ShoperKeys.SHOPER_IMPORT_SINCE),
                values.get(ShoperKeys.SHOPER_IMPORT_STATUSES),
                values.get(ShoperKeys.SHOPER_IMPORT_ORIGINS),
                values.get(ShoperKeys.SHOPER_IMPORT_ORDER).equals("LIFO"),
                values.get(ShoperKeys.SHOPER_IMPORT_SETTLE),
                webhook());
    }

    private Optional<ShopSettings.Webhook> webhook() {
        Optional<String> address = values.find(ShoperKeys.WEBHOOK_ADDRESS);
        Optional<String> secret = values.find(ShoperKeys.WEBHOOK_SECRET);
        if (address.isPresent() != secret.isPresent()) {
            values.problem(
                    address.isPresent() ? ShoperKeys.WEBHOOK_SECRET : ShoperKeys.WEBHOOK_ADDRESS,
                    "is missing; a webhook needs shoper.webhook.address and shoper.webhook.secret");
        }
        address.filter(where -> !where.matches("[A-Za-z0-9_-]{20,100}"))
                .ifPresent(where ->
                        values.problem(ShoperKeys.WEBHOOK_ADDRESS, "must be 20 to 100 letters, digits, - or _"));
        secret.filter(what -> !what.matches("\\S{16,200}"))
                .ifPresent(what ->
                        values.problem(ShoperKeys.WEBHOOK_SECRET, "must be 16 to 200 characters without spaces"));
        return address.flatMap(where -> secret.map(what -> new ShopSettings.Webhook(where, what)));
    }

    private CardRules cards() {
        return new CardRules(
                values.get(OrderKeys.NUMBER_PREFIX),
                values.get(OrderKeys.NUMBER_SUFFIX),
                values.get(OrderKeys.ORDER_DOCUMENT),
                values.get(OrderKeys.INVOICE_WITHOUT_NIP),
                values.get(OrderKeys.LINES_ONE_OFF),
                values.find(SymfoniaKeys.DELIVERY_CODE),
                byId(SymfoniaKeys.DELIVERY_CODE_OF, "a delivery method"),
                values.all(SymfoniaKeys.PRODUCT_CODE_OF),
                values.get(OrderKeys.LINES_BUNDLES),
                values.get(OrderKeys.LINES_SKIP_ZERO),
                values.find(OrderKeys.INVOICE_WISH),
                new DifferenceRules(
                        values.get(OrderKeys.DIFFERENCE_DISCOUNT),
                        values.get(OrderKeys.DIFFERENCE_SURCHARGE),
                        values.find(OrderKeys.DIFFERENCE_CODE),
                        Optional.empty()));
    }

    /** @param what whose numbers the keys of the family end in */
    private Map<Long, String> byId(Key<String> family, String what) {
        Map<Long, String> table = new HashMap<>();
        values.all(family).forEach((id, value) -> {
            if (id.matches("\\d{1,18}")) {
                table.put(Long.valueOf(id), value);
            } else {
                values.problem(family.prefix() + id, "must end in the number of " + what, family.example());
            }
        });
        return table;
    }

    private ShopSettings.Erp erp(String numberPrefix) {
        ErpSettings documents = new ErpSettings(
                new Numbering(values.get(SymfoniaKeys.INVOICE_TYPE), values.get(SymfoniaKeys.INVOICE_SERIES)),
                new Numbering(values.get(SymfoniaKeys.RECEIPT_TYPE), values.get(SymfoniaKeys.RECEIPT_SERIES)),
                values.get(SymfoniaKeys.DEPARTMENT),
                values.get(SymfoniaKeys.PAYMENT_REGISTRY),
                values.get(SymfoniaKeys.SALE_PRICE_TYPE),
                values.get(SymfoniaKeys.RESERVATION),
                values.get(SymfoniaKeys.PAYMENT_FORM_DEFAULT),
                new PaymentTable(
                        byId(SymfoniaKeys.PAYMENT_FORM_OF, "a payment method"),
                        byId(SymfoniaKeys.PAYMENT_REGISTRY_OF, "a payment method"),
                        values.get(SymfoniaKeys.PAYMENT_FORM_UNMATCHED)),
                values.get(SymfoniaKeys.RENAME),
                contractors(numberPrefix),
                new VatSettings(
                        values.get(SymfoniaKeys.VAT).equals("shop"),
                        values.all(SymfoniaKeys.VAT_OF),
                        values.get(SymfoniaKeys.VAT_DIFFERENCES)),
                values.get(OrderKeys.DESCRIPTION),
                values.get(OrderKeys.NOTE));
        return new ShopSettings.Erp(
                peers.erp(),
                peers.authorities(SymfoniaKeys.TLS_CA, SymfoniaKeys.SYMFONIA_URL),
                values.get(SymfoniaKeys.APPLICATION_GUID),
                values.get(SymfoniaKeys.DEVICE_NAME),
                values.get(SymfoniaKeys.CONCURRENCY),
                values.get(SymfoniaKeys.WRITE_TIMEOUT),
                values.get(SymfoniaKeys.CURRENCY_RATE),
                documents);
    }

    private ContractorPolicy contractors(String numberPrefix) {
        return new ContractorPolicy(
                values.get(SymfoniaKeys.DUPLICATES),
                values.get(SymfoniaKeys.PERSON),
                new ContractorCodes(
                        values.find(SymfoniaKeys.CODE_PREFIX).orElseGet(() -> letters(numberPrefix)),
                        values.get(SymfoniaKeys.CODE)),
                values.find(SymfoniaKeys.KIND),
                values.find(SymfoniaKeys.CATALOGUE),
                values.get(SymfoniaKeys.UPDATE));
    }

    /** {@code SH/} gives {@code SH}: shops with numbers of their own get contractor codes of their own. */
    static String letters(String numberPrefix) {
        String letters = numberPrefix.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        return letters.isEmpty() ? "SH" : letters.substring(0, Math.min(letters.length(), 6));
    }

    private ShopSettings.Realisation realisation() {
        return new ShopSettings.Realisation(
                values.get(OrderKeys.REALISATION_ENABLED),
                values.get(OrderKeys.REALISATION_STATUSES),
                values.get(OrderKeys.WATCH_DAYS));
    }

    private Optional<ShopSettings.Ksef> ksef() {
        boolean notes = values.has(ShoperKeys.KSEF);
        ShopSettings.Ksef ksef = new ShopSettings.Ksef(
                values.get(KsefKeys.URL),
                values.get(KsefKeys.NIP),
                values.get(KsefKeys.TOKEN),
                values.get(KsefKeys.ALARM),
                notes && values.find(ShoperKeys.KSEF).isPresent());
        boolean enabled = values.get(KsefKeys.ENABLED);
        if (notes && !enabled) {
            values.problem(ShoperKeys.KSEF, "needs ksef.enabled=true");
        }
        return enabled ? Optional.of(ksef) : Optional.empty();
    }

    private Optional<StockRules> stock() {
        StockRules rules = new StockRules(
                Set.copyOf(values.find(StockKeys.WAREHOUSES).orElse(List.of())),
                values.get(StockKeys.BUFFER),
                values.find(StockKeys.MAX),
                values.find(StockKeys.ONLY).orElse(List.of()),
                values.get(StockKeys.DRY_RUN));
        boolean enabled = values.get(StockKeys.ENABLED);
        if (enabled
                && values.get(SymfoniaKeys.RESERVATION) == ErpSettings.Reservation.NONE
                && !values.get(OrderKeys.REALISATION_ENABLED)) {
            values.problem( // nobody would say when the goods have left
                    StockKeys.ENABLED,
                    "cannot be true with symfonia.reservation=NONE and realisation.enabled=false: goods of orders would be sold twice");
        }
        return enabled ? Optional.of(rules) : Optional.empty();
    }

    private Optional<DocumentPdfs> documents() {
        return new DocumentValidator(values, home).documents();
    }

    private ShopSettings.Feedback feedback() {
        return new ShopSettings.Feedback(
                values.find(ShoperKeys.IMPORTED_STATUS),
                values.find(ShoperKeys.REALISED_STATUS),
                values.find(ShoperKeys.FAILED_STATUS));
    }
}
