package pl.zmobridge.attempt;

import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.PaymentForm;
import pl.zmobridge.order.PaymentForms;
import pl.zmobridge.order.PaymentForms.Match;
import pl.zmobridge.symfonia.PaymentDictionary;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Request;

/** The order's way of payment as a payment form of the ERP (M1 to M4). */
public final class PaymentSteps {
    private final Shops shops;

    public PaymentSteps(Shops shops) {
        this.shops = shops;
    }

    /** Whether the ERP must be asked for its payment forms. */
    public boolean isStale(@Variable("shop") String shop) {
        return forms(shop).isStale();
    }

    public Request<List<PaymentForm>> ask() {
        return SymfoniaApi.paymentForms();
    }

    public void accept(@Variable("shop") String shop, @Body List<PaymentForm> answer) {
        forms(shop).accept(answer);
    }

    /** Chooses the form and the day on which payment is due. */
    public void match(@Variable("attempt") Attempt attempt) {
        OrderCard card = attempt.registered().card();
        Match match = forms(attempt.shop())
                .match(card.paymentForm(), attempt.zmo.contractor().defaultForm());
        attempt.zmo.pays(match, PaymentForms.dueDate(card.placedAt().toLocalDate(), match.form()));
    }

    private PaymentDictionary forms(String shop) {
        return shops.of(shop).target().forms();
    }
}
