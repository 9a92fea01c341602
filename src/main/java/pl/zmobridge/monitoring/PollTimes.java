package pl.zmobridge.monitoring;

import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** When the schedule polls, and whether it has not done so for too long. */
public final class PollTimes {
    private static final int LATE_AFTER = 3;

    private final CronExpression schedule;
    private final InstantSource clock;

    /**
     * @param cron {@code shoper.poll.cron}, which the configuration check has read already
     * @param zone the time zone of the schedule
     */
    public PollTimes(String cron, TimeZone zone, InstantSource clock) {
        try {
            this.schedule = new CronExpression(cron);
            schedule.setTimeZone(zone);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
        this.clock = clock;
    }

    /** The next poll; empty when the schedule has come to its end. */
    public Optional<Instant> next() {
        return after(clock.instant());
    }

    /** Whether three polls should have been since the last one that succeeded. */
    public boolean isLate(Instant lastPoll) {
        Optional<Instant> due = Optional.of(lastPoll);
        for (int polls = 0; polls < LATE_AFTER; polls++) {
            due = due.flatMap(this::after);
        }
        return due.filter(clock.instant()::isAfter).isPresent();
    }

    private Optional<Instant> after(Instant time) {
        return Optional.ofNullable(schedule.getNextValidTimeAfter(Date.from(time)))
                .map(Date::toInstant);
    }
}
