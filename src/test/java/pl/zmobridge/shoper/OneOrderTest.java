package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("K3 an order is read with the login of its buyer")
class OneOrderTest {
    private static final String LINES = "{'count':'0','pages':0,'page':1,'list':[]}";
    private static final String GONE = "{'error':'not_found','error_description':'Resource not found'}";

    @Test
    @DisplayName("which costs one question, only where it is wanted, and only for an account")
    void asked() {
        OneOrder order = new OneOrder(Wire.order(), true);

        assertThat(order.request().path()).isEqualTo("users/17");
        order.accept(order.request().read(Wire.answer("{'user_id':'17','login':'anna.z','email':'a@x.pl'}")));
        assertThat(order.request().path()).isEqualTo("order-products");
        order.accept(order.request().read(Wire.answer(LINES)));

        assertThat(order.isMore()).isFalse();
        assertThat(order.order().login()).contains("anna.z");
        assertThat(new OneOrder(Wire.order(), false).request().path()).isEqualTo("order-products");
        assertThat(new OneOrder(Wire.order().put("registered", "0"), true)
                        .request()
                        .path())
                .isEqualTo("order-products");
    }

    @Test
    @DisplayName("an account that is gone, or has none, is known to have none")
    void none() {
        OneOrder gone = new OneOrder(Wire.order(), true);
        gone.accept(gone.request().read(Wire.answer(404, GONE)));
        OneOrder blank = new OneOrder(Wire.order(), true);
        blank.accept(blank.request().read(Wire.answer("{'user_id':'17','login':''}")));

        assertThat(gone.order().login()).contains("");
        assertThat(blank.order().login()).contains("");
        assertThat(new OneOrder(Wire.order(), false).order().login()).isEmpty();
    }

    @Test
    @DisplayName("another buyer's account is refused, and an outage is none of the account's")
    void other() {
        OneOrder order = new OneOrder(Wire.order(), true);

        assertThatThrownBy(() -> order.request().read(Wire.answer("{'user_id':'18','login':'jan'}")))
                .isInstanceOf(PageRefused.class);
        assertThatThrownBy(() -> order.request().read(Wire.answer(404, "<html>")))
                .isInstanceOf(ShopFailure.Unavailable.class);
    }
}
