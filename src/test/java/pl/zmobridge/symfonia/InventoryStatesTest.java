package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.stock.ErpStock;
import pl.zmobridge.wire.Answer;

@DisplayName("Symfonia's list of what is in its warehouses")
class InventoryStatesTest {
    @Test
    @DisplayName("says how much of which product can be sold from which warehouse")
    void rows() {
        List<ErpStock> stock = SymfoniaApi.inventory()
                .read(answer("[{\"ProductId\":1,\"ProductCode\":\"A 1\",\"WarehouseId\":2,\"WarehouseCode\":\"MAG\","
                        + "\"AmountInStore\":9.5,\"AmountToSale\":7.25}]"));

        assertThat(stock).singleElement().satisfies(row -> {
            assertThat(row.code()).isEqualTo("A 1");
            assertThat(row.warehouse()).isEqualTo("MAG");
            assertThat(row.toSale()).isEqualByComparingTo(new BigDecimal("7.25"));
        });
        assertThat(SymfoniaApi.inventory().read(answer("[]"))).isEmpty();
        assertThat(
                        SymfoniaApi.inventory()
                                .read(
                                        answer(
                                                "[{\"more\":{\"productCode\":\"B\",\"list\":[1]},\"productCode\":\"A\",\"amountToSale\":3}]")))
                .containsExactly(new ErpStock("A", "", new BigDecimal("3")));
    }

    @Test
    @DisplayName(
            "is read of 20,000 products in four warehouses, which no tree of JSON has room for, with little memory beside it")
    void manyRows() {
        String row = "{\"ProductId\":%d,\"ProductCode\":\"KOD-%1$d\",\"WarehouseId\":%d,\"WarehouseCode\":\"MAG%2$d\","
                + "\"AmountInStore\":12.0000,\"AmountToSale\":7.2500}";
        String text = IntStream.range(0, 80_000)
                .mapToObj(i -> row.formatted(i / 4, i % 4))
                .collect(Collectors.joining(",", "[", "]"));
        Answer answer = answer(text);
        assertThat(answer.json()).describedAs("as a tree").isEmpty();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        List<ErpStock> stock = SymfoniaApi.inventory().read(answer);

        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(stock).hasSize(80_000);
        assertThat(stock.get(79_999)).isEqualTo(new ErpStock("KOD-19999", "MAG3", new BigDecimal("7.2500")));
        assertThat(allocated / stock.size()).describedAs("bytes a row").isLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[{\"ProductCode\":\"A\"}]",
                "[{\"AmountToSale\":3}]",
                "[{\"ProductCode\":\"A\",\"AmountToSale\":null}]",
                "[{\"ProductCode\":\"A\",\"AmountToSale\":\"3\"}]",
                "[{\"ProductCode\":\"A\",\"AmountToSale\":1e999999999}]",
                "[{\"ProductCode\":\"A\",\"AmountToSale\":3},7]",
                "[{\"ProductCode\":\"A\",\"AmountToSale\":3}",
                "<html>"
            })
    @DisplayName("is not used when a part of it cannot be read")
    void unreadable(String body) {
        assertThatThrownBy(() -> SymfoniaApi.inventory().read(answer(body))).isInstanceOf(ErpUnavailable.class);
    }

    private static Answer answer(String body) {
        return new Answer(200, Map.of(), body);
    }
}
