package pl.zmobridge.sim;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import pl.zmobridge.sim.OrderBuilder.Discounts;

/**
 * Orders as real shops have them: guests and members, persons and firms, discounts in every price convention, fractional
 * quantities, free deliveries, all ways to write an address. The same seed gives the same orders. Their sums fit one reading
 * of rule L5; {@link #bad(BadOrder)} gives the ones that do not work.
 */
public final class SampleOrders {
    private static final String[] QUANTITIES = {"1", "1", "1", "2", "3", "12"};
    private static final String[] FRACTIONS = {"0.5", "1.25", "2.75", "0.335", "10.1"};
    private static final String[] NOTES = {
        "",
        "",
        "Proszę o fakturę",
        "Proszę dzwonić 📞 przed dostawą 🚚",
        "<b>PILNE</b> <script>alert('x')</script> & \"cudzysłów\"",
        "Kod do bramy: 12#34\r\nII piętro",
        "Zażółć gęślą jaźń; DROP TABLE orders; --"
    };
    private static final String[] POINTS = {"LOD123M", "WAW01A", "KRA07BAPP"};

    private final Random random;
    private final SamplePeople people;

    public SampleOrders(long seed) {
        this.random = new Random(seed);
        this.people = new SamplePeople(random);
    }

    public List<SimOrder> list(int count) {
        return IntStream.range(0, count).mapToObj(i -> next()).toList();
    }

    public SimOrder next() {
        OrderBuilder order = new OrderBuilder();
        people.buyer(order);
        payment(order);
        shipping(order);
        lines(order);
        order.notes(pick(NOTES));
        return order.build();
    }

    /** An order that is wrong in this one way. */
    public SimOrder bad(BadOrder how) {
        OrderBuilder order = new OrderBuilder().line("SPD-101", "149.95", "1").line("KUB-300", "0.99", "2");
        switch (how) {
            case BLANK_CODE -> order.lineField("code", "  ");
            case UNKNOWN_CODE -> order.lineField("code", "NIE-MA-MNIE");
            case UNREADABLE_AMOUNT -> order.lineField("price", "1 2,x0").sum("169.94");
            case ZERO_DATE -> order.date("0000-00-00 00:00:00");
            case UNREADABLE_DATE -> order.date("wczoraj");
            case SUM_DOES_NOT_FIT -> order.sum("1234.56");
            case UNKNOWN_STATUS -> order.status(777);
            case UNKNOWN_PAYMENT -> order.payment(777);
            case UNKNOWN_SHIPPING -> order.shipping(777, "19.99");
            case UNKNOWN_CURRENCY -> order.with("currency_id", "777");
            case NO_ADDRESS -> order.noDelivery();
            case NO_LINES -> order = new OrderBuilder();
            case OVERLONG_TEXTS ->
                order.delivery(
                                "lastname",
                                "Brzęczyszczykiewicz".repeat(30),
                                "street1",
                                "Bardzo Długa ".repeat(100) + "7")
                        .notes("Bardzo długa uwaga. ".repeat(500));
            case CONTROL_CHARACTERS ->
                order.delivery("lastname", "Żak\u0000\u001b[31m", "city", "Łódź\t\r\nBałuty")
                        .notes("a\u0007b\u0000c\u2028d\uFEFFe");
        }
        return order.build();
    }

    private void payment(OrderBuilder order) {
        long payment = new long[] {1, 1, 2, 3, 18}[random.nextInt(5)];
        order.payment(payment).flag("is_cash_on_delivery", payment == 2);
        if (payment == 18 || payment == 3) {
            boolean paid = random.nextBoolean();
            (paid ? order.paid() : order).status(paid ? 3 : 5);
        }
    }

    private void shipping(OrderBuilder order) {
        switch (random.nextInt(5)) {
            case 0 -> order.shipping(1, "19.99");
            case 1 -> order.shipping(2, "0.00");
            case 2 -> order.shipping(3, "12.49").with("pickup_point", pick(POINTS));
            case 3 -> order.shipping(4, "0.00");
            default -> order.shipping(2, "15");
        }
    }

    private void lines(OrderBuilder order) {
        boolean discounted = random.nextInt(3) == 0;
        if (discounted) {
            order.discounts(Discounts.values()[random.nextInt(3)]);
            if (random.nextBoolean()) {
                order.with(random.nextBoolean() ? "discount_client" : "discount_code", "10");
            }
        }
        int count = 1 + random.nextInt(random.nextInt(10) == 0 ? 12 : 4);
        for (int i = 0; i < count; i++) {
            Goods goods = Goods.CATALOGUE.get(random.nextInt(Goods.CATALOGUE.size()));
            String quantity = goods.fractional() ? pick(FRACTIONS) : pick(QUANTITIES);
            String discount = discounted && random.nextBoolean() ? "15.0000" : "0.0000";
            order.line(goods.code(), goods.price(), quantity, discount);
            if (random.nextInt(6) == 0) {
                order.lineField("option", "Kolor: Czerwony; Rozmiar: S");
            }
            if (random.nextInt(15) == 0) {
                order.lineField("product_id", "0").lineField("stock_id", "0");
            }
        }
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
