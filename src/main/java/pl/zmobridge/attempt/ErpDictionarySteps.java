package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import pl.zmobridge.nbp.NbpApi;
import pl.zmobridge.order.PaymentForm;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Request;

/**
 * What is asked for once in a while, because every ZMO needs it: the ERP's payment forms (M0 to M4), then its VAT rates (V1). An order in another
 * currency needs a rate, too (W2).
 */
public final class ErpDictionarySteps {
    private final Shops shops;
    private final CurrencyRates rates;

    public ErpDictionarySteps(Shops shops, CurrencyRates rates) {
        this.shops = shops;
        this.rates = rates;
    }

    /**
     * Whether something must be asked for one of them.
     *
     * @throws NoCurrencyRate when the order's currency has no rate, as far as is known without asking
     */
    public boolean isStale(@Variable("shop") String shop, @Variable("attempt") Attempt attempt) {
        Shop.Target target = shops.of(shop).target();
        return target.forms().isStale() || target.vat().isStale() || rates.isWanted(attempt);
    }

    /** The question about the next of them; one that does no harm when another worker has just had the answer that was missing. */
    public Request<?> ask(@Variable("shop") String shop, @Variable("attempt") Attempt attempt) {
        Shop.Target target = shops.of(shop).target();
        if (target.vat().isStale() && !target.forms().isStale()) {
            return SymfoniaApi.vatRates();
        }
        boolean known = !target.forms().isStale() && !target.vat().isStale();
        return known && rates.isWanted(attempt) ? rates.question(attempt) : SymfoniaApi.paymentForms();
    }

    /** Where the question goes: to the ERP or to the bank. */
    public String door(@Body Request<?> question) {
        return NbpApi.isAsked(question) ? "direct:nbp-call" : "direct:erp-call";
    }

    /**
     * Takes the answer to it.
     *
     * @throws NoCurrencyRate when it says that there is no rate
     */
    public void accept(@Variable("shop") String shop, @Variable("attempt") Attempt attempt, @Body Object answer) {
        Shop.Target target = shops.of(shop).target();
        if (answer instanceof JsonNode vatRates) {
            target.vat().accept(vatRates);
        } else if (answer instanceof List<?> forms) {
            target.forms().accept(forms.stream().map(PaymentForm.class::cast).toList());
        } else {
            rates.answered(attempt, answer);
        }
    }
}
