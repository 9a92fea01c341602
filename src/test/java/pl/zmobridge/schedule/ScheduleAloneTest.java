package pl.zmobridge.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.TriggerBuilder;

class ScheduleAloneTest {
    private static volatile CountDownLatch polled = new CountDownLatch(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Schedule schedule = Schedule.alone(threads);

    /** A poll. */
    public static final class Poll implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            polled.countDown();
        }
    }

    @AfterEach
    void close() {
        schedule.close();
        threads.shutdownNow();
    }

    /** As it is after the machine's clock was set back by an hour: what is due next lies an hour ahead. */
    @Test
    void aPollThatIsDueInAnHourBecauseTheClockWasSetBackIsTimedAnew() throws Exception {
        polled = new CountDownLatch(1);
        schedule.scheduler()
                .scheduleJob(
                        JobBuilder.newJob(Poll.class)
                                .withIdentity("main", "poll")
                                .build(),
                        TriggerBuilder.newTrigger()
                                .withIdentity("main", "poll")
                                .startAt(Date.from(Instant.now().plus(Duration.ofHours(1))))
                                .withSchedule(CronScheduleBuilder.cronSchedule("* * * * * ?"))
                                .build());
        schedule.scheduler().start();

        schedule.timeAnew();

        assertThat(polled.await(15, TimeUnit.SECONDS)).isTrue();
    }
}
