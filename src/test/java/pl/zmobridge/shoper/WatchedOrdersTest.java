package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of watched orders")
class WatchedOrdersTest {
    private static final String SINCE = "2026-06-01 11:50:00";

    @Test
    @DisplayName("What has changed comes first, page by page, and needs no further question")
    void changes() {
        WatchedOrders orders = new WatchedOrders(200, WatchPlan.changes(SINCE, 0, Map.of()));
        assertThat(orders.isAskingForChanges()).isTrue();
        orders.accept(new Changes.Page(
                LongStream.rangeClosed(1, 50).mapToObj(WatchedOrdersTest::row).toList(), false));
        assertThat(orders.listed()).hasSize(50);
        orders.take(List.of(watched(7)));

        assertThat(orders.isAny()).isTrue();
        assertThat(orders.isAsking()).isFalse();
        assertThat(orders.rows()).containsExactly(row(7));
        assertThat(orders.changesRequest().query()).contains("50%7D");
        assertThat(orders.isAskingForChanges()).isTrue();

        orders.accept(new Changes.Page(List.of(row(60), row(201)), true));
        assertThat(orders.listed())
                .describedAs("the poll has just fetched what is new")
                .containsExactly(60L);
        orders.take(List.of());
        assertThat(orders.isAskingForChanges()).isFalse();
        assertThat(orders.upTo()).isEqualTo(200);
        assertThat(orders.after()).isZero();
    }

    @Test
    @DisplayName("A shop that does not filter has all orders asked for at once")
    void unfiltered() {
        WatchedOrders orders = new WatchedOrders(200, WatchPlan.changes(SINCE, 1, Map.of()));
        orders.accept(new Changes.Unfiltered(new Distrust(Distrust.Why.IGNORED, 5)));

        assertThat(orders.isAskingForChanges()).isFalse();
        assertThat(orders.parts()).isEqualTo(WatchPlan.ALL);
        assertThat(orders.upTo()).isEqualTo(200);
    }

    @Test
    @DisplayName("Route files of a version before, which do not ask what has changed, ask for all orders")
    void oldFiles() {
        WatchedOrders orders = new WatchedOrders(200, WatchPlan.changes(SINCE, 1, Map.of()));
        orders.take(List.of());

        assertThat(orders.parts()).isEqualTo(WatchPlan.ALL);
        assertThat(orders.upTo()).isEqualTo(200);
        assertThat(orders.isMore()).isTrue();
    }

    @Test
    @DisplayName("Orders that hints were about are asked for, fifty at a time, and nothing else")
    void hinted() {
        WatchedOrders orders = new WatchedOrders(
                200, WatchPlan.hinted(LongStream.rangeClosed(1, 70).boxed().toList()));
        assertThat(orders.upTo()).isZero();
        assertThat(orders.listed()).hasSize(50);
        orders.take(List.of(watched(7)));
        assertThat(orders.isAsking()).isTrue();
        assertThat(orders.listed()).hasSize(20);
        orders.take(List.of());

        assertThat(orders.isMore()).isFalse();
        assertThat(new WatchedOrders(200, WatchPlan.hinted(List.of())).isMore()).isFalse();
    }

    private static Watched watched(long id) {
        return Watched.toRealise(id, 1);
    }

    private static JsonNode row(long id) {
        return JsonNodeFactory.instance.objectNode().put("order_id", id).put("status_date", "2026-06-01 12:00:00");
    }
}
