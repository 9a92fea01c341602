package pl.zmobridge.ops;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.shoper.Poll;
import pl.zmobridge.shoper.ShopFailure;
import pl.zmobridge.steps.DeadLetters;

/**
 * Tells of outages once when they begin, at sparse intervals while they last, and once when they end: a night without the
 * database is a handful of lines.
 */
public final class Outages {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.outages");
    private static final Duration FIRST_SILENCE = Duration.ofMinutes(5);
    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

    private final InstantSource clock;
    private final Map<String, Outage> current = new ConcurrentHashMap<>();
    private volatile Optional<LastPoll> lastPoll = Optional.empty();

    private record Outage(Instant since, Instant tellAgain, Duration silence) {}

    /** @param summary what the last successful poll did */
    public record LastPoll(Instant at, Poll.Summary summary) {}

    public Outages(InstantSource clock) {
        this.clock = clock;
    }

    public void pollFailed(Exception failure) {
        failed("shop", "The shop was not polled; the next poll goes on from where this one ended", failure);
    }

    /** @param summary what the poll did; null when another poll was busy and this one was left out */
    public void pollSucceeded(Poll.Summary summary) {
        lastPoll = Optional.of(new LastPoll(clock.instant(), summary));
        answers("shop");
        if (summary.received() > 0) {
            LOG.info(
                    "poll: {} new orders, {} watched, {} requests, {} ms",
                    summary.received(),
                    summary.watched(),
                    summary.requests(),
                    summary.millis());
        }
    }

    public Optional<LastPoll> lastPoll() {
        return lastPoll;
    }

    public void databaseFailed(Exception failure) {
        failed("database", "The database does not answer; work goes on by itself when it does", failure);
    }

    public void databaseAnswers() {
        answers("database");
    }

    /** A step of an order failed because a system was away; the order waits as a dead letter. */
    public void stepFailed(Exception failure) {
        String system = failure instanceof ShopFailure || failure.getCause() instanceof ShopFailure ? "shop" : "ERP";
        failed(
                system,
                "The " + system + " does not answer; orders wait as dead letters and go on by themselves when it does",
                failure);
    }

    /** An order went through. */
    public void erpAnswers() {
        answers("ERP");
    }

    /** Whether a system is known to be away at the moment. */
    public boolean isAway(String system) {
        return current.containsKey(system);
    }

    private void failed(String system, String consequence, Exception failure) {
        Instant now = clock.instant();
        boolean[] tell = {false};
        Outage outage = current.compute(system, (name, known) -> {
            if (known == null) {
                tell[0] = true;
                return new Outage(now, now.plus(FIRST_SILENCE), FIRST_SILENCE);
            }
            if (now.isBefore(known.tellAgain())) {
                return known;
            }
            tell[0] = true;
            Duration doubled = known.silence().multipliedBy(2);
            Duration silence = doubled.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : doubled;
            return new Outage(known.since(), now.plus(silence), silence);
        });
        if (tell[0]) {
            LOG.warn("{} (for {} min): {}", consequence, minutes(outage.since(), now), DeadLetters.words(failure));
        }
    }

    private void answers(String system) {
        Outage over = current.isEmpty() ? null : current.remove(system);
        if (over != null) {
            LOG.info("The {} answers again, after {} min", system, minutes(over.since(), clock.instant()));
        }
    }

    private static long minutes(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes();
    }
}
