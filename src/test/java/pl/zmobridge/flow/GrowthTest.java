package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.SimOrder;
import pl.zmobridge.support.FilledRegister;
import pl.zmobridge.support.Rig;
import pl.zmobridge.support.RowsRead;

/** What a poll, an order and ten writes of stock cost does not depend on how many orders there have been. */
@DisplayName("The cost of an order and of a poll")
class GrowthTest {
    private static final int FEW = 1_000;
    private static final int MANY = 20_000;
    private static final int ORDERS = 60;
    private static final int POLLS = 20;

    private int buyers;
    private int carried;

    @Test
    @DisplayName("is the same with twenty times as many orders in the register")
    void register() throws Exception {
        try (Rig rig = new Rig().start()) {
            long first = rig.shop.addOrder(paid(), FilledRegister.FIRST_ORDER);
            rig.poll();
            rig.awaitState("REALISED", first);
            carry(rig); // whoever reads for the first time reads more
            FilledRegister.grow(rig.database(), "main", 0, FEW);
            Cost few = cost(rig);
            FilledRegister.grow(rig.database(), "main", FEW, MANY);
            Cost many = cost(rig);

            System.out.printf("rows read with %d orders %s, with %d %s%n", FEW, few, MANY, many);
            assertThat(many.order()).isLessThan(1.3 * few.order());
            assertThat(many.poll()).isLessThan(1.3 * few.poll());
            assertThat(many.stock()).isLessThan(1.3 * few.stock());
        }
    }

    /** Rows that the database reads. */
    private record Cost(double order, double poll, double stock) {}

    private Cost cost(Rig rig) throws Exception {
        FilledRegister.forgetEnded(
                rig.database()); // looking at them is a poll's work, and there would be more each time
        RowsRead rows = new RowsRead(rig.database());
        long before = rows.soFar();
        carry(rig);
        long afterOrders = rows.soFar();
        for (int i = 0; i < POLLS; i++) {
            rig.poll();
        }
        long afterPolls = rows.soFar();
        for (int i = 0; i < POLLS; i++) {
            unreadOrders(rig);
        }
        return new Cost(
                (afterOrders - before) / (double) ORDERS,
                (afterPolls - afterOrders) / (double) POLLS,
                (rows.soFar() - afterPolls) / (double) POLLS);
    }

    /** What a comparison of stock asks before each few writes, as if the ERP had been asked just now. */
    private static void unreadOrders(Rig rig) throws Exception {
        String sql = Files.readString(Path.of("src/main/resources/sql/stock-unread.sql"))
                .replace(":#shop", "'main'")
                .replace(":#erpReadAt", "UTC_TIMESTAMP(3)");
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement statement = connection.createStatement();
                ResultSet unread = statement.executeQuery(sql)) {
            assertThat(unread.next()).isFalse();
        }
    }

    private void carry(Rig rig) throws Exception {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            ids.add(rig.shop.addOrder(paid(), 0));
        }
        rig.poll();
        carried += ORDERS;
        int all = carried + 1;
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(rig.erp.invoicesIssued()).isEqualTo(all));
        rig.awaitState("REALISED", ids.get(ids.size() - 1));
    }

    private SimOrder paid() {
        return new OrderBuilder()
                .with("email", "nowy" + buyers++ + "@example.pl")
                .with("status_id", "3")
                .line("KUB-300", "9.99", "1")
                .build();
    }
}
