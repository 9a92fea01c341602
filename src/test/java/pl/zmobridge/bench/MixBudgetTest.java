package pl.zmobridge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.SimOrder;
import pl.zmobridge.support.Rig;

/** The benchmark's figure of calls does not depend on the machine, so it need not wait for a benchmark. */
class MixBudgetTest {
    private static final int ORDERS = 168; // two rounds of every kind: paid or not, regular or new, person or firm

    @Test
    @DisplayName("the benchmark's mix of orders costs the ERP at most 3.9 calls an order")
    void mix() throws Exception {
        try (Rig rig = new Rig().start()) {
            BenchOrders source = new BenchOrders();
            rig.poll();
            through(rig, source.firstOfRegulars());
            rig.erp.forgetRequests();

            through(rig, source.next(ORDERS));

            long calls = rig.erp.requests().stream()
                    .filter(call -> !call.path().contains("/Sessions/"))
                    .count();
            assertThat((double) calls / ORDERS).isLessThanOrEqualTo(3.9);
        }
    }

    private static void through(Rig rig, List<SimOrder> orders) throws Exception {
        List<Long> ids = rig.shop.addOrders(orders);
        rig.poll();
        for (int i = 0; i < ids.size(); i++) {
            boolean paid = orders.get(i).header().path("status_id").asText().equals(BenchOrders.PAID);
            rig.awaitState(paid ? "REALISED" : "ISSUED", ids.get(i));
        }
    }
}
