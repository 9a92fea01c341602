package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
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
    private final InstantSource clock;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    private record Known(List<PaymentForm> forms, Instant at) {}

    public PaymentDictionary(String defaultName, InstantSource clock) {
        this.defaultName = defaultName;
        this.clock = clock;
    }

    public boolean isStale() {
        return known.at().equals(Instant.MIN) || known.at().plus(FRESH).isBefore(clock.instant());
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
        known = new Known(forms, clock.instant());
    }

    /**
     * M1 to M4.
     *
     * @throws NoPaymentForm when not even the configured default exists
     */
    public Match match(String shopName, OptionalInt contractorDefault) {
        return new PaymentForms(known.forms(), defaultName)
                .match(shopName, contractorDefault)
                .orElseThrow(() -> new NoPaymentForm(shopName, defaultName));
    }

    /** No rule gave a form: a person must add one to the ERP or to the configuration. */
    public static final class NoPaymentForm extends RuntimeException implements Failing {
        private final transient Failure failure;

        NoPaymentForm(String shopName, String defaultName) {
            this(Failure.of(Cause.NO_PAYMENT_FORM).with("form", shopName).with("default", defaultName));
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
