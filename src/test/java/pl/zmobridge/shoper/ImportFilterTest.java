package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The import filter")
class ImportFilterTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 10, 2);

    @ParameterizedTest
    @DisplayName("takes orders from the first day on, in the shop's zone")
    @CsvSource({"2026-10-01 23:59:59, false", "2026-10-02 00:00:00, true", "2026-12-24 18:00:00, true"})
    void takesOrdersFromTheFirstDayOn(String date, boolean passes) {
        ImportFilter filter = new ImportFilter(SINCE, Set.of());

        assertThat(filter.passes(Wire.order().put("date", date), Wire.dictionaries()))
                .isEqualTo(passes);
    }

    @Test
    @DisplayName("takes the wanted statuses, all when none is named")
    void takesTheWantedStatuses() {
        assertThat(passes(new ImportFilter(SINCE, Set.of()), "5")).isTrue();
        assertThat(passes(new ImportFilter(SINCE, Set.of(5L, 6L)), "5")).isTrue();
        assertThat(passes(new ImportFilter(SINCE, Set.of(6L)), "5")).isFalse();
    }

    @Test
    @DisplayName("I3 lets pass what cannot be judged, so that people see it")
    void letsPassWhatCannotBeJudged() {
        ImportFilter filter = new ImportFilter(SINCE, Set.of(5L));

        assertThat(filter.passes(Wire.order().put("date", "0000-00-00 00:00:00"), Wire.dictionaries()))
                .isTrue();
        assertThat(passes(filter, "?")).isTrue();
    }

    private static boolean passes(ImportFilter filter, String statusId) {
        return filter.passes(Wire.order().put("status_id", statusId), Wire.dictionaries());
    }
}
