package pl.zmobridge.attempt;

import org.apache.camel.ExchangeProperty;
import org.apache.camel.Route;
import org.apache.camel.Variable;
import org.apache.camel.support.RoutePolicySupport;
import pl.zmobridge.symfonia.ErpConnection;

/**
 * What a request to an ERP needs: its address, its session, a place among the calls that it is given at once. As the policy of
 * the route that opens sessions it closes them when that route stops, which is after everything in flight.
 */
public final class ErpCalls extends RoutePolicySupport {
    private final Shops shops;

    public ErpCalls(Shops shops) {
        this.shops = shops;
    }

    public String url(@Variable("shop") String shop) {
        return connection(shop).url();
    }

    /** The session's token; opens a session when there is none. */
    public String token(@Variable("shop") String shop) {
        return connection(shop).session().token();
    }

    public void expired(@Variable("shop") String shop, @ExchangeProperty("erpToken") String token) {
        connection(shop).session().expired(token);
    }

    /** The {@code Authorization} of {@code OpenNewSession}. */
    public String authorization(@Variable("shop") String shop) {
        return connection(shop).key().authorization();
    }

    /** The device's name as it stands in a query string. */
    public String device(@Variable("shop") String shop) {
        return connection(shop).key().device();
    }

    public void enter(@Variable("shop") String shop) throws InterruptedException {
        connection(shop).enter();
    }

    public void leave(@Variable("shop") String shop) {
        connection(shop).leave();
    }

    @Override
    public void onStop(Route route) {
        shops.all().stream()
                .map(shop -> shop.target().connection())
                .distinct()
                .parallel() // one ERP that does not answer must not keep the sessions of the others open
                .forEach(connection -> connection.session().close());
    }

    private ErpConnection connection(String shop) {
        return shops.of(shop).target().connection();
    }
}
