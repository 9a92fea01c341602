package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.PaymentForm;
import pl.zmobridge.order.PaymentForms;
import pl.zmobridge.order.PaymentForms.Match;
import pl.zmobridge.words.Language;

/** The ERP's payment forms, remembered for a while: they change rarely, and an operator who adds one sees it used soon. */
public final class PaymentDictionary {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final String defaultName;
    private final PaymentTable table;
    private final InstantSource clock;
    private final AtomicReference<Known> known;

    private record Known(List<PaymentForm> forms, Instant at) {}

    public PaymentDictionary(String defaultName, PaymentTable table, InstantSource clock) {
        this(defaultName, table, clock, new AtomicReference<>(new Known(List.of(), Instant.MIN)));
    }

    private PaymentDictionary(
            String defaultName, PaymentTable table, InstantSource clock, AtomicReference<Known> known) {
        this.defaultName = defaultName;
        this.table = table;
        this.clock = clock;
        this.known = known;
    }

    /** The same forms of the ERP, chosen by other settings of the operator's. */
    public PaymentDictionary with(String otherDefault, PaymentTable otherTable) {
        return new PaymentDictionary(otherDefault, otherTable, clock, known);
    }

    public boolean isStale() {
        return known.get().at().equals(Instant.MIN)
                || known.get().at().plus(FRESH).isBefore(clock.instant());
    }

    /** Whether the ERP has told its forms. */
    public boolean isKnown() {
        return !known.get().at().equals(Instant.MIN);
    }

    /** The active form that an operator means by this name or id; empty when the ERP does not have it, or has not told. */
    public Optional<PaymentForm> named(String nameOrId) {
        return new PaymentForms(known.get().forms(), defaultName)
                .named(nameOrId)
                .map(Match::form);
    }

    /** The forms that can be used. */
    public List<PaymentForm> active() {
        return known.get().forms().stream().filter(PaymentForm::active).toList();
    }

    /** The form of that id; empty when the ERP does not have it, or has not told. */
    public Optional<PaymentForm> form(int id) {
        return known.get().forms().stream().filter(form -> form.id() == id).findFirst();
    }

    /** Reads the answer of {@code GET PaymentForms}. */
    static List<PaymentForm> read(JsonNode answer) {
        List<PaymentForm> forms = new ArrayList<>();
        for (JsonNode form : answer) {
            forms.add(new PaymentForm(
                    Wire.id(form, "Id"),
                    Wire.text(form, "Name"),
                    Wire.field(form, "Active").asBoolean(true),
                    Wire.field(form, "Days").asInt(0)));
        }
        return List.copyOf(forms);
    }

    /** Takes over what the ERP has now. */
    public void accept(List<PaymentForm> forms) {
        known.set(new Known(forms, clock.instant()));
    }

    /**
     * M0 to M4.
     *
     * @param paymentId of the way of payment in the shop
     * @throws NoPaymentForm when the table names a form that the ERP does not have, when not even the configured default
     *     exists, or when only that would fit and the operator wants such payments settled
     */
    public Match match(long paymentId, String shopName, OptionalInt contractorDefault) {
        PaymentForms forms = new PaymentForms(known.get().forms(), defaultName);
        Optional<String> row = table.form(paymentId);
        if (row.isPresent()) { // M0: a row that leads nowhere is told, the rules after it are no substitute
            return forms.named(row.get()).orElseThrow(() -> NoPaymentForm.ofRow(paymentId, shopName, row.get()));
        }
        Match match =
                forms.match(shopName, contractorDefault).orElseThrow(() -> new NoPaymentForm(shopName, defaultName));
        if (match.rule() == PaymentForms.Rule.M4 && table.failUnmatched()) {
            throw NoPaymentForm.unmatched(paymentId, shopName);
        }
        return match;
    }

    /** No rule gave a form: a person must add one to the ERP or to the configuration. */
    public static final class NoPaymentForm extends RuntimeException implements Failing {
        private final transient Failure failure;

        NoPaymentForm(String shopName, String defaultName) {
            this(Failure.of(Cause.NO_PAYMENT_FORM).with("form", shopName).with("default", defaultName));
        }

        /** M0: the operator's row for a payment names a form that is unknown or inactive. */
        static NoPaymentForm ofRow(long paymentId, String shopName, String named) {
            return new NoPaymentForm(Failure.of(Cause.PAYMENT_FORM_UNKNOWN)
                    .with("payment", paymentId)
                    .with("form", shopName)
                    .with("named", named));
        }

        /** M4 is all that is left, and the operator does not want it. */
        static NoPaymentForm unmatched(long paymentId, String shopName) {
            return new NoPaymentForm(Failure.of(Cause.PAYMENT_UNMATCHED)
                    .with("payment", paymentId)
                    .with("form", shopName));
        }

        private NoPaymentForm(Failure failure) {
            super(failure.text(Language.EN));
            this.failure = failure;
        }

        @Override
        public Failure failure() {
            return failure;
        }
    }
}
