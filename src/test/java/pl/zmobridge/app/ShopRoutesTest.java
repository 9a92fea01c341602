package pl.zmobridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When several shops are polled. */
class ShopRoutesTest {

    @ParameterizedTest(name = "shop {1} of {2} with \"{0}\" is polled at \"{3}\"")
    @CsvSource({
        "0 * * * * ?,      0,   1, 0 * * * * ?",
        "0 * * * * ?,      1,   2, 30 * * * * ?",
        "0 */5 6-22 * * ?, 2,   3, 40 */5 6-22 * * ?",
        "0 * * * * ?,    199, 200, 59 * * * * ?",
        "15 * * * * ?,     1,   2, 15 * * * * ?",
        "0/20 * * * * ?,   1,   2, 0/20 * * * * ?"
    })
    void aScheduleAtSecondZeroGetsASecondOfTheShopsOwn(String cron, int index, int shops, String spread) {
        assertThat(ShopRoutes.spread(cron, index, shops)).isEqualTo(spread);
    }
}
