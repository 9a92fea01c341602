package pl.zmobridge.mending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was set a short while ago")
class RecentChangesTest {
    private static final Instant BEGIN = Instant.parse("2026-10-02T08:00:00Z");
    private Instant now = BEGIN;
    private final RecentChanges changes = new RecentChanges(() -> now);

    @Test
    @DisplayName("has what waits go on again and again, ever more seldom, for as long as a write may take")
    void untilNoAttemptCanBeLeft() {
        changes.add("main", "symfonia.vat.23");

        List<Long> told = new ArrayList<>();
        for (int seconds = 5; seconds <= 900; seconds += 5) {
            now = BEGIN.plusSeconds(seconds);
            changes.due(
                    Duration.ofMinutes(5),
                    (shop, name) -> told.add(Duration.between(BEGIN, now).toSeconds()));
        }

        assertThat(told).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L);
    }

    @Test
    @DisplayName("begins anew when it is set again, each name for itself")
    void setAgain() {
        List<String> told = new ArrayList<>();
        changes.add("main", "a");
        now = now.plusSeconds(5);
        changes.due(Duration.ofMinutes(5), (shop, name) -> told.add(shop + " " + name));
        changes.add("main", "a");
        changes.add("other", "a");
        now = now.plusSeconds(1);
        changes.due(Duration.ofMinutes(5), (shop, name) -> told.add(shop + " " + name));

        assertThat(told).containsExactly("main a", "main a", "other a");
    }
}
