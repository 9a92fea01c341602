package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What orders are about that are not in the register")
class OrderedGoodsTest {
    @Test
    @DisplayName("is nothing to ask when there are none")
    void none() {
        assertThat(new OrderedGoods(List.of(), Optional.empty(), code -> code).isMore())
                .isFalse();
    }

    @Test
    @DisplayName(
            "is asked of fifty orders at once, and counts the parts of all bundles of a line too, by the codes of the ERP")
    void quantities() {
        OrderedGoods goods = new OrderedGoods(
                LongStream.rangeClosed(1, 51).boxed().toList(), Optional.empty(), code -> "ERP-" + code);
        List<String> paths = new ArrayList<>();

        paths.add(goods.request().path());
        goods.accept(Wire.page("[{'order_id':'1','status_id':'3'},{'order_id':'2','status_id':'8'}]"));
        paths.add(goods.request().path());
        goods.accept(Wire.page("[{'order_id':'1','code':'A','quantity':'2.5'},"
                + "{'order_id':'2','code':'A','quantity':'3','children':[{'code':'B','quantity':'4'}]},"
                + "{'order_id':'2','code':'C','quantity':'?'}]"));
        paths.add(goods.request().path());
        goods.accept(new ListPage(0, 0, 1, List.of()));

        assertThat(goods.isMore()).describedAs("the last order is gone").isFalse();
        assertThat(paths).containsExactly("orders", "order-products", "orders");
        assertThat(goods.byOrder())
                .isEqualTo(Map.of(
                        1L, Map.of("ERP-A", new BigDecimal("2.5")),
                        2L,
                                Map.of(
                                        "ERP-A",
                                        new BigDecimal("3"),
                                        "ERP-B",
                                        new BigDecimal("12"),
                                        "ERP-C",
                                        BigDecimal.ZERO)));
    }
}
