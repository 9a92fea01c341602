package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.shoper.StatusDates.Known;
import pl.zmobridge.shoper.StatusDates.Look;

@DisplayName("What a poll asks for of many watched orders")
class StatusDatesTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");
    private static final Instant NOON = Instant.parse("2026-06-01T10:00:20Z");
    private static final String AT_NOON = "2026-06-01 12:00:20";

    private final StatusDates dates = new StatusDates();

    private static Known noted(String from, Instant at) {
        return new Known(Optional.of(new Look(from, at)), false, false);
    }

    private WatchPlan plan(Known known, Instant now) {
        return dates.plan(known, now, ZONE);
    }

    @Test
    void whatNobodyKnowsToHaveBeenLookedAtIsLookedAtOnce() {
        WatchPlan first = plan(new Known(Optional.empty(), false, false), NOON);

        assertThat(first.isAskingForChanges()).isFalse();
        assertThat(first.parts()).isEqualTo(WatchPlan.ALL);
    }

    @Test
    void fewOrdersAreAskedForAllTogether() {
        WatchPlan few = plan(new Known(Optional.of(new Look(AT_NOON, NOON)), true, false), NOON.plusSeconds(60));

        assertThat(few.isAskingForChanges()).isFalse();
        assertThat(few.parts()).isEqualTo(WatchPlan.ALL);
    }

    @Test
    void aFilterThatIsNotTrustedIsNotUsed() {
        WatchPlan off = plan(new Known(Optional.of(new Look(AT_NOON, NOON)), false, true), NOON.plusSeconds(60));

        assertThat(off.isAskingForChanges()).isFalse();
        assertThat(off.parts()).isEqualTo(WatchPlan.ALL);
    }

    @ParameterizedTest(name = "{0} s later: {1} tenths")
    @CsvSource({"10, 0", "60, 1", "185, 3", "579, 9", "600, 10", "4000, 10"})
    void eachMinuteHasATenthLookedAt(long seconds, int tenths) {
        WatchPlan plan = plan(noted(AT_NOON, NOON), NOON.plusSeconds(seconds));

        assertThat(Integer.bitCount(plan.parts())).isEqualTo(tenths);
        assertThat(plan.since()).isEqualTo("2026-06-01 11:50:20");
    }

    @Test
    @DisplayName("Ten minutes of polls at odd moments have every tenth once, whoever polls")
    void everyTenthOnce() {
        List<StatusDates> bridges = List.of(new StatusDates(), new StatusDates());
        Look noted = new Look(AT_NOON, NOON);
        List<Integer> tenths = new ArrayList<>();
        for (int seconds : new int[] {7, 61, 118, 119, 300, 420, 421, 430, 555, 600}) {
            StatusDates bridge = bridges.get(seconds % 2);
            Instant now = NOON.plusSeconds(seconds);
            WatchPlan plan = bridge.plan(noted("", noted), now, ZONE);
            for (int part = 0; part < 10; part++) {
                if ((plan.parts() >> part & 1) == 1) {
                    tenths.add(part);
                }
            }
            noted = bridge.looked(plan, now, ZONE);
        }
        assertThat(tenths).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    private static Known noted(String unused, Look look) {
        return new Known(Optional.of(look), false, false);
    }

    @Test
    @DisplayName("Asked is from what was the newest when the last poll began, by the shop's clock")
    void overlap() {
        Known known = noted(AT_NOON, NOON);
        WatchPlan first = plan(known, NOON.plusSeconds(60));
        first.shown(List.of(row(7, "2026-06-01 12:01:00")));
        dates.looked(first, NOON.plusSeconds(60), ZONE);

        WatchPlan second = plan(known, NOON.plusSeconds(120));
        assertThat(second.since()).isEqualTo("2026-06-01 11:50:20");
        dates.looked(second, NOON.plusSeconds(120), ZONE);

        assertThat(plan(known, NOON.plusSeconds(180)).since()).isEqualTo("2026-06-01 11:51:00");
    }

    @Test
    @DisplayName("A status dated in the future hides none that comes before")
    void future() {
        Known known = noted(AT_NOON, NOON);
        WatchPlan first = plan(known, NOON.plusSeconds(60));
        first.shown(List.of(row(7, "2099-01-01 00:00:00")));
        dates.looked(first, NOON.plusSeconds(60), ZONE);
        dates.looked(plan(known, NOON.plusSeconds(120)), NOON.plusSeconds(120), ZONE);

        assertThat(plan(known, NOON.plusSeconds(180)).since()).isEqualTo("2026-06-01 11:52:20");
    }

    @ParameterizedTest(name = "last look at {0} with {1}: asked from {2}")
    @CsvSource({
        "2026-10-25T00:59:30Z, 2026-10-25 02:59:30, 2026-10-25 01:49:30", // a minute before the hour comes again
        "2026-10-25T01:30:00Z, 2026-10-25 02:58:00, 2026-10-25 01:48:00", // in the second of the two
        "2026-10-25T06:00:00Z, 2026-10-25 07:00:00, 2026-10-25 06:50:00",
        "2026-03-29T01:10:00Z, 2026-03-29 03:10:00, 2026-03-29 03:00:00",
    })
    void theHourThatComesTwiceIsAskedForTwice(Instant at, String from, String since) {
        assertThat(plan(noted(from, at), at.plusSeconds(60)).since()).isEqualTo(since);
    }

    @Test
    @DisplayName("An order that the filter leaves out twice, with the same date, shows that it misses orders")
    void missed() {
        Known known = noted(AT_NOON, NOON);
        WatchPlan first = plan(known, NOON.plusSeconds(60));
        first.read(List.of(row(7, "2026-06-01 12:00:50"), row(8, "2026-05-01 08:00:00"), row(9, "")));
        assertThat(first.distrust())
                .describedAs("its status may have changed after the question")
                .isEmpty();
        dates.looked(first, NOON.plusSeconds(60), ZONE);

        WatchPlan second = plan(known, NOON.plusSeconds(120));
        assertThat(second.listed()).containsExactly(7L);
        second.read(List.of(row(7, "2026-06-01 12:00:50")));

        assertThat(second.distrust()).contains(new Distrust(Distrust.Why.MISSED, 7));
        assertThat(second.parts()).isEqualTo(WatchPlan.ALL);
    }

    @Test
    @DisplayName("An order that changed between question and look is no proof, and neither is one that changes again")
    void changedInBetween() {
        Known known = noted(AT_NOON, NOON);
        WatchPlan first = plan(known, NOON.plusSeconds(60));
        first.read(List.of(row(7, "2026-06-01 12:01:20"), row(8, "2026-06-01 12:01:20")));
        dates.looked(first, NOON.plusSeconds(60), ZONE);

        WatchPlan second = plan(known, NOON.plusSeconds(120));
        second.shown(List.of(row(7, "2026-06-01 12:01:20")));
        second.read(List.of(row(7, "2026-06-01 12:01:20"), row(8, "2026-06-01 12:02:21")));

        assertThat(second.distrust()).isEmpty();
        assertThat(second.doubts()).containsOnlyKeys(8L);
    }

    @Test
    @DisplayName("A doubted order is asked for by a date that it is within, however old")
    void doubtedIsWithin() {
        Known known = noted(AT_NOON, NOON);
        WatchPlan first = plan(known, NOON.plusSeconds(60));
        first.read(List.of(row(7, "2026-06-01 11:50:30")));
        dates.looked(first, NOON.plusSeconds(60), ZONE);
        WatchPlan other = plan(known, NOON.plusSeconds(3600));

        assertThat(other.since()).isLessThanOrEqualTo("2026-06-01 11:50:30");
    }

    @Test
    @DisplayName("When the register has been made to forget, so has this process")
    void forgotten() {
        dates.looked(plan(noted(AT_NOON, NOON), NOON.plusSeconds(60)), NOON.plusSeconds(60), ZONE);

        assertThat(plan(new Known(Optional.empty(), false, false), NOON.plusSeconds(120))
                        .parts())
                .isEqualTo(WatchPlan.ALL);
    }

    private static JsonNode row(long id, String statusDate) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("order_id", Long.toString(id))
                .put("status_date", statusDate);
    }
}
