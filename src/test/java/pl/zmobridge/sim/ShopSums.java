package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import pl.zmobridge.sim.OrderBuilder.Discounts;

/** What an order comes to: lines and delivery under one reading of the discounts (rule L5). */
final class ShopSums {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private ShopSums() {}

    static BigDecimal total(ObjectNode header, List<ObjectNode> lines, Discounts reading) {
        BigDecimal sum = decimal(header, "shipping_cost");
        for (ObjectNode line : lines) {
            sum = sum.add(lineTotal(header, line, reading));
        }
        return sum.setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal lineTotal(ObjectNode header, ObjectNode line, Discounts reading) {
        BigDecimal total = decimal(line, "price").multiply(decimal(line, "quantity"));
        if (reading == Discounts.OFF_PRICE) {
            total = less(total, decimal(line, "discount_perc"));
        }
        if (reading != Discounts.IN_PRICE) {
            for (String discount : List.of("discount_client", "discount_group", "discount_levels", "discount_code")) {
                total = less(total, decimal(header, discount));
            }
        }
        return total.setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal less(BigDecimal amount, BigDecimal percent) {
        return amount.multiply(HUNDRED.subtract(percent)).divide(HUNDRED);
    }

    static BigDecimal decimal(ObjectNode node, String field) {
        JsonNode value = node.path(field);
        return Json.number(value).orElse(BigDecimal.ZERO);
    }
}
