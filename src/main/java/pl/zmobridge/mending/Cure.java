package pl.zmobridge.mending;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.settings.Settable;

/**
 * The setting that may let a failed order go on.
 *
 * @param of for which payment method, rate, delivery method or product of the shop; blank when the failure does not say
 */
public record Cure(Settable setting, String of) {
    /** A failure of one of these may wait for such a setting. */
    private static final Map<Settable, Set<Cause>> CAUSES = Map.of(
            Settable.PAYMENT_FORM,
            Set.of(
                    Cause.PAYMENT_UNMATCHED,
                    Cause.PAYMENT_FORM_UNKNOWN,
                    Cause.NO_PAYMENT_FORM,
                    Cause.UNKNOWN_SETTING,
                    Cause.ERP_REFUSED),
            Settable.PAYMENT_REGISTRY,
            Set.of(Cause.UNKNOWN_SETTING, Cause.ERP_REFUSED),
            Settable.VAT,
            Set.of(Cause.VAT_UNSETTLED, Cause.UNKNOWN_SETTING),
            Settable.DELIVERY_CODE,
            Set.of(Cause.PRODUCT_WITHOUT_CODE, Cause.UNKNOWN_PRODUCT_CODE, Cause.PRODUCT_INACTIVE),
            Settable.PRODUCT_CODE,
            Set.of(Cause.UNKNOWN_PRODUCT_CODE, Cause.PRODUCT_INACTIVE),
            Settable.INVOICE_WISH_FIELD,
            Set.of(Cause.NO_DOCUMENT_RULE, Cause.HELD_BY_RULE, Cause.INVALID_ORDER),
            Settable.DOCUMENTS,
            Set.of(Cause.NO_DOCUMENT_RULE, Cause.HELD_BY_RULE, Cause.VAT_UNSETTLED, Cause.UNKNOWN_SETTING));

    /** Of the bridge's own sentences, which name the key that is missing. */
    private static final Pattern KEY = Pattern.compile("(symfonia\\.(?:vat|delivery\\.code)\\.\\S+)");

    private static final Pattern REGISTRY = Pattern.compile("rejestr", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM = Pattern.compile("form\\w* płatności", Pattern.CASE_INSENSITIVE);

    /** What a person is offered to set for a failure; empty when no setting helps. */
    public static Optional<Cure> of(Failure failure) {
        Map<String, String> about = failure.arguments();
        return switch (failure.cause()) {
            case PAYMENT_UNMATCHED, PAYMENT_FORM_UNKNOWN ->
                Optional.of(new Cure(Settable.PAYMENT_FORM, about.getOrDefault("payment", "")));
            case NO_PAYMENT_FORM -> Optional.of(new Cure(Settable.PAYMENT_FORM, ""));
            case UNKNOWN_PRODUCT_CODE, PRODUCT_INACTIVE ->
                about.containsKey("code")
                        ? Optional.of(new Cure(Settable.PRODUCT_CODE, about.get("code")))
                        : Optional.empty();
            case PRODUCT_WITHOUT_CODE -> named(failure.words());
            case VAT_UNSETTLED -> named(failure.words()).or(() -> Optional.of(new Cure(Settable.DOCUMENTS, "")));
            case NO_DOCUMENT_RULE -> Optional.of(new Cure(Settable.DOCUMENTS, ""));
            case HELD_BY_RULE ->
                failure.words().contains(Settable.RULES)
                        ? Optional.of(new Cure(Settable.DOCUMENTS, ""))
                        : Optional.empty();
            case UNKNOWN_SETTING -> quoted(failure.words());
            default -> Optional.empty();
        };
    }

    /** Whether an order that failed so may go on once this is set. */
    public boolean mayHeal(Failure failure) {
        return CAUSES.get(setting).contains(failure.cause())
                && of(failure).filter(this::isForAnother).isEmpty();
    }

    private boolean isForAnother(Cure wanted) {
        return setting == wanted.setting
                && setting.isByNumber()
                && !of.isEmpty()
                && !wanted.of.isEmpty()
                && !of.equals(wanted.of);
    }

    /** The causes of failures that may wait for it. */
    public List<String> causes() {
        List<String> codes = new ArrayList<>();
        CAUSES.get(setting).forEach(cause -> codes.add(cause.name()));
        return codes;
    }

    static List<String> allCauses() {
        return CAUSES.values().stream()
                .flatMap(Set::stream)
                .distinct()
                .map(Cause::name)
                .toList();
    }

    private static Optional<Cure> named(String words) {
        Matcher key = KEY.matcher(words);
        while (key.find()) {
            String name = key.group(1).replaceAll("\\\\([:=])", "$1");
            Optional<Settable> setting = Settable.ofKey(name).filter(each -> !name.contains("<"));
            if (setting.isPresent()) {
                return setting.map(each -> new Cure(each, each.of(name).orElse("")));
            }
        }
        return Optional.empty();
    }

    /** The ERP's own words. */
    private static Optional<Cure> quoted(String words) {
        if (REGISTRY.matcher(words).find()) {
            return Optional.of(new Cure(Settable.PAYMENT_REGISTRY, ""));
        }
        return FORM.matcher(words).find() ? Optional.of(new Cure(Settable.PAYMENT_FORM, "")) : Optional.empty();
    }
}
