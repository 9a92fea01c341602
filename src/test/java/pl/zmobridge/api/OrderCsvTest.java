package pl.zmobridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.words.Language;

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
        String csv = table(1_000, 25_000);

        String[] lines = csv.split("\r\n");
        assertThat(lines).hasSize(1_000 + 2);
        assertThat(lines[1]).contains("\"2026-10-02 11:41:07\"", "\"1234,50\"", "\"a \"\"b\"\"\"");
        assertThat(lines[lines.length - 1]).contains("1000 of 25000", "1000 z 25000");
        assertThat(table(1_000, 1_000)).doesNotContain("narrow");
    }

    @Test
    @DisplayName("A table is made in pieces, and knows where the next one begins")
    void pieces() {
        OrderCsv table = new OrderCsv(Language.PL, false, OrderCsv.PIECE);
        assertThat(table.lastShop()).isEmpty();

        table.add(Collections.nCopies(OrderCsv.PIECE, row("buty", 7)));
        assertThat(table.isComplete()).isFalse();
        assertThat(table.lastShop()).isEqualTo("buty");
        assertThat(table.lastOrder()).isEqualTo(7);

        table.add(List.of());
        assertThat(table.isComplete()).isTrue();
        assertThat(text(table.take()).split("\r\n")).hasSize(OrderCsv.PIECE + 1);
        assertThat(table.take()).isEmpty();
    }

    @Test
    @DisplayName("I11 no piece is made before the one before it is read")
    void asItIsRead() throws IOException {
        OrderCsv table = new OrderCsv(Language.PL, false, 3 * OrderCsv.PIECE);
        AtomicInteger pieces = new AtomicInteger();
        TableStream stream = new TableStream(
                table,
                false,
                () -> table.add(
                        Collections.nCopies(pieces.incrementAndGet() < 3 ? OrderCsv.PIECE : 1, row("buty", 7))));
        byte[] bytes = new byte[64];

        assertThat(text(Arrays.copyOf(bytes, stream.read(bytes)))).startsWith("\uFEFF\"shopOrderId\"");
        assertThat(pieces.get()).isZero();
        while (pieces.get() == 0) {
            stream.read(bytes);
        }
        int read = 1;
        while (pieces.get() == 1) {
            stream.read(bytes);
            read++;
        }
        assertThat(read).describedAs("the whole first piece").isGreaterThan(OrderCsv.PIECE / 2);
        assertThat(text(stream.readAllBytes()).split("\r\n")).hasSizeBetween(OrderCsv.PIECE - 1, OrderCsv.PIECE + 1);
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    @DisplayName("A table of which a piece cannot be found is broken off, not ended")
    void brokenOff() throws IOException {
        TableStream stream = new TableStream(new OrderCsv(Language.PL, false, 1), false, () -> {
            throw new IllegalStateException("no database");
        });

        assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
    }

    private static Map<String, Object> row(String shop, long id) {
        return Map.of("shop", shop, "shop_order_id", id, "zone", "Europe/Warsaw");
    }

    private static String table(int rows, long total) {
        Map<String, Object> row = new HashMap<>();
        row.put("shop_order_id", 7L);
        row.put("zone", "Europe/Warsaw");
        row.put("placed_at", LocalDateTime.parse("2026-10-02T09:41:07"));
        row.put("total", new BigDecimal("1234.50"));
        row.put("buyer", "a \"b\"");
        OrderCsv table = new OrderCsv(Language.PL, false, total, rows);
        for (int left = rows; !table.isComplete(); left -= OrderCsv.PIECE) {
            table.add(Collections.nCopies(Math.min(left, OrderCsv.PIECE), row));
        }
        return text(table.take());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void columnsAreHeadedByWordsForPeople() {
        String polish = new String(new OrderCsv(Language.PL, true, 0).take(), StandardCharsets.UTF_8);
        String english = new String(new OrderCsv(Language.EN, true, 0).take(), StandardCharsets.UTF_8);

        assertThat(polish)
                .startsWith("\uFEFF\"Id w sklepie\";\"Numer\"")
                .contains("Kupujący", "Kwota")
                .doesNotContain("csv.", "erpNumber");
        assertThat(english).contains("\"Buyer\";\"Total\"").doesNotContain("erpNumber");
        assertThat(polish.split(";")).hasSameSizeAs(english.split(";"));
    }
}
