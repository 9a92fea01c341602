package pl.zmobridge.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleOrdersTest {

    /** Every reading of L5, straight from the rule. */
    private static List<BigDecimal> readings(SimOrder order) {
        List<BigDecimal> sums = new ArrayList<>();
        for (boolean lineDiscount : new boolean[] {true, false}) {
            for (boolean orderDiscount : new boolean[] {true, false}) {
                BigDecimal sum =
                        new BigDecimal(order.header().get("shipping_cost").asText());
                for (ObjectNode line : order.lines()) {
                    BigDecimal total = value(line, "price").multiply(value(line, "quantity"));
                    total = lineDiscount ? less(total, value(line, "discount_perc")) : total;
                    if (orderDiscount) {
                        total = less(
                                less(total, value(order.header(), "discount_client")),
                                value(order.header(), "discount_code"));
                    }
                    sum = sum.add(total.setScale(2, RoundingMode.HALF_UP));
                }
                sums.add(sum);
            }
        }
        return sums;
    }

    private static BigDecimal less(BigDecimal amount, BigDecimal percent) {
        return amount.subtract(amount.multiply(percent).movePointLeft(2));
    }

    private static BigDecimal value(JsonNode node, String field) {
        return new BigDecimal(node.get(field).asText());
    }

    @Test
    void everySumFitsOneReading() {
        for (SimOrder order : new SampleOrders(7).list(500)) {
            BigDecimal sum = new BigDecimal(order.header().get("sum").asText());
            assertThat(readings(order))
                    .anySatisfy(reading -> assertThat(reading).isEqualByComparingTo(sum));
        }
    }

    @Test
    void theSameSeedGivesTheSameOrdersAndAnotherOneOthers() {
        assertThat(new SampleOrders(3).list(20)).isEqualTo(new SampleOrders(3).list(20));
        assertThat(new SampleOrders(3).list(20)).isNotEqualTo(new SampleOrders(4).list(20));
    }

    @Test
    void ordersAreAsVariedAsInARealShop() {
        List<SimOrder> orders = new SampleOrders(1).list(300);
        List<JsonNode> headers = orders.stream().<JsonNode>map(SimOrder::header).toList();

        assertThat(headers).anyMatch(each -> each.get("user_id").isNull());
        assertThat(headers).anyMatch(each -> each.get("user_id").asText().equals("0"));
        assertThat(headers).anyMatch(each -> each.get("billing_address").isNull());
        assertThat(headers).anyMatch(each -> each.at("/billing_address/tax_identification_number")
                .asText()
                .startsWith("PL"));
        assertThat(headers).anyMatch(each -> each.at("/billing_address/tax_identification_number")
                .asText()
                .contains("-"));
        assertThat(headers).anyMatch(each -> each.get("shipping_cost").asText().equals("0.00"));
        assertThat(headers).anyMatch(each -> !each.path("pickup_point").asText().isEmpty());
        assertThat(headers).extracting(each -> each.get("payment_id").asText()).contains("1", "2", "3", "18");
        assertThat(orders).anyMatch(each -> each.lines().size() > 5);
        assertThat(orders).anyMatch(each -> each.lines().stream()
                .anyMatch(line -> line.get("quantity").asText().contains(".")));
    }

    @ParameterizedTest
    @EnumSource(BadOrder.class)
    void aBadOrderIsStillAnOrderThatTheShopServes(BadOrder how) {
        try (ShoperSim shop = new ShoperSim().start()) {
            long id = shop.addOrder(new SampleOrders(1).bad(how));

            assertThat(SimClient.of(shop)
                            .get("/orders/" + id)
                            .json()
                            .get("order_id")
                            .asLong())
                    .isEqualTo(id);
        }
    }
}
