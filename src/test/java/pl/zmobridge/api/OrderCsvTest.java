package pl.zmobridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Orders as a table for a spreadsheet")
class OrderCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+48 600", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n-1", "＝1", "|calc", "%0A=1"})
    @DisplayName("What a spreadsheet would run is shown as text")
    void formulas(String text) {
        assertThat(OrderCsv.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SH/1201", "Anna Żak", "Kowalski-Nowak", "1=1", "'x"})
    @DisplayName("Other text stays as it is")
    void ordinary(String text) {
        assertThat(OrderCsv.text(text)).isEqualTo(text);
    }

    @Test
    @DisplayName("A table that had to be cut says so in its last line")
    void cut() {
        String csv = table(OrderCsv.MOST_ROWS + 1, 25_000);

        String[] lines = csv.split("\r\n");
        assertThat(lines).hasSize(OrderCsv.MOST_ROWS + 2);
        assertThat(lines[1]).contains("\"2026-10-02 11:41:07\"", "\"1234,50\"", "\"a \"\"b\"\"\"");
        assertThat(lines[lines.length - 1]).contains("10000 of 25000", "10000 z 25000");
        assertThat(table(OrderCsv.MOST_ROWS, OrderCsv.MOST_ROWS)).doesNotContain("narrow");
    }

    private static String table(int rows, long total) {
        Map<String, Object> row = new HashMap<>();
        row.put("shop_order_id", 7L);
        row.put("zone", "Europe/Warsaw");
        row.put("placed_at", LocalDateTime.parse("2026-10-02T09:41:07"));
        row.put("total", new BigDecimal("1234.50"));
        row.put("buyer", "a \"b\"");
        Found found = new Found(List.of("orders-count"), History.Plan.NONE);
        found.keep(List.of(Map.of("total", total)));
        Content content = new OrderCsv()
                .table(new DefaultExchange(new DefaultCamelContext()), Collections.nCopies(rows, row), found);
        return new String(content.body(), StandardCharsets.UTF_8);
    }
}
