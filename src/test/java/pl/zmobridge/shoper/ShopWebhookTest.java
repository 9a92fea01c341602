package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A webhook of the shop")
class ShopWebhookTest {
    private static final String BODY = "{\"order_id\":\"1201\",\"notes\":\"zażółć\"}";
    /** {@code printf '%s' '7:sekret:{"order_id":"1201","notes":"zażółć"}' | sha1sum} */
    private static final String SIGNATURE = "2605ec18740f8f7b4ea7bb449db26fc2dcdbe343";

    private static ShopWebhook hook(String id, String name, String signature, String body) {
        return new ShopWebhook(id, name, signature, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isSignedOverItsIdTheSecretAndTheBytesOfItsBody() {
        assertThat(hook("7", "order.edit", SIGNATURE, BODY).isSignedWith("sekret"))
                .isTrue();
        assertThat(hook("7", "order.edit", " " + SIGNATURE.toUpperCase(java.util.Locale.ROOT), BODY)
                        .isSignedWith("sekret"))
                .isTrue();
        assertThat(hook("7", "order.edit", SIGNATURE, BODY).isSignedWith("inny"))
                .isFalse();
        assertThat(hook("8", "order.edit", SIGNATURE, BODY).isSignedWith("sekret"))
                .isFalse();
        assertThat(hook("7", "order.edit", SIGNATURE, BODY + " ").isSignedWith("sekret"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "zażółć", "da39a3ee5e6b4b0d3255bfef95601890afd8070"})
    void whoseSignatureIsNoneIsNotSigned(String signature) {
        assertThat(hook("7", "order.edit", signature, BODY).isSignedWith("sekret"))
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"order_id\":\"1201\",\"x\":1}|1201",
                "{\"order_id\": 1201}|1201",
                "{\"a\":{\"order_id\":5}}|5",
                "{\"order_id\":\"\"}|0",
                "{\"order_id\":\"12345678901234567890\"}|0",
                "no JSON|0",
            })
    void namesAnOrderOrNone(String body, long orderId) {
        assertThat(hook("7", "order.edit", SIGNATURE, body).orderId().orElse(0)).isEqualTo(orderId);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"order.create, true", "order.paid, true", "parcel.create, true", "client.edit, false", "'', true"})
    void isAboutOrdersOrNot(String name, boolean orders) {
        assertThat(hook("7", name, SIGNATURE, BODY).isAboutOrders()).isEqualTo(orders);
    }
}
