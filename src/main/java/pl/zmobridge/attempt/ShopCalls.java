package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Headers;
import org.apache.camel.Variable;
import pl.zmobridge.shoper.Poll;
import pl.zmobridge.shoper.ShoperToken;

/** What a request to a shop needs: its address, its token, a place in its bucket. */
public final class ShopCalls {
    private final Shops shops;

    public ShopCalls(Shops shops) {
        this.shops = shops;
    }

    public String url(@Variable("shop") String shop) {
        return shops.of(shop).source().url();
    }

    public boolean needsLogin(@Variable("shop") String shop) {
        return token(shop).needsLogin();
    }

    public boolean canLogIn(@Variable("shop") String shop) {
        return token(shop).canLogIn();
    }

    public String bearer(@Variable("shop") String shop) {
        return token(shop).bearer();
    }

    public String basic(@Variable("shop") String shop) {
        return token(shop).basic();
    }

    /** Takes the answer of {@code POST auth}. */
    public void logIn(@Variable("shop") String shop, @Body JsonNode answer) {
        token(shop).accept(answer);
    }

    public void rejected(@Variable("shop") String shop, @ExchangeProperty("shopBearer") String bearer) {
        token(shop).rejected(bearer);
    }

    /** Waits for a place in the shop's bucket and counts the request. */
    public void begin(@Variable("shop") String shop, @Variable("poll") Poll poll) throws InterruptedException {
        shops.of(shop).source().bucket().await();
        if (poll != null) {
            poll.countRequest();
        }
    }

    /** What the answer says of the bucket. */
    public void observe(@Variable("shop") String shop, @Headers Map<String, Object> headers) {
        shops.of(shop).source().bucket().observe(headers);
    }

    private ShoperToken token(String shop) {
        return shops.of(shop).source().token();
    }
}
