package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.VatDictionary;
import pl.zmobridge.wire.Request;

/** The ERP's VAT rates, among which each position's is found (V1). */
public final class VatSteps {
    private final Shops shops;

    public VatSteps(Shops shops) {
        this.shops = shops;
    }

    /** Whether the ERP must be asked for its rates. */
    public boolean isStale(@Variable("shop") String shop) {
        return rates(shop).isStale();
    }

    public Request<JsonNode> ask() {
        return SymfoniaApi.vatRates();
    }

    public void accept(@Variable("shop") String shop, @Body JsonNode answer) {
        rates(shop).accept(answer);
    }

    private VatDictionary rates(String shop) {
        return shops.of(shop).target().vat();
    }
}
