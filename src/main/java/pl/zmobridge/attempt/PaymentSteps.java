package pl.zmobridge.attempt;

import org.apache.camel.Variable;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.PaymentForms;
import pl.zmobridge.order.PaymentForms.Match;
import pl.zmobridge.symfonia.PaymentDictionary;

/** The order's way of payment as a payment form of the ERP (M0 to M4). */
public final class PaymentSteps {
    private final Shops shops;

    public PaymentSteps(Shops shops) {
        this.shops = shops;
    }

    /** Chooses the form and the day on which payment is due. */
    public void match(@Variable("attempt") Attempt attempt) {
        OrderCard card = attempt.registered().card();
        Match match =
                forms(attempt.shop()).match(card.source().paymentId(), card.paymentForm(), attempt.buyer.defaultForm());
        attempt.zmo.pays(match, PaymentForms.dueDate(card.placedAt().toLocalDate(), match.form()));
    }

    private PaymentDictionary forms(String shop) {
        return shops.of(shop).target().forms();
    }
}
