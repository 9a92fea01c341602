package pl.zmobridge.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.CronExpression;
import pl.zmobridge.monitoring.PollTimes;

@DisplayName("The schedule of polls, when the clocks change")
class PollCronTest {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    @ParameterizedTest(name = "\"{1}\" through {0}: a poll each {2} s")
    @DisplayName("case 33: no hour without polls, no poll twice")
    @CsvSource({
        "2026-10-25, 0 * * * * ?, 60",
        "2027-03-28, 0 * * * * ?, 60",
        "2026-10-25, 0 0/5 * * * ?, 300",
        "2027-03-28, 0 0/5 * * * ?, 300",
        "2026-10-25, 30 */5 * * * ?, 300",
        "2026-10-25, 0/20 * * ? * *, 20",
        "2027-03-28, 0 0 * * * ?, 3600",
    })
    void everyMinute(String day, String cron, int seconds) throws ParseException {
        List<Instant> polls = polls(PollCron.of(cron, WARSAW), Instant.parse(day + "T00:00:00Z"));

        assertThat(polls).hasSize((int) Duration.ofHours(4).toSeconds() / seconds);
        assertThat(gaps(polls)).containsOnly(Duration.ofSeconds(seconds));
    }

    @Test
    @DisplayName("a schedule that names hours goes by the local clock")
    void hours() {
        PollCron polls = PollCron.of("0 */5 6-22 * * ?", WARSAW);

        assertThat(polls.expression()).isEqualTo("0 */5 6-22 * * ?");
        assertThat(polls.zone().getID()).isEqualTo("Europe/Warsaw");
    }

    @ParameterizedTest(name = "\"{0}\" in {1}: {2}")
    @DisplayName("one that names none goes by the winter time of its zone")
    @CsvSource({
        "0 * * * * ?, Europe/Warsaw, GMT+01:00",
        "0 */5 * * * ?, Asia/Kolkata, GMT+05:30",
        "0 * * * * ? *, UTC, UTC",
        "0 * * ? * SUN, Europe/Warsaw, Europe/Warsaw",
        "0 * * * * ? 2026, Europe/Warsaw, Europe/Warsaw",
    })
    void zones(String cron, String zone, String goesBy) {
        assertThat(PollCron.of(cron, ZoneId.of(zone)).zone().getID()).isEqualTo(goesBy);
    }

    @ParameterizedTest(name = "no poll since {0}, at {1}: late {2}")
    @DisplayName("health sees that no poll came in the repeated hour although one was due")
    @CsvSource({
        "2026-10-25T00:59:00Z, 2026-10-25T01:01:59Z, false",
        "2026-10-25T00:59:00Z, 2026-10-25T01:02:01Z, true",
        "2027-03-28T00:59:00Z, 2027-03-28T01:02:01Z, true",
    })
    void health(Instant last, Instant now, boolean late) {
        PollCron polls = PollCron.of("0 * * * * ?", WARSAW);

        assertThat(new PollTimes(polls.expression(), polls.zone(), () -> now).isLate(last))
                .isEqualTo(late);
    }

    private static List<Instant> polls(PollCron cron, Instant from) throws ParseException {
        CronExpression expression = new CronExpression(cron.expression());
        expression.setTimeZone(cron.zone());
        Instant end = from.plus(Duration.ofHours(4));
        List<Instant> polls = new ArrayList<>();
        Stream.iterate(Date.from(from), time -> !time.toInstant().isAfter(end), expression::getNextValidTimeAfter)
                .skip(1)
                .forEach(time -> polls.add(time.toInstant()));
        return polls;
    }

    private static List<Duration> gaps(List<Instant> polls) {
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < polls.size(); i++) {
            gaps.add(Duration.between(polls.get(i - 1), polls.get(i)));
        }
        return gaps;
    }
}
