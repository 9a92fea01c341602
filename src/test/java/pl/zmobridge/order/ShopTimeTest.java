package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopTimeTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @DisplayName("N3 a date is read in the shop's time zone")
    @CsvSource({
        "2026-07-02 09:41:07, 2026-07-02T09:41:07+02:00, summer time",
        "2026-12-02 09:41:07, 2026-12-02T09:41:07+01:00, winter time",
        "2026-10-25 02:30:00, 2026-10-25T02:30:00+02:00, the repeated hour is the first one",
        "2026-03-29 02:30:00, 2026-03-29T03:30:00+02:00, the skipped hour moves forward",
        "2024-02-29 00:00:00, 2024-02-29T00:00:00+01:00, leap day",
    })
    void readInTheShopsZone(String text, String expected, String why) {
        assertThat(ShopTime.read(text, WARSAW).toOffsetDateTime()).as(why).isEqualTo(expected);
    }

    @ParameterizedTest(name = "„{0}”")
    @DisplayName("an unreadable date is an error that names it, never a guess")
    @ValueSource(
            strings = {
                "",
                " ",
                "0000-00-00 00:00:00",
                "2026-02-29 10:00:00",
                "2026-13-01 10:00:00",
                "2026-10-02",
                "2026-10-02T09:41:07",
                "2026-10-02 24:00:00",
                "02.10.2026 09:41:07",
                "12026-10-02 09:41:07"
            })
    void unreadable(String text) {
        assertThatThrownBy(() -> ShopTime.read(text, WARSAW))
                .isInstanceOf(UnreadableValue.class)
                .hasMessageContaining("„" + text + "”");
    }

    @ParameterizedTest(name = "{0} seen at {1}: {2}")
    @DisplayName("a date more than a day ahead is told")
    @CsvSource({
        "2026-10-02 10:00:00, 2026-10-02T08:00:00Z, false",
        "2026-10-03 10:00:00, 2026-10-02T08:00:00Z, false",
        "2026-10-03 10:00:01, 2026-10-02T08:00:00Z, true",
        "2062-10-02 10:00:00, 2026-10-02T08:00:00Z, true",
    })
    void future(String text, String now, boolean warned) {
        assertThat(ShopTime.futureWarning(ShopTime.read(text, WARSAW), Instant.parse(now))
                        .isPresent())
                .isEqualTo(warned);
    }
}
