package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.SimOrder;
import pl.zmobridge.sim.SimRequest;
import pl.zmobridge.support.Rig;
import pl.zmobridge.support.SqlCounters;

/** What one order may cost the ERP and the register. The session and the ERP's payment forms are known before. */
@DisplayName("The cost of an order")
class OrderBudgetTest {
    private static final long NEW = 1;
    private static final long PAID = 3;

    private final Rig rig = new Rig();

    @BeforeEach
    void startAndLetOneOrderThrough() throws Exception {
        rig.start();
        rig.imported(rig.shop.addOrder(order("znany@example.pl", NEW)));
        rig.erp.forgetRequests();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aKnownContractorCostsTheErpTwoCalls() throws Exception {
        rig.imported(rig.shop.addOrder(order("znany@example.pl", NEW)));

        assertThat(calls()).containsExactly("POST /api/OrdersIssue/New", "PATCH /api/OrdersIssue/DocumentNumber");
    }

    @Test
    void aNewContractorCostsTheErpThreeCalls() throws Exception {
        rig.imported(rig.shop.addOrder(order("nowy@example.pl", NEW)));

        assertThat(calls())
                .containsExactly(
                        "POST /api/Contractors/Create",
                        "POST /api/OrdersIssue/New",
                        "PATCH /api/OrdersIssue/DocumentNumber");
    }

    @Test
    @DisplayName("a new firm costs the ERP one question more for each way to write its NIP, which it compares as text")
    void aNewFirmCostsTheErpOneQuestionMoreForEachNotationOfItsNip() throws Exception {
        rig.imported(rig.shop.addOrder(order("firma@example.pl", NEW).firm("Nowa Firma", "525-000-10-90")));

        List<String> notations = rig.erp.requests().stream()
                .flatMap(each -> each.param("nip").stream())
                .toList();
        assertThat(notations).doesNotHaveDuplicates().hasSizeBetween(3, 4);
        assertThat(calls()).hasSize(3 + notations.size());
    }

    @Test
    void anOrderOfAKnownContractorThatIsPaidWhenItComesCostsTheErpThreeCalls() throws Exception {
        long id = rig.shop.addOrder(order("znany@example.pl", PAID));
        rig.poll();
        rig.awaitState("REALISED", id);

        assertThat(calls()).hasSize(3).last().isEqualTo("PUT /api/OrdersIssue/FV");
    }

    @Test
    @DisplayName("five orders of each of twenty buyers cost the ERP 2.2 calls each: two, and their cards")
    void manyOrdersOfFewBuyers() throws Exception {
        List<Long> ids = rig.shop.addOrders(IntStream.range(0, 100)
                .mapToObj(i -> order("k" + i % 20 + "@example.pl", NEW).build())
                .toList());
        rig.poll();
        rig.awaitState("ISSUED", ids.stream().mapToLong(id -> id).toArray());

        assertThat(calls()).hasSize(220);
    }

    @Test
    void fromTheShopToTheSalesDocumentAnOrderCostsTheRegisterABoundedNumberOfStatements() throws Exception {
        int count = 60;
        List<SimOrder> orders = IntStream.range(0, count)
                .mapToObj(i -> order("b" + i + "@example.pl", PAID).build())
                .toList();
        List<Long> ids = rig.shop.addOrders(orders);
        SqlCounters before = SqlCounters.of(rig);

        rig.poll();
        Rig.eventually(() -> assertThat(rig.erp.invoices()).hasSize(count));
        SqlCounters cost = SqlCounters.of(rig).since(before);
        rig.awaitState("REALISED", ids.get(count - 1));

        assertThat(cost.statements())
                .describedAs("of new buyers; some are asked by workers that find nothing to do")
                .isLessThanOrEqualTo(count * 30L);
        assertThat(cost.writes()).isLessThanOrEqualTo(count * 21L);
    }

    private static OrderBuilder order(String buyer, long status) {
        return new OrderBuilder()
                .with("email", buyer)
                .line("KUB-300", "0.99", "1")
                .status(status);
    }

    private List<String> calls() {
        return rig.erp.requests().stream()
                .map(OrderBudgetTest::call)
                .filter(call -> !call.contains("/Sessions/"))
                .toList();
    }

    private static String call(SimRequest request) {
        return request.method() + " " + request.path();
    }
}
