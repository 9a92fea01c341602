package pl.zmobridge.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.stock.SeenStock;
import pl.zmobridge.stock.StockChange;
import pl.zmobridge.stock.StockRules;
import pl.zmobridge.words.Language;

@DisplayName("What a comparison of stock has still to write")
class StockWritesTest {
    private static final Failure NO = Failure.of(Cause.SHOP_REFUSED).quoting("Wariant jest zablokowany");

    private static final StockRules RULES = new StockRules(Set.of(), 0, Optional.empty(), List.of(), false);

    private final StockWrites writes = new StockWrites();

    @Test
    @DisplayName("ends when the shop has refused fifty variants, and keeps the words of no more")
    void refused() {
        writes.plan(changes(120, 3));

        StockStop stop = catchThrowableOfType(StockStop.class, this::writeAll);

        assertThat(writes.refused()).hasSize(50);
        assertThat(stop.failure().cause()).isEqualTo(Cause.STOCK_REFUSED);
        for (Language language : Language.values()) {
            assertThat(stop.failure().text(language)).contains("50").contains("Wariant jest zablokowany");
        }
    }

    @Test
    @DisplayName("comes in pieces of ten, and raises nothing while orders are unknown")
    void pieces() {
        writes.plan(changes(25, 9));
        assertThat(writes.takePiece()).hasSize(10);
        assertThat(writes.takePiece()).hasSize(10);
        assertThat(writes.takePiece()).hasSize(5);
        assertThat(writes.isMore()).isFalse();

        writes.decide(List.of(change(1, 9), change(2, 3)), false);

        assertThat(writes.next().id()).describedAs("5 falls to 3").isEqualTo(2);
        assertThat(writes.isPiece()).isFalse();
        assertThat(writes.withheld()).isEqualTo(1);
    }

    @Test
    @DisplayName("is left for the next comparison ten minutes after the ERP was asked, be it ever so much")
    void stale() {
        AtomicLong nanos = new AtomicLong();
        StockSync sync = new StockSync(
                new KeptStock("main", RULES, code -> code, List.of("main"), List.of()),
                new SeenStock(),
                "this one",
                Duration.ZERO,
                false,
                nanos::get);
        StockSteps steps = new StockSteps(null, Map.of(), Duration.ZERO, () -> true);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        steps.goesOn(sync, 1); // the variants may take as long as they like
        sync.stands(LocalDateTime.of(2026, 1, 1, 12, 0), 0);
        nanos.addAndGet(Duration.ofMinutes(10).toNanos());
        steps.goesOn(sync, 1);

        nanos.incrementAndGet();
        StockStop stop = catchThrowableOfType(StockStop.class, () -> steps.goesOn(sync, 1));

        sync.failed(stop.failure());
        assertThat(sync.parameter("isPaused")).isEqualTo(true);
        assertThat(stop.failure().text(Language.EN)).contains("ten minutes");
        assertThat(stop.failure().text(Language.PL)).contains("dziesięć minut");
    }

    private void writeAll() {
        while (writes.isMore()) {
            writes.decide(writes.takePiece().stream().map(id -> change(id, 3)).toList(), true);
            while (writes.isPiece()) {
                writes.next();
                writes.refuses(NO);
            }
        }
    }

    private static List<StockChange> changes(int count, long to) {
        return LongStream.range(0, count).mapToObj(id -> change(id, to)).toList();
    }

    private static StockChange change(long id, long to) {
        return new StockChange(id, "P-" + id, BigDecimal.valueOf(5), to);
    }
}
