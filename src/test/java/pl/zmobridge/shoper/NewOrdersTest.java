package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.order.Settling;

@DisplayName("The questions about new orders")
class NewOrdersTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-10-02T10:00:00Z"));

    private static final ListPage NOTHING = new ListPage(0, 0, 1, List.of());

    private final NewOrders orders = new NewOrders(
            1200,
            1200,
            new Admission(
                    new ImportFilter(Instant.EPOCH, Set.of(), Set.of()), new Settling(Duration.ZERO), CLOCK, Set.of()));

    @Test
    @DisplayName("S7: pass over nothing when an order comes between the one for new orders and the one for the newest")
    void betweenTwoQuestions() {
        assertThat(orders.request().query())
                .isEqualTo(ShoperApi.ordersAfter(1199).query());
        orders.accept(NOTHING); // the order of the cursor was deleted
        assertThat(orders.request().query()).isEqualTo(ShoperApi.newestOrder().query());
        orders.accept(Wire.page("[{'order_id':'1205'}]"));

        assertThat(orders.newest()).describedAs("no poll begins after it").contains(1200L);
        assertThat(orders.isMore()).isTrue();
        assertThat(orders.request().query())
                .isEqualTo(ShoperApi.ordersAfter(1200).query());
        orders.accept(Wire.page("[{'order_id':'1203'},{'order_id':'1205'}]"));
        assertThat(orders.rows()).hasSize(2);
    }

    @Test
    @DisplayName("S7: come to an end when that order is gone again")
    void goneAgain() {
        orders.request();
        orders.accept(NOTHING);
        orders.request();
        orders.accept(Wire.page("[{'order_id':'1205'}]"));
        orders.request();
        orders.accept(NOTHING);

        assertThat(orders.isMore()).isFalse();
    }

    @Test
    @DisplayName("S7: say how far a shop goes that was restored")
    void restored() {
        orders.request();
        orders.accept(NOTHING);
        orders.request();
        orders.accept(Wire.page("[{'order_id':'1150'}]"));

        assertThat(orders.newest()).contains(1150L);
        assertThat(orders.isMore()).isFalse();
    }
}
