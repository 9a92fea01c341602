package pl.zmobridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.order.TriedReading;
import pl.zmobridge.shoper.FetchedOrder;
import pl.zmobridge.words.Language;

@DisplayName("An order without a card")
class OrderAsReadTest {
    private static final TriedReading READING = new TriedReading(
            List.of("LINE_TAKEN_OFF", "ORDER_COMPOUNDED", "UNIT_ROUNDED"),
            new BigDecimal("169.94"),
            new BigDecimal("-30.00"));

    @Test
    @DisplayName("is shown as the shop has it, with what is wrong in it")
    void asTheShopHasIt() {
        Map<String, Object> view = view(
                "{\"order\":{\"sum\":\"12,o0\",\"shipping_cost\":19.99,\"email\":\"a@example.pl\","
                        + "\"billing_address\":{\"firstname\":\"Anna\",\"lastname\":\"Nowak\",\"company\":\"Hurtownia\","
                        + "\"tax_identification_number\":\"52\",\"street1\":\"Kwiatowa 1\",\"city\":\"Łódź\"},\"delivery_address\":[]},"
                        + "\"lines\":[{\"code\":7,\"name\":\"Kubek\",\"quantity\":\"2\",\"price\":null,\"tax\":\"23%\"}]}");

        assertThat(view).containsEntry("total", "12,o0").containsEntry("deliveryCost", "19.99");
        assertThat(view.get("contractor").toString())
                .contains("name=Hurtownia", "firstName=Anna", "nip=52", "street=Kwiatowa 1", "email=a@example.pl");
        assertThat(view.get("recipient").toString()).contains("name=,");
        assertThat(view.get("lines").toString()).contains("code=7", "name=Kubek", "quantity=2", "price=,");
    }

    @Test
    @DisplayName("that has nothing where something should be is shown still, its buyer by the delivery")
    void nothing() {
        Map<String, Object> view = view(
                "{\"order\":{\"billing_address\":[],\"delivery_address\":{\"firstname\":\"Jan\",\"lastname\":\"Lis\"}},\"lines\":[]}");

        assertThat(view.get("contractor").toString()).contains("name=Jan Lis");
        assertThat(view.get("lines")).isEqualTo(List.of());
        assertThat(view("{}")).containsEntry("total", "");
    }

    @Test
    @DisplayName("names each reading of its prices in the reader's language")
    void readings() {
        FetchedOrder order = FetchedOrder.of("{}");

        assertThat(new OrderAsRead(order).view(List.of(READING), Language.PL).get("readings"))
                .isEqualTo(List.of(Map.of(
                        "name",
                        "rabat pozycji odjęty, rabaty zamówienia odjęte kolejno, cena sztuki zaokrąglona",
                        "total",
                        "169.94",
                        "difference",
                        "-30.00")));
        assertThat(new OrderAsRead(order)
                        .view(List.of(READING), Language.EN)
                        .get("readings")
                        .toString())
                .contains("line discount taken off, order discounts one after the other, price of one piece rounded");
    }

    private static Map<String, Object> view(String raw) {
        return new OrderAsRead(FetchedOrder.of(raw)).view(List.of(), Language.PL);
    }
}
