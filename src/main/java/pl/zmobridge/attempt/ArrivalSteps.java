package pl.zmobridge.attempt;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.order.ReceivedOrder;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.register.Rows;
import pl.zmobridge.shoper.FetchedOrder;
import pl.zmobridge.shoper.OrderIntake;
import pl.zmobridge.shoper.OrderReading;
import pl.zmobridge.words.Language;

/** The steps that take orders of a shop into the register: each is read by parts, then all are stored together. */
public final class ArrivalSteps {
    private final Rows rows = new Rows();
    private final Shops shops;

    public ArrivalSteps(Shops shops) {
        this.shops = shops;
    }

    /**
     * Orders are about to be received together, or one alone.
     *
     * @param fetched a {@link FetchedOrder} or a list of them
     */
    public Arrivals begin(@Body Object fetched) {
        List<?> orders = fetched instanceof List<?> several ? several : List.of(fetched);
        return new Arrivals(orders.stream().map(FetchedOrder.class::cast).toList());
    }

    public boolean isAny(@Variable("orders") Arrivals orders) {
        return !orders.fetched().isEmpty();
    }

    public List<FetchedOrder> fetched(@Variable("orders") Arrivals orders) {
        return orders.fetched();
    }

    /** Whether orders that were not taken together may be taken one by one: the fault is one order's, or there was a deadlock. */
    public boolean isToBeDivided(
            @Variable("orders") Arrivals orders, @ExchangeProperty("CamelExceptionCaught") Exception failure) {
        return orders.isSeveral() && !Failures.of(failure).isOutage();
    }

    /** Takes the orders without their cards, after the register has refused them as they are (I5). */
    public void receiveWithoutCards(
            @Variable("shop") String shop,
            @Variable("orders") Arrivals orders,
            @ExchangeProperty("CamelExceptionCaught") Exception failure) {
        String problem =
                "Rejestr nie przyjął zamówienia: " + Failures.of(failure).text(Language.PL)
                        + ". Popraw dane zamówienia w sklepie; zostanie pobrane ponownie.";
        orders.replace(orders.fetched().stream()
                .map(order -> intake(shop).withoutCard(order, problem))
                .toList());
    }

    /** Begins to read an order: which one it is, when it was placed, its status. */
    public OrderReading read(@Variable("shop") String shop, @Body FetchedOrder order) {
        return intake(shop).begin(order);
    }

    /** Who buys and who receives (P). */
    public void readCustomer(@Body OrderReading order) {
        order.readCustomer();
    }

    /** What is bought, with discounts and delivery (L). */
    public void readLines(@Body OrderReading order) {
        order.readLines();
    }

    /** What is to be paid, and how (H2). */
    public void readPayment(@Body OrderReading order) {
        order.readPayment();
    }

    /** Takes the order with its card, or with everything that is wrong with it. */
    public void makeCard(@Variable("shop") String shop, @Variable("orders") Arrivals orders, @Body OrderReading order) {
        orders.add(intake(shop).card(order));
    }

    /** @param known rows of {@code orders-known}: these orders stay as the register has them */
    public void leaveOut(@Variable("orders") Arrivals orders, @Body List<Map<String, Object>> known) {
        orders.leaveOut(known);
    }

    /** Parameters of {@code buyer-insert}, {@code order-insert} and {@code import-insert}, one map an order. */
    public List<Map<String, Object>> orderRows(@Variable("shop") String shop, @Variable("orders") Arrivals orders) {
        return orders.received().stream().map(order -> orderRow(shop, order)).toList();
    }

    /** Parameters of {@code line-insert}, one map a line. */
    public List<Map<String, Object>> lineRows(@Variable("orders") Arrivals orders) {
        return rows.linesOfAll(orders.received());
    }

    /** Parameters of {@code event-insert}, one map an event. */
    public List<Map<String, Object>> eventRows(@Variable("orders") Arrivals orders) {
        return rows.eventsOfAll(orders.received());
    }

    /**
     * An attempt has just asked the shop for its order: its card, or why it has none.
     *
     * @throws AnotherOrder when the shop has another order under this id (S7); a person who imports it again wants that one
     */
    public void refreshed(@Variable("attempt") Attempt attempt, @Body FetchedOrder fetched) {
        if (!attempt.isImportedAgain()) {
            intake(attempt.shop()).row(fetched.row()).ifPresent(now -> AnotherOrder.check(attempt, now));
        }
        attempt.received(intake(attempt.shop()).read(fetched, attempt.known().flatMap(RegisteredOrder::accepted)));
        shops.of(attempt.shop()).source().sightings().read(attempt.orderId());
    }

    /** Parameters of {@code order-refresh}, for an attempt that has just asked the shop. */
    public Map<String, Object> refreshRow(@Variable("attempt") Attempt attempt) {
        return orderRow(attempt.shop(), attempt.received().orElseThrow());
    }

    /** Parameters of {@code line-insert} for it. */
    public List<Map<String, Object>> refreshLines(@Variable("attempt") Attempt attempt) {
        return rows.lines(attempt.received().orElseThrow());
    }

    private Map<String, Object> orderRow(String shop, ReceivedOrder order) {
        Set<Long> realise = shops.of(shop).rules().realiseStatuses();
        boolean realiseNow = order.statusId().filter(realise::contains).isPresent(); // Z3
        return rows.order(order, realiseNow);
    }

    private OrderIntake intake(String shop) {
        return shops.of(shop).source().intake();
    }
}
