package pl.zmobridge.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What orders may wait for, and an operator may set while the bridge runs. */
public enum Settable {
    /** M0, M4. */
    PAYMENT_FORM(SymfoniaKeys.PAYMENT_FORM_OF, SymfoniaKeys.PAYMENT_FORM_DEFAULT),
    /** M0. */
    PAYMENT_REGISTRY(SymfoniaKeys.PAYMENT_REGISTRY_OF, SymfoniaKeys.PAYMENT_REGISTRY),
    /** V1. */
    VAT(SymfoniaKeys.VAT_OF, null),
    /** L3. */
    DELIVERY_CODE(SymfoniaKeys.DELIVERY_CODE_OF, SymfoniaKeys.DELIVERY_CODE),
    /** L8. */
    PRODUCT_CODE(SymfoniaKeys.PRODUCT_CODE_OF, null),
    /** D1. */
    INVOICE_WISH_FIELD(null, OrderKeys.INVOICE_WISH),
    /** D1: the text of the file of rules; the same for all shops. */
    DOCUMENTS(null, null);

    /** Under which the text of the rules is kept; no key has a slash. */
    public static final String RULES = "config/documents.yaml";

    private final Key<?> family;
    private final Key<?> single;

    Settable(Key<?> family, Key<?> single) {
        this.family = family;
        this.single = single;
    }

    /** The one of this word in an address, such as {@code payment-form}. */
    public static Optional<Settable> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The name of the key.
     *
     * @param of for which payment method, rate, delivery method or product of the shop; blank for all others
     * @return empty when there is no such key
     */
    public Optional<String> key(String of) {
        if (this == DOCUMENTS) {
            return of.isEmpty() ? Optional.of(RULES) : Optional.empty();
        }
        Key<?> key = of.isEmpty() ? single : family;
        return Optional.ofNullable(key).map(found -> of.isEmpty() ? found.name() : found.prefix() + of);
    }

    /** What is set under this name of a key; empty when that cannot be set. */
    public static Optional<Settable> ofKey(String name) {
        return Arrays.stream(values()).filter(each -> each.of(name).isPresent()).findFirst();
    }

    /** For which one a key of this kind is; blank for all others, empty when it is another kind's. */
    public Optional<String> of(String name) {
        if (this == DOCUMENTS) {
            return name.equals(RULES) ? Optional.of("") : Optional.empty();
        }
        Optional<Key<?>> key = Keys.find(name);
        if (single != null && key.filter(single::equals).isPresent()) {
            return Optional.of("");
        }
        return key.filter(found -> found.equals(family))
                .map(found -> name.substring(found.prefix().length()));
    }

    /** Whether it is for a number of the shop. */
    public boolean isByNumber() {
        return this == PAYMENT_FORM || this == PAYMENT_REGISTRY || this == DELIVERY_CODE;
    }
}
