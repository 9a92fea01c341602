package pl.zmobridge.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.SimOrder;
import pl.zmobridge.support.Rig;
import pl.zmobridge.support.SqlCounters;

/** The benchmark's figure of statements does not depend on the machine, so it need not wait for a benchmark. */
class SqlBudgetTest {
    private static final int ORDERS = 168; // two rounds of every kind: paid or not, regular or new, person or firm
    private static final double MOST = 20;

    private int issued;
    private int sold;

    @Test
    @DisplayName(
            "the benchmark's mix of orders costs the database at most 20 statements an order, commits and polls included")
    void mix() throws Exception {
        try (Rig rig = new Rig().start()) {
            BenchOrders source = new BenchOrders();
            rig.poll();
            through(rig, source.firstOfRegulars());
            listen(rig);
            SqlCounters before = SqlCounters.of(rig);

            through(rig, source.next(ORDERS));

            double each = (double) SqlCounters.of(rig).since(before).statements() / ORDERS;
            assertThat(each).describedAs(() -> heard(rig)).isLessThanOrEqualTo(MOST);
        }
    }

    /** What waits for the orders asks the ERP's simulator, so that it costs no statement. */
    private void through(Rig rig, List<SimOrder> orders) throws Exception {
        issued += orders.size();
        sold += (int) orders.stream()
                .filter(each -> each.header().path("status_id").asText().equals(BenchOrders.PAID))
                .count();
        rig.shop.addOrders(orders);
        rig.poll();
        await().atMost(Duration.ofMinutes(2)) // of a machine that does other things, too
                .untilAsserted(() -> assertThat(List.of(rig.erp.ordersIssued(), rig.erp.invoicesIssued()))
                        .isEqualTo(List.of(issued, sold)));
    }

    private static void listen(Rig rig) throws SQLException {
        rig.change("SET GLOBAL log_output = 'TABLE'");
        rig.change("TRUNCATE mysql.general_log");
        rig.change("SET GLOBAL general_log = 1");
    }

    /** Every statement and how often it came, the most frequent first. */
    private static String heard(Rig rig) {
        StringBuilder heard = new StringBuilder("statements an order");
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL general_log = 0");
            ResultSet row = statement.executeQuery(
                    """
                    SELECT COUNT(*) AS times, command_type, LEFT(REGEXP_REPLACE(REGEXP_REPLACE(argument, '''[^'']*''|[0-9]+', '?'), '\\\\s+', ' '), 110) AS what
                    FROM mysql.general_log WHERE command_type IN ('Query', 'Execute', 'Bulk_execute') GROUP BY command_type, what ORDER BY times DESC LIMIT 60
                    """);
            while (row.next()) {
                heard.append(
                        String.format("%n%6.2f %s %s", row.getDouble(1) / ORDERS, row.getString(2), row.getString(3)));
            }
        } catch (SQLException e) {
            heard.append(": ").append(e.getMessage());
        }
        return heard.toString();
    }
}
