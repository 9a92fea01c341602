package pl.zmobridge.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hints of a shop")
class HintsTest {
    private long nanos;
    private final List<String> woken = new ArrayList<>();
    private final Hints hints = new Hints(woken::add, () -> nanos);

    private void pass(Duration time) {
        nanos += time.toNanos();
        hints.wakeDue();
    }

    private void came(long order) {
        hints.came("main", OptionalLong.of(order), false);
    }

    @Test
    @DisplayName("The first has the shop looked at, those that come meanwhile are one look")
    void together() {
        came(1);
        assertThat(woken).hasSize(1);
        Hints.Batch first = hints.take("main");
        came(2);
        came(3);
        came(2);
        assertThat(woken).hasSize(1);
        hints.looked("main", first, null);
        assertThat(first.orderIds()).containsExactly(1L);

        pass(Duration.ofSeconds(2));
        assertThat(woken).hasSize(2);
        assertThat(hints.take("main").orderIds())
                .describedAs("with those of a look that did not come about")
                .containsExactly(2L, 3L, 1L);
    }

    @Test
    @DisplayName("Looks that find nothing become rarer, up to one in ten seconds")
    void rarer() {
        int looks = 0;
        for (int second = 0; second < 600; second++) {
            pass(Duration.ofSeconds(1));
            came(second);
            if (!woken.isEmpty()) {
                woken.clear();
                looks++;
                hints.looked("main", hints.take("main"), null);
            }
        }
        assertThat(looks).isBetween(50, 64);
    }

    @Test
    @DisplayName("A new order does not wait because others' hints were idle; one that was announced before does")
    void fresh() {
        for (int look = 0; look < 5; look++) {
            came(1);
            pass(Duration.ofSeconds(10));
            hints.looked("main", hints.take("main"), null);
        }
        hints.looked("main", hints.take("main"), null);
        woken.clear();
        pass(Duration.ofSeconds(1));
        hints.came("main", OptionalLong.of(9), true);
        assertThat(woken).hasSize(1);
        hints.looked("main", hints.take("main"), null);
        woken.clear();
        pass(Duration.ofSeconds(1));
        hints.came("main", OptionalLong.of(9), true);

        assertThat(woken).isEmpty();
    }

    @Test
    void withoutHintsNobodyIsWoken() {
        pass(Duration.ofHours(1));

        assertThat(woken).isEmpty();
    }
}
