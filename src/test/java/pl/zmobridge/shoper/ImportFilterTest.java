package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.shoper.ImportFilter.Verdict;

@DisplayName("The import filter")
class ImportFilterTest {
    private static final Instant SINCE = Instant.parse("2026-10-01T22:00:00Z");

    @ParameterizedTest
    @DisplayName("takes orders from a moment on, and ignores those before")
    @CsvSource({"2026-10-01 23:59:59, IGNORE", "2026-10-02 00:00:00, IMPORT", "2026-12-24 18:00:00, IMPORT"})
    void takesOrdersFromAMomentOn(String date, Verdict verdict) {
        ImportFilter filter = new ImportFilter(SINCE, Set.of(), Set.of());

        assertThat(filter.verdict(Wire.order().put("date", date), Wire.dictionaries()))
                .isEqualTo(verdict);
    }

    @Test
    @DisplayName("takes the wanted statuses, all when none is named; others wait")
    void takesTheWantedStatuses() {
        assertThat(verdict(new ImportFilter(SINCE, Set.of(), Set.of()), "5")).isEqualTo(Verdict.IMPORT);
        assertThat(verdict(new ImportFilter(SINCE, Set.of(5L, 6L), Set.of()), "5"))
                .isEqualTo(Verdict.IMPORT);
        assertThat(verdict(new ImportFilter(SINCE, Set.of(6L), Set.of()), "5")).isEqualTo(Verdict.WAIT);
    }

    @ParameterizedTest(name = "origin {0} is {1}")
    @DisplayName("takes the wanted origins, all when none is named; what does not say its origin is not judged")
    @CsvSource({"0, IMPORT", "3, IGNORE", "104, IMPORT", "'', IMPORT", "?, IMPORT"})
    void takesTheWantedOrigins(String origin, Verdict verdict) {
        ImportFilter filter = new ImportFilter(SINCE, Set.of(), Set.of(0L, 104L));

        assertThat(filter.verdict(Wire.order().put("origin", origin), Wire.dictionaries()))
                .isEqualTo(verdict);
        assertThat(filter.verdict(Wire.order().put("origin", 3), Wire.dictionaries()))
                .isEqualTo(Verdict.IGNORE);
        assertThat(new ImportFilter(SINCE, Set.of(), Set.of())
                        .verdict(Wire.order().put("origin", origin), Wire.dictionaries()))
                .isEqualTo(Verdict.IMPORT);
    }

    @Test
    @DisplayName("I3 lets pass what cannot be judged, so that people see it")
    void letsPassWhatCannotBeJudged() {
        ImportFilter filter = new ImportFilter(SINCE, Set.of(5L), Set.of());

        assertThat(filter.verdict(Wire.order().put("date", "0000-00-00 00:00:00"), Wire.dictionaries()))
                .isEqualTo(Verdict.IMPORT);
        assertThat(verdict(filter, "?")).isEqualTo(Verdict.IMPORT);
    }

    private static Verdict verdict(ImportFilter filter, String statusId) {
        return filter.verdict(Wire.order().put("status_id", statusId), Wire.dictionaries());
    }
}
