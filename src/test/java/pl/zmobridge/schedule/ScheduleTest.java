package pl.zmobridge.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quartz.CronScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.matchers.GroupMatcher;
import pl.zmobridge.register.Database;
import pl.zmobridge.support.MariaDb;

class ScheduleTest {
    private static volatile CountDownLatch slow = new CountDownLatch(0);
    private static volatile CountDownLatch both = new CountDownLatch(0);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HikariDataSource database;
    private Schedule schedule;

    /** A poll that may have to wait. */
    @DisallowConcurrentExecution
    public static final class Poll implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            both.countDown();
            try {
                slow.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @BeforeEach
    void open() {
        database = Database.open(MariaDb.newSchema(), "root", "", 8);
        Database.migrate(database);
        slow = new CountDownLatch(0);
        both = new CountDownLatch(0);
        schedule = Schedule.clustered(database, database, threads);
    }

    @AfterEach
    void close() {
        slow.countDown();
        schedule.close();
        database.close();
        threads.shutdownNow();
    }

    @Test
    void aShopThatIsGoneFromTheConfigurationIsGoneFromTheScheduleOfAllNodes() throws Exception {
        polled("main");
        polled("zamkniety");

        schedule.keepOnly(List.of("main"));

        assertThat(schedule.scheduler().getJobKeys(GroupMatcher.anyJobGroup()))
                .containsExactly(JobKey.jobKey("main", "poll"));
    }

    @Test
    void aStartPollsAtOnceOnlyWhatTheClusterHasNotPolledYet() throws Exception {
        assertThat(schedule.isFirstPollDue("main")).isTrue();
        polled("main");
        assertThat(schedule.isFirstPollDue("main")).isTrue();

        schedule.scheduler().start();

        await().untilAsserted(() -> assertThat(schedule.isFirstPollDue("main")).isFalse());
        assertThat(schedule.lastBegun("main")).isPresent();
        assertThat(schedule.lastBegun("inny")).isEmpty();
    }

    @Test
    void aPollThatTakesLongKeepsNoOtherShopWaiting() throws Exception {
        slow = new CountDownLatch(1);
        both = new CountDownLatch(30);
        for (int i = 0; i < 30; i++) {
            polled("sklep-" + i);
        }

        schedule.scheduler().start();

        assertThat(both.await(15, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aNodeThatStopsLeavesNothingThatTheOthersWouldWaitFor() throws Exception {
        for (int i = 0; i < 10; i++) {
            polled("sklep-" + i);
        }
        both = new CountDownLatch(5);
        schedule.scheduler().start();
        assertThat(both.await(15, TimeUnit.SECONDS)).isTrue();

        schedule.close();

        assertThat(count("QRTZ_SCHEDULER_STATE WHERE TRUE")).isZero();
        assertThat(count("QRTZ_FIRED_TRIGGERS WHERE TRUE")).isZero();
        assertThat(count("QRTZ_TRIGGERS WHERE TRIGGER_STATE = 'WAITING'")).isEqualTo(10);
    }

    /** As it is after the machine's clock was set back by an hour: what is due next lies an hour ahead. */
    @Test
    void aPollThatIsDueInAnHourBecauseTheClockWasSetBackIsTimedAnew() throws Exception {
        Date inAnHour = Date.from(Instant.now().plus(Duration.ofHours(1)));
        scheduled(schedule, "main", inAnHour);
        scheduled(schedule, "inny", inAnHour);
        both = new CountDownLatch(2);
        schedule.scheduler().start();

        schedule.timeAnew();

        assertThat(both.await(15, TimeUnit.SECONDS)).isTrue();
    }

    private long count(String rows) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + rows)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** How many polls a second the schedule of a cluster can begin at all; the figure of docs/scaling.md. */
    @Test
    @Tag("bench")
    void theScheduleBeginsFarMorePollsThanAThousandShopsNeed() throws Exception {
        int seconds = 15;
        for (int i = 0; i < 300; i++) {
            polled("sklep-" + i);
        }
        schedule.scheduler().start();
        both = new CountDownLatch(1);
        assertThat(both.await(15, TimeUnit.SECONDS)).isTrue();
        both = new CountDownLatch(Integer.MAX_VALUE);

        assertThat(both.await(seconds, TimeUnit.SECONDS)).isFalse();

        double begun = (Integer.MAX_VALUE - both.getCount()) / (double) seconds;
        System.out.printf("one node begins %.0f polls a second at most%n", begun);
        assertThat(begun).isGreaterThan(2 * 1_000 / 60.0);
    }

    @Test
    void withoutAClusterNothingIsWrittenAndAStartPollsAtOnce() throws Exception {
        try (Schedule alone = Schedule.alone(threads)) {
            polled(alone, "main");
            alone.scheduler().start();

            alone.keepOnly(List.of());

            assertThat(alone.scheduler().getJobKeys(GroupMatcher.anyJobGroup())).hasSize(1);
            assertThat(alone.isFirstPollDue("main")).isTrue();
            assertThat(schedule.scheduler().getJobKeys(GroupMatcher.anyJobGroup()))
                    .isEmpty();
        }
    }

    private void polled(String shop) throws SchedulerException {
        polled(schedule, shop);
    }

    /** As camel-quartz does it for the route template. */
    private static void polled(Schedule schedule, String shop) throws SchedulerException {
        scheduled(schedule, shop, new Date());
    }

    private static void scheduled(Schedule schedule, String shop, Date from) throws SchedulerException {
        schedule.scheduler()
                .scheduleJob(
                        JobBuilder.newJob(Poll.class)
                                .withIdentity(shop, "poll")
                                .requestRecovery()
                                .build(),
                        TriggerBuilder.newTrigger()
                                .withIdentity(shop, "poll")
                                .startAt(from)
                                .withSchedule(CronScheduleBuilder.cronSchedule("* * * * * ?"))
                                .build());
    }
}
