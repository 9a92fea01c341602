package pl.zmobridge.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.TimeZone;
import java.util.regex.Pattern;

/**
 * When a shop is polled, as Quartz is told. In a zone with summer time Quartz passes over the hour that its end repeats, so a shop
 * that is polled every minute would not be polled for an hour. A schedule that names no hours and no days means the same in any
 * zone whose offset is a whole number of hours away: it goes by the zone's winter time all the year.
 */
public record PollCron(String expression, TimeZone zone) {
    private static final Pattern EVERY_HOUR =
            Pattern.compile("\\S+\\s+\\S+\\s+(\\*|\\*/1|0/1|0-23)\\s+(\\*|\\?)\\s+\\*\\s+(\\*|\\?)(\\s+\\*)?");

    /** @param cron {@code shoper.poll.cron} */
    public static PollCron of(String cron, ZoneId zone) {
        if (!EVERY_HOUR.matcher(cron.strip()).matches()) {
            return new PollCron(cron, TimeZone.getTimeZone(zone));
        }
        ZoneId winter = zone.getRules().getStandardOffset(Instant.now());
        return new PollCron(everyYear(cron.strip()), TimeZone.getTimeZone(winter));
    }

    /**
     * The same schedule in other words: a cluster's database keeps the zone of a schedule for as long as its words stay, and that of
     * an earlier version has the zone with summer time.
     */
    private static String everyYear(String cron) {
        return cron.split("\\s+").length == 6 ? cron + " *" : cron;
    }
}
