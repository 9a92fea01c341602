package pl.zmobridge.symfonia;

import java.util.Map;
import java.util.Optional;

/**
 * M0: what the operator says of the shop's ways of payment, by their ids in the shop.
 *
 * @param forms the name of the ERP's payment form, or its id
 * @param registries the code of the payment registry
 * @param failUnmatched whether a payment that only M4 would take is for a person to settle
 */
public record PaymentTable(Map<Long, String> forms, Map<Long, String> registries, boolean failUnmatched) {
    /** No row: M1 to M4 decide. */
    public static final PaymentTable EMPTY = new PaymentTable(Map.of(), Map.of(), false);

    public PaymentTable {
        forms = Map.copyOf(forms);
        registries = Map.copyOf(registries);
    }

    /** The form that the operator names for a way of payment. */
    Optional<String> form(long paymentId) {
        return Optional.ofNullable(forms.get(paymentId));
    }

    /** The registry that the operator names for a way of payment. */
    Optional<String> registry(long paymentId) {
        return Optional.ofNullable(registries.get(paymentId));
    }
}
