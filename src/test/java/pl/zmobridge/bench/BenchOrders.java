package pl.zmobridge.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import pl.zmobridge.sim.SampleOrders;
import pl.zmobridge.sim.SimOrder;
import pl.zmobridge.support.Nips;

/**
 * The orders of one race; the same for every contestant. Two of three are paid when they come. One of four is a regular's, whom
 * the ERP knows; the others come from buyers of their own, one of seven of them a firm.
 */
final class BenchOrders {
    /** So many people buy again and again. */
    static final int REGULARS = 60;

    static final String PAID = "3";
    private static final String UNPAID = "1";

    private final SampleOrders samples = new SampleOrders(20_260_924);
    private int made;

    /** One order of each regular, for the contestants to get warm and the ERP to know them. */
    List<SimOrder> firstOfRegulars() {
        List<SimOrder> orders = new ArrayList<>();
        for (int i = 0; i < REGULARS; i++) {
            SimOrder order = person(samples.next(), i);
            order.header().put("status_id", PAID);
            orders.add(order);
        }
        return orders;
    }

    List<SimOrder> next(int count) {
        List<SimOrder> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(next());
        }
        return orders;
    }

    private SimOrder next() {
        made++;
        SimOrder order = samples.next();
        order.header().put("status_id", made % 3 == 0 ? UNPAID : PAID);
        if (made % 4 == 0) {
            return person(order, made / 4 % REGULARS);
        }
        return made % 7 == 0 ? firm(order) : person(order, 100_000 + made);
    }

    private static SimOrder person(SimOrder order, int user) {
        buyer(order, user);
        order.header().putNull("billing_address");
        return order;
    }

    private SimOrder firm(SimOrder order) {
        buyer(order, 100_000 + made);
        ObjectNode billing = order.header().get("delivery_address").deepCopy();
        billing.put("company", "Firma " + made + " Sp. z o.o.").put("tax_identification_number", Nips.next());
        order.header().set("billing_address", billing);
        return order;
    }

    private static void buyer(SimOrder order, int user) {
        order.header().put("user_id", Integer.toString(user)).put("registered", "1");
        order.header().put("email", "kupujacy" + user + "@example.com");
    }
}
