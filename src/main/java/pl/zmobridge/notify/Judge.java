package pl.zmobridge.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.settings.Notifications;

/** Decides what is to be told, and when. */
final class Judge {
    private final Notifications settings;
    private final List<String> shops;
    private final Systems systems;

    Judge(Notifications settings, List<String> shops, Systems systems) {
        this.settings = settings;
        this.shops = shops;
        this.systems = systems;
    }

    /**
     * @param known outages as they were noted
     * @param letters those that were not told
     */
    Decision decide(State state, List<Outage> known, List<Letter> letters, Instant now) {
        List<Outage> outages = current(known, now);
        List<Outage> changed =
                outages.stream().filter(each -> !known.contains(each)).toList();
        if (isQuiet(now, state.zone())) {
            return new Decision(now, state.zone(), changed, List.of(), List.of(), false);
        }
        List<Outage> news = outages.stream().filter(Outage::isNews).toList();
        boolean gathered = letters.stream().anyMatch(letter -> letter.age().compareTo(settings.gather()) >= 0);
        boolean rested = state.toldAt()
                .filter(told -> now.isBefore(told.plus(settings.gather())) && !now.isBefore(told))
                .isEmpty();
        boolean telling = rested && (gathered || !news.isEmpty());
        return new Decision(
                now,
                state.zone(),
                changed,
                telling ? news : List.of(),
                telling ? letters : List.of(),
                isSummaryDue(state, now));
    }

    boolean isQuiet(Instant now, ZoneId zone) {
        LocalTime time = LocalTime.ofInstant(now, zone);
        return settings.quiet().filter(hours -> hours.contains(time)).isPresent();
    }

    /** Whether a system has been away for long enough to be told. */
    boolean isLong(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(settings.outage()) >= 0;
    }

    /** The first summary is sent at once, so that people see that it comes. */
    private boolean isSummaryDue(State state, Instant now) {
        return settings.summary().isPresent()
                && state.summaryAt()
                        .filter(last ->
                                !last.isBefore(lastMoment(settings.summary().get(), state.zone(), now)))
                        .isEmpty();
    }

    private static Instant lastMoment(LocalTime time, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant moment = ZonedDateTime.of(today, time, zone).toInstant();
        return moment.isAfter(now)
                ? ZonedDateTime.of(today.minusDays(1), time, zone).toInstant()
                : moment;
    }

    private List<Outage> current(List<Outage> known, Instant now) {
        List<Outage> outages = new ArrayList<>();
        known.forEach(each -> outages.add(isOver(each) ? each.ended(now) : each));
        for (String shop : shops) {
            for (Map.Entry<FailedSystem, Instant> away : systems.away(shop).entrySet()) {
                Outage begun = Outage.begins(shop, away.getKey(), away.getValue());
                boolean noted = known.stream().anyMatch(each -> each.isOf(shop, begun.system()) && each.covers(begun));
                if (away.getKey() != FailedSystem.DATABASE && !noted && isLong(begun.since(), now)) {
                    outages.add(begun);
                }
            }
        }
        return outages;
    }

    /** Only an answer ends it: a bridge that has just started, or that asks nothing, knows of no outage either. */
    private boolean isOver(Outage outage) {
        if (!outage.isOpen() || systems.away(outage.shop()).containsKey(outage.system())) {
            return false;
        }
        Optional<Instant> answered = systems.answeredAt(outage.system(), outage.shop());
        return answered.filter(outage.since()::isBefore).isPresent();
    }
}
