package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[{\"ProductCode\":\"A\"}]",
                "[{\"AmountToSale\":3}]",
                "[{\"ProductCode\":\"A\",\"AmountToSale\":null}]"
            })
    @DisplayName("is not used when a part of it cannot be read")
    void unreadable(String body) {
        assertThatThrownBy(() -> SymfoniaApi.inventory().read(answer(body))).isInstanceOf(ErpUnavailable.class);
    }

    private static Answer answer(String body) {
        return new Answer(200, Map.of(), body);
    }
}
