package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.stock.SeenStock;
import pl.zmobridge.stock.ShopStock;

@DisplayName("The shop's variants")
class StockPagesTest {
    private final NavigableMap<Long, Integer> shop = new TreeMap<>();
    private final SeenStock seen = new SeenStock();

    @BeforeEach
    void fill() {
        for (long id = 1; id <= 1300; id++) {
            shop.put(id, 1);
        }
    }

    @Test
    @DisplayName(
            "are all read at first, then a part with each comparison, so that a round sees what was changed, added or removed")
    void rounds() {
        assertThat(read()).isEqualTo(26);
        assertThat(stocks()).isEqualTo(shop);

        shop.put(20L, 7);
        shop.put(1300L, 8);
        shop.put(1301L, 9);
        shop.remove(700L);
        assertThat(read()).isEqualTo(3);
        assertThat(stocks())
                .containsEntry(20L, 7)
                .containsEntry(1300L, 1)
                .containsKey(700L)
                .doesNotContainKey(1301L);
        int comparisons = 1;
        for (int pages = 3; pages < 26; pages += read()) {
            comparisons++;
        }

        assertThat(comparisons).isLessThanOrEqualTo(12);
        assertThat(stocks()).isEqualTo(shop);
        assertThat(seen.last()).describedAs("the next round begins").isZero();
    }

    @Test
    @DisplayName("are all read again once they are forgotten, also when the last ones are gone")
    void forgotten() {
        read();
        shop.tailMap(1001L).clear();
        seen.forget();
        assertThat(seen.isWhole()).isFalse();

        assertThat(read()).isEqualTo(20);
        assertThat(stocks()).isEqualTo(shop);
        shop.clear();
        while (seen.size() > 0) {
            read();
        }
        assertThat(seen.isWhole()).isTrue();
    }

    @Test
    @DisplayName("are remembered as they were seen or written last; none is made up")
    void put() {
        read();
        seen.put(new ShopStock(5, "P5", BigDecimal.TEN));
        seen.put(new ShopStock(9999, "X", BigDecimal.TEN));
        assertThat(stocks()).containsEntry(5L, 10).doesNotContainKey(9999L).hasSize(1300);
    }

    private Map<Long, Integer> stocks() {
        return seen.all().stream()
                .collect(Collectors.toMap(ShopStock::id, each -> each.stock().intValue()));
    }

    /** @return how many pages a comparison read */
    private int read() {
        int pages = 0;
        for (StockPages reading = new StockPages(seen); reading.isMore(); pages++) {
            List<Map.Entry<Long, Integer>> following =
                    new ArrayList<>(shop.tailMap(seen.last(), false).entrySet());
            List<String> rows = following.stream()
                    .limit(50)
                    .map(each ->
                            "{'stock_id':'%d','code':'P%1$d','stock':'%d'}".formatted(each.getKey(), each.getValue()))
                    .toList();
            reading.accept(new ListPage(
                    following.size(), (following.size() + 49) / 50, 1, Wire.rows(rows.toArray(String[]::new))));
        }
        return pages;
    }
}
