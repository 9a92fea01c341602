package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import pl.zmobridge.order.PaymentForm;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Request;

/** What the ERP is asked for once in a while, because every ZMO needs it: its payment forms (M1 to M4), then its VAT rates (V1). */
public final class ErpDictionarySteps {
    private final Shops shops;

    public ErpDictionarySteps(Shops shops) {
        this.shops = shops;
    }

    /** Whether the ERP must be asked for one of them. */
    public boolean isStale(@Variable("shop") String shop) {
        Shop.Target target = shops.of(shop).target();
        return target.forms().isStale() || target.vat().isStale();
    }

    /** The question about the next of them. */
    public Request<?> ask(@Variable("shop") String shop) {
        return shops.of(shop).target().forms().isStale() ? SymfoniaApi.paymentForms() : SymfoniaApi.vatRates();
    }

    /** Takes the answer to it. */
    public void accept(@Variable("shop") String shop, @Body Object answer) {
        Shop.Target target = shops.of(shop).target();
        if (answer instanceof JsonNode rates) {
            target.vat().accept(rates);
        } else {
            target.forms()
                    .accept(((List<?>) answer)
                            .stream().map(PaymentForm.class::cast).toList());
        }
    }
}
