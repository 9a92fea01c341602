package pl.zmobridge.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shapes that orders, lines and dictionaries can have in the shop's answers. */
class ShoperRowsTest {
    private final ShoperSim shop = new ShoperSim(MovableClock.at("2026-10-02T07:41:07Z"));
    private SimClient client;

    @BeforeEach
    void open() {
        shop.start();
        client = SimClient.of(shop);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static OrderBuilder order() {
        return new OrderBuilder().line("SPD-101", "149.95", "1");
    }

    private JsonNode row(OrderBuilder order) {
        return client.get("/orders/" + shop.addOrder(order)).json();
    }

    private JsonNode line(OrderBuilder order) {
        long id = shop.addOrder(order);
        return client.get("/order-products?filters=" + SimClient.encoded("{\"order_id\":" + id + "}"))
                .json()
                .at("/list/0");
    }

    @Test
    void aGuestCanHaveAUserIdOfHisOwn() {
        JsonNode guest = row(order().guest(501));
        assertThat(guest.get("user_id").asText()).isEqualTo("501");
        assertThat(guest.get("registered").asText()).isEqualTo("0");
        assertThat(guest.get("user_order").asText()).isEqualTo("0");

        JsonNode member = row(order().user(17));
        assertThat(member.get("registered").asText()).isEqualTo("1");
        assertThat(member.get("user_order").asText()).isEqualTo("1");
    }

    @Test
    void theWishForAnInvoiceIsAnAdditionalFieldWithANameInTheDictionary() {
        JsonNode field = row(order().additionalField(3, "1")).at("/additional_fields/0");

        assertThat(field.get("field_id").asText()).isEqualTo("3");
        assertThat(field.get("type").asText()).isEqualTo("2");
        assertThat(field.get("value").asText()).isEqualTo("1");
        shop.desk().additionalField(7, 1, "Kolor wstążki");
        assertThat(client.get("/additional-fields/3")
                        .json()
                        .at("/translations/pl_PL/name")
                        .asText())
                .isEqualTo("Chcę otrzymać fakturę");
        assertThat(client.get("/additional-fields").json().get("list")).hasSize(2);
    }

    @Test
    void aPickupPointIsLeftOutWhenNoneWasChosen() {
        assertThat(row(order()).has("pickup_point")).isFalse();

        JsonNode chosen = row(order().pickupPoint("POP-WAW579", "INPOST").deliveryEmail("inny@example.com"));
        assertThat(chosen.get("pickup_point").asText()).isEqualTo("POP-WAW579");
        assertThat(chosen.at("/pickup_point_data/supplier").asText()).isEqualTo("INPOST");
        assertThat(chosen.get("delivery_email").asText()).isEqualTo("inny@example.com");
    }

    @Test
    void aBundlesLineHasItsParts() {
        JsonNode bundle = line(new OrderBuilder()
                .bundle("ZEST", "100.00", "1")
                .child("A", "60.00", "1")
                .child("B", "20.00", "2"));

        assertThat(bundle.get("type").asText()).isEqualTo("1");
        assertThat(bundle.get("children").findValuesAsText("code")).containsExactly("A", "B");
        assertThat(bundle.at("/children/1/quantity").asText()).isEqualTo("2");
        assertThat(bundle.at("/children/1/price").asText()).isEqualTo("20.00");
    }

    @Test
    void vouchersPointsAndSurchargesMoveTheSumOnly() {
        shop.desk().promotionCode(9, "LATO", 2, "50.00", "");
        JsonNode voucher = row(order().voucher(9, "LATO", "50.00"));
        assertThat(voucher.get("sum").asText()).isEqualTo("119.94");
        assertThat(voucher.get("discount_code").asText()).isEqualTo("0");
        assertThat(client.get("/promotion-codes/" + voucher.get("code_id").asText())
                        .json()
                        .get("discount")
                        .asText())
                .isEqualTo("50.00");

        JsonNode points = row(order().points(300, "3.00"));
        assertThat(points.get("sum").asText()).isEqualTo("166.94");
        assertThat(points.get("loyalty_cost").asText()).isEqualTo("300");

        shop.desk().surcharge(1, 2, "5.00");
        assertThat(row(order().surcharge("5.00")).get("sum").asText()).isEqualTo("174.94");
        assertThat(client.get("/shippings/1").json().at("/payments/0/cost").asText())
                .isEqualTo("5.00");
    }

    @Test
    void aRowCanBeSparse() {
        JsonNode sparse = row(order().sparse());

        assertThat(sparse.get("currency_id").isNull()).isTrue();
        assertThat(sparse.has("shipping_cost")).isFalse();
        assertThat(sparse.has("discount_client")).isFalse();
        assertThat(sparse.get("status_date").asText()).isEqualTo("0000-00-00 00:00:00");
        assertThat(sparse.get("sum").asText()).isEqualTo("149.95");
        assertThat(row(order().without("lang_id")).has("lang_id")).isFalse();
    }

    @Test
    void aShopCanSpareWhatIsNothing() {
        shop.sparseRows(true);

        JsonNode free = row(order().shipping(2, "0.00").with("discount_code", "10"));

        assertThat(free.has("shipping_cost")).isFalse();
        assertThat(free.has("discount_client")).isFalse();
        assertThat(free.get("discount_code").asText()).isEqualTo("10");
        assertThat(free.get("currency_id").isNull()).isTrue();
        assertThat(free.get("status_date").asText()).isEqualTo("0000-00-00 00:00:00");
        assertThat(row(order()).get("shipping_cost").asText()).isEqualTo("19.99");
    }

    @Test
    void aCodeCanComeAsANumber() {
        assertThat(line(order().codeAsNumber(101)).get("code").isInt()).isTrue();
        shop.quirks(ShopQuirk.NUMBERS_AS_NUMBERS);
        assertThat(line(new OrderBuilder().line("101", "1.00", "1")).get("code").isTextual())
                .describedAs("the quirk is about amounts and ids")
                .isTrue();
    }

    @Test
    void taxesAreToldApartByName() {
        shop.desk().tax(9, "19%", "19");
        JsonNode taxes = client.get("/taxes?limit=50&order=tax_id%20ASC").json().get("list");

        assertThat(taxes.findValuesAsText("name")).containsExactly("23%", "8%", "5%", "0%", "zw.", "np.", "19%");
        JsonNode line = line(order().tax("zw.", "0"));
        assertThat(line.get("tax").asText()).isEqualTo("zw.");
        assertThat(line.get("tax_value").asText()).isEqualTo("0");
        JsonNode row = row(order().shippingTax("8%", "8").flag("vat_eu", true));
        assertThat(row.get("shipping_tax_name").asText()).isEqualTo("8%");
        assertThat(row.get("vat_eu").asBoolean()).isTrue();
    }

    @Test
    void currencyRatesAreUnitsOfTheDefaultCurrency() {
        shop.desk().currency(3, "CZK", "0.1706");
        shop.desk().defaultCurrency("EUR");

        assertThat(client.get("/currencies/2").json().get("rate").asText()).isEqualTo("1");
        assertThat(client.get("/currencies/2").json().get("default").asText()).isEqualTo("1");
        assertThat(client.get("/currencies/1").json().get("rate").asText()).isEqualTo("0.2345");
        assertThat(client.get("/currencies/3").json().get("rate").asText()).isEqualTo("0.0400");
        assertThat(client.get("/application-config")
                        .json()
                        .get("default_currency_name")
                        .asText())
                .isEqualTo("EUR");
    }

    @Test
    void aPageBeyondTheEndAnswersPageOneAndNoRows() {
        shop.addOrders(new SampleOrders(1).list(3));

        JsonNode beyond = client.get("/orders?limit=2&page=3").json();

        assertThat(beyond.get("page").asInt()).isEqualTo(1);
        assertThat(beyond.get("pages").asInt()).isEqualTo(2);
        assertThat(beyond.get("list")).isEmpty();
        assertThat(client.get("/orders?limit=2&page=2").json().get("page").asInt())
                .isEqualTo(2);
    }
}
