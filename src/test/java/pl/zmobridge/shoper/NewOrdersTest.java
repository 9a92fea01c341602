package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "of another origin, '3', '2026-10-02 11:00:00', '1201,1203'",
        "of another origin and long ago, '3', '2026-09-20 11:00:00', '1201,1203'",
        "before the first day yesterday, '0', '2026-09-10 11:00:00', ''",
        "in a status that waits, '0', '2026-10-02 11:00:00', '1201,1203'",
    })
    @DisplayName("S8: ids below an order that is not imported are waited for, unless it is too old itself")
    void gapsBelowIgnored(String what, String origin, String date, String gaps) {
        NewOrders polled = sorted(Instant.parse("2026-09-15T00:00:00Z"), origin, date);

        assertThat(gaps(polled)).describedAs(what).isEqualTo(gaps);
    }

    @Test
    @DisplayName("S8: just before the first day an id below can still be of an order to import")
    void gapsBelowTheFirstDay() {
        assertThat(gaps(sorted(Instant.parse("2026-10-02T08:00:00Z"), "0", "2026-10-02 09:59:59")))
                .isEqualTo("1201,1203");
    }

    /** 1202 and 1204, both alike, by a bridge that imports orders of the shop itself in status 3. */
    private static NewOrders sorted(Instant since, String origin, String date) {
        NewOrders polled = new NewOrders(
                1200,
                1200,
                new Admission(
                        new ImportFilter(since, Set.of(3L), Set.of(0L)), new Settling(Duration.ZERO), CLOCK, Set.of()));
        polled.request();
        String row = "'date':'" + date + "','origin':'" + origin + "','status_id':'1'}";
        polled.accept(Wire.page("[{'order_id':'1200'},{'order_id':'1202'," + row + ",{'order_id':'1204'," + row + "]"));
        polled.sort(Wire.dictionaries());
        polled.gather();
        assertThat(polled.ready()).isEmpty();
        return polled;
    }

    private static String gaps(NewOrders polled) {
        return polled.waiting().stream()
                .filter(each -> each.why() == Waiting.Why.GAP)
                .map(each -> Long.toString(each.orderId()))
                .collect(Collectors.joining(","));
    }
}
