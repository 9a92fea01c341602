package pl.zmobridge.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.attempt.Attempt;
import pl.zmobridge.attempt.DeadLetters;
import pl.zmobridge.attempt.Discreet;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.shoper.Poll;

/**
 * Tells of outages once when they begin, at sparse intervals while they last, and once when they end: a night without the
 * database is a handful of lines.
 */
public final class Outages {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.outages");
    private static final AwaySystem DATABASE = new AwaySystem(Kind.DATABASE, "");
    private static final Duration FIRST_SILENCE = Duration.ofMinutes(5);
    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

    /** A system that can be away. */
    public enum Kind {
        SHOP("shop"),
        ERP("ERP"),
        DATABASE("database");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private final Shops shops;
    private final InstantSource clock;
    private final Function<String, Optional<Instant>> byAnyNode;
    private final Map<AwaySystem, Outage> current = new ConcurrentHashMap<>();
    private final Set<AwaySystem> heard = ConcurrentHashMap.newKeySet();
    private final Map<String, LastPoll> lastPolls = new ConcurrentHashMap<>();

    /** @param of the shop's id, the ERP's address; empty for the database */
    private record AwaySystem(Kind kind, String of) {}

    private record Outage(Instant since, Instant tellAgain, Duration silence) {}

    /** @param summary what the last successful poll did */
    public record LastPoll(Instant at, Poll.Summary summary) {}

    /** @param byAnyNode when any bridge of a cluster began the last poll of a shop */
    public Outages(Shops shops, InstantSource clock, Function<String, Optional<Instant>> byAnyNode) {
        this.shops = shops;
        this.clock = clock;
        this.byAnyNode = byAnyNode;
    }

    public void pollFailed(@Variable("shop") String shop, @ExchangeProperty("CamelExceptionCaught") Exception failure) {
        boolean database =
                DeadLetters.isOutage(failure) && DeadLetters.away(failure).equals(Kind.DATABASE.toString());
        failed(
                database ? DATABASE : shop(shop),
                "The " + name(Kind.SHOP, shop) + " was not polled; the next poll goes on from where this one ended",
                DeadLetters.words(failure));
    }

    /** @param summary what the poll did */
    public void pollSucceeded(@Variable("shop") String shop, @Body Poll.Summary summary) {
        lastPolls.put(shop, new LastPoll(clock.instant(), summary));
        answers(shop(shop), name(Kind.SHOP, shop));
        if (summary.received() > 0) {
            LOG.info(
                    "poll: {} new orders, {} watched, {} requests, {} ms",
                    summary.received(),
                    summary.watched(),
                    summary.requests(),
                    summary.millis());
        }
    }

    public Optional<LastPoll> lastPoll(String shop) {
        return Optional.ofNullable(lastPolls.get(shop));
    }

    /** A cluster's other nodes poll too; but where this one's polls fail, theirs count for nothing. */
    public Optional<Instant> lastPolled(String shop) {
        Optional<Instant> own = lastPoll(shop).map(LastPoll::at);
        return isAway(Kind.SHOP, shop)
                ? own
                : Stream.concat(own.stream(), byAnyNode.apply(shop).stream()).max(Instant::compareTo);
    }

    public void databaseFailed(@ExchangeProperty("CamelExceptionCaught") Exception failure) {
        failed(
                DATABASE,
                "The database does not answer; work goes on by itself when it does",
                DeadLetters.words(failure));
    }

    public void databaseAnswers() {
        answers(DATABASE, Kind.DATABASE.toString());
    }

    /** A step of an order failed because a system was away; the order waits as a dead letter. */
    public void stepFailed(@Variable("attempt") Attempt attempt) {
        Exception failure = attempt.failure().orElseThrow();
        String shop = attempt.shop();
        String system = DeadLetters.away(failure);
        if (system.equals(Kind.DATABASE.toString())) {
            databaseFailed(failure);
            return;
        }
        Kind kind = system.equals(Kind.SHOP.toString()) ? Kind.SHOP : Kind.ERP;
        failed(
                kind == Kind.SHOP ? shop(shop) : erp(shop),
                "The " + name(kind, shop)
                        + " does not answer; orders wait as dead letters and go on by themselves when it does",
                Discreet.words(DeadLetters.words(failure), attempt.known().orElse(null)));
    }

    /** An order went through. */
    public void erpAnswers(@Variable("shop") String shop) {
        answers(erp(shop), name(Kind.ERP, shop));
    }

    /** Whether a system that this shop needs is known to be away at the moment. */
    public boolean isAway(Kind kind, String shop) {
        return current.containsKey(system(kind, shop));
    }

    /** The systems that this shop needs and that are known to be away at the moment, and since when. */
    public Map<String, Instant> away(String shop) {
        Map<String, Instant> away = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            Outage outage = current.get(system(kind, shop));
            if (outage != null) {
                away.put(kind.toString(), outage.since());
            }
        }
        return away;
    }

    private AwaySystem system(Kind kind, String shop) {
        return switch (kind) {
            case SHOP -> shop(shop);
            case ERP -> erp(shop);
            case DATABASE -> DATABASE;
        };
    }

    private static AwaySystem shop(String shop) {
        return new AwaySystem(Kind.SHOP, shop);
    }

    private AwaySystem erp(String shop) {
        return new AwaySystem(Kind.ERP, shops.of(shop).target().connection().url());
    }

    /** With one shop there is one of each. */
    private String name(Kind kind, String shop) {
        return shops.ids().size() == 1 ? kind.toString() : kind + " of " + shop;
    }

    private void failed(AwaySystem system, String consequence, String words) {
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
            LOG.warn("{} (for {} min): {}", consequence, minutes(outage.since(), now), words);
        }
    }

    /** Whether a system that this shop needs has answered since the start. */
    public boolean hasAnswered(Kind kind, String shop) {
        return heard.contains(system(kind, shop));
    }

    private void answers(AwaySystem system, String name) {
        heard.add(system);
        Outage over = current.isEmpty() ? null : current.remove(system);
        if (over != null) {
            LOG.info("The {} answers again, after {} min", name, minutes(over.since(), clock.instant()));
        }
    }

    private static long minutes(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes();
    }
}
