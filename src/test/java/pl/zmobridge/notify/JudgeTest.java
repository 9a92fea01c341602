package pl.zmobridge.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.settings.Notifications;
import pl.zmobridge.settings.QuietHours;
import pl.zmobridge.words.Language;

@DisplayName("What is told, and when")
class JudgeTest {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final Instant NOON = at("2026-11-27T12:00");
    private static final Optional<QuietHours> NIGHT =
            Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0)));

    private final Map<FailedSystem, Instant> away = new HashMap<>();
    private final Map<FailedSystem, Instant> answered = new HashMap<>();

    private final Systems systems = new Systems() {
        @Override
        public Map<FailedSystem, Instant> away(String shop) {
            return away;
        }

        @Override
        public Optional<Instant> answeredAt(FailedSystem system, String shop) {
            return Optional.ofNullable(answered.get(system));
        }
    };

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(WARSAW).toInstant();
    }

    private Judge judge(Optional<QuietHours> quiet, Optional<LocalTime> summary) {
        return new Judge(
                new Notifications(
                        Optional.empty(),
                        Optional.empty(),
                        Language.PL,
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        quiet,
                        summary,
                        Optional.empty()),
                List.of("main"),
                systems);
    }

    private static State state(Instant toldAt, Instant summaryAt) {
        return new State(Optional.ofNullable(toldAt), Optional.ofNullable(summaryAt), true, WARSAW);
    }

    private static Letter letter(long id, Duration age) {
        return new Letter(id, "main", "SH/" + id, false, "OTHER", "OTHER", Map.of(), age);
    }

    private static List<Long> told(Decision decision) {
        return decision.letters().stream().map(Letter::id).toList();
    }

    @ParameterizedTest(name = "{0}-{1} at {2}: {3}")
    @CsvSource({
        "22:00, 06:00, 21:59, false",
        "22:00, 06:00, 22:00, true",
        "22:00, 06:00, 00:00, true",
        "22:00, 06:00, 05:59, true",
        "22:00, 06:00, 06:00, false",
        "13:00, 14:30, 12:59, false",
        "13:00, 14:30, 14:29, true",
        "13:00, 14:30, 14:30, false"
    })
    @DisplayName("Quiet hours may go over midnight")
    void quietHours(LocalTime from, LocalTime to, LocalTime time, boolean quiet) {
        assertThat(new QuietHours(from, to).contains(time)).isEqualTo(quiet);
    }

    @Test
    @DisplayName("in quiet hours of the shop's zone is nothing, and all of it afterwards")
    void quiet() {
        List<Letter> letters = List.of(letter(1, Duration.ofHours(5)), letter(2, Duration.ofHours(1)));
        Judge judge = judge(NIGHT, Optional.of(LocalTime.of(5, 0)));

        Decision night = judge.decide(state(null, null), List.of(), letters, at("2026-11-27T05:59"));
        Decision morning = judge.decide(state(null, null), List.of(), letters, at("2026-11-27T06:00"));

        assertThat(night.isAnything()).isFalse();
        assertThat(told(morning)).containsExactly(1L, 2L);
        assertThat(morning.summary()).isTrue();
    }

    @Test
    @DisplayName("is gathered: first for a while, and no sooner after a message")
    void gathered() {
        Judge judge = judge(Optional.empty(), Optional.empty());
        List<Letter> young = List.of(letter(1, Duration.ofSeconds(119)), letter(2, Duration.ofSeconds(3)));
        List<Letter> ripe = List.of(letter(1, Duration.ofSeconds(120)), letter(2, Duration.ofSeconds(4)));

        assertThat(judge.decide(state(null, null), List.of(), young, NOON).isAnything())
                .isFalse();
        assertThat(told(judge.decide(state(null, null), List.of(), ripe, NOON))).containsExactly(1L, 2L);
        assertThat(judge.decide(state(NOON.minusSeconds(119), null), List.of(), ripe, NOON)
                        .isAnything())
                .isFalse();
        assertThat(told(judge.decide(state(NOON.minusSeconds(120), null), List.of(), ripe, NOON)))
                .hasSize(2);
        assertThat(told(judge.decide(state(NOON.plusSeconds(3600), null), List.of(), ripe, NOON)))
                .describedAs("the clock was set back")
                .hasSize(2);
    }

    @Test
    @DisplayName("is an outage once it is long, then nothing more of it, and that it is over")
    void outage() {
        Judge judge = judge(Optional.empty(), Optional.empty());
        away.put(FailedSystem.ERP, NOON);

        assertThat(judge.decide(state(null, null), List.of(), List.of(), NOON.plusSeconds(599))
                        .isAnything())
                .isFalse();
        Decision begun = judge.decide(state(null, null), List.of(), List.of(), NOON.plusSeconds(600));
        assertThat(begun.outages()).singleElement().satisfies(each -> assertThat(each.isOpen())
                .isTrue());
        List<Outage> known = begun.noted(true);
        assertThat(judge.decide(state(null, null), known, List.of(), NOON.plusSeconds(900))
                        .isAnything())
                .isFalse();

        away.clear();
        assertThat(judge.decide(state(null, null), known, List.of(), NOON.plusSeconds(901))
                        .isAnything())
                .describedAs("a bridge that has just started has heard nothing")
                .isFalse();
        answered.put(FailedSystem.ERP, NOON.plusSeconds(950));
        Decision over = judge.decide(state(null, null), known, List.of(), NOON.plusSeconds(960));
        assertThat(over.outages()).singleElement().satisfies(each -> assertThat(each.endedAt())
                .contains(NOON.plusSeconds(960)));
        assertThat(judge.decide(state(null, null), over.noted(true), List.of(), NOON.plusSeconds(961))
                        .isAnything())
                .isFalse();
    }

    @Test
    @DisplayName(
            "is no outage that another bridge has told the end of, though this one began to see it at another moment")
    void outageOfTwoBridges() {
        Judge judge = judge(Optional.empty(), Optional.empty());
        Outage told = Outage.begins("main", FailedSystem.ERP, NOON)
                .told()
                .ended(NOON.plusSeconds(960))
                .told();
        for (int millis : new int[] {-7, 7}) {
            away.put(FailedSystem.ERP, NOON.plusMillis(millis));
            assertThat(judge.decide(state(null, null), List.of(told), List.of(), NOON.plusSeconds(970))
                            .isAnything())
                    .isFalse();
        }

        away.put(FailedSystem.ERP, NOON.plusSeconds(961));
        assertThat(judge.decide(state(null, null), List.of(told), List.of(), NOON.plusSeconds(1561))
                        .outages())
                .describedAs("the next one")
                .hasSize(1);
    }

    @Test
    @DisplayName("of an outage that begins and ends in quiet hours is noted then, and told once afterwards")
    void outageAtNight() {
        Judge judge = judge(NIGHT, Optional.empty());
        Instant night = at("2026-11-27T23:00");
        away.put(FailedSystem.SHOP, night);
        Decision begun = judge.decide(state(null, null), List.of(), List.of(), night.plusSeconds(600));
        assertThat(begun.isToBeSent()).isFalse();
        assertThat(begun.noted(false)).hasSize(1);

        away.clear();
        answered.put(FailedSystem.SHOP, night.plusSeconds(5000));
        Decision ended = judge.decide(state(null, null), begun.noted(false), List.of(), night.plusSeconds(5000));
        assertThat(ended.isToBeSent()).isFalse();
        Decision morning = judge.decide(state(null, null), ended.noted(false), List.of(), at("2026-11-28T06:00"));

        assertThat(morning.outages()).singleElement().satisfies(each -> {
            assertThat(each.since()).isEqualTo(night);
            assertThat(each.endedAt()).contains(night.plusSeconds(5000));
        });
        assertThat(morning.noted(true)).noneMatch(Outage::isNews);
    }

    @ParameterizedTest(name = "last {0}, now {1}: {2}")
    @CsvSource({
        ", 2026-11-27T12:00, true",
        "2026-11-26T07:00, 2026-11-27T06:59, false",
        "2026-11-26T07:00, 2026-11-27T07:00, true",
        "2026-11-27T07:00, 2026-11-27T23:00, false",
        "2026-11-20T07:00, 2026-11-27T03:00, true",
        "2026-03-28T07:00, 2026-03-29T06:59, false", // the clocks are set forward that night
        "2026-03-28T07:00, 2026-03-29T07:00, true"
    })
    @DisplayName("A summary is sent once for each day, and late rather than never")
    void summary(String last, String now, boolean due) {
        Judge judge = judge(Optional.empty(), Optional.of(LocalTime.of(7, 0)));

        Decision decision = judge.decide(state(null, last == null ? null : at(last)), List.of(), List.of(), at(now));

        assertThat(decision.summary()).isEqualTo(due);
    }

    @Test
    @DisplayName("while the database is away is said from memory, once on each channel, and that it is back")
    void database() {
        DatabaseOutages database =
                new DatabaseOutages(List.of("main"), systems, judge(Optional.empty(), Optional.empty()));
        away.put(FailedSystem.DATABASE, NOON);

        assertThat(database.untold(Channel.MAIL, NOON.plusSeconds(599), WARSAW)).isEmpty();
        Outage outage =
                database.untold(Channel.MAIL, NOON.plusSeconds(600), WARSAW).orElseThrow();
        database.told(Channel.MAIL, outage);
        assertThat(database.untold(Channel.MAIL, NOON.plusSeconds(700), WARSAW)).isEmpty();
        assertThat(database.untold(Channel.WEBHOOK, NOON.plusSeconds(700), WARSAW))
                .isPresent();

        away.clear();
        Outage over = database.over(Channel.MAIL, NOON.plusSeconds(800)).orElseThrow();
        Decision decision = judge(Optional.empty(), Optional.empty())
                .decide(state(null, null), List.of(over), List.of(), NOON.plusSeconds(800));
        assertThat(decision.outages()).containsExactly(over);
        database.told(Channel.MAIL, over);
        assertThat(database.over(Channel.MAIL, NOON.plusSeconds(900))).isEmpty();
    }
}
