package pl.zmobridge.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.attempt.Attempt;
import pl.zmobridge.attempt.DeadLetters;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.failure.PersonalData;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.shoper.Poll;
import pl.zmobridge.words.Language;

/**
 * Tells of outages once when they begin, at sparse intervals while they last, and once when they end: a night without the
 * database is a handful of lines.
 */
public final class Outages {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.outages");
    private static final Logger ORDERS = LoggerFactory.getLogger("pl.zmobridge.orders");
    /** The systems that a shop of this bridge needs. */
    public static final List<FailedSystem> NEEDED = List.of(FailedSystem.SHOP, FailedSystem.ERP, FailedSystem.DATABASE);

    private static final AwaySystem DATABASE = new AwaySystem(FailedSystem.DATABASE, "");
    /** A database without room: it answers, and stores what still fits. */
    private static final AwaySystem FULL = new AwaySystem(FailedSystem.DATABASE, "full");
    /** Without a refusal for so long and with something stored, it has room again. */
    private static final Duration NOTHING_REFUSED = Duration.ofMinutes(1);

    private static final int SEVERAL = 3;
    private static final Set<String> ORDERS_OWN = Set.of("NOT_NAMED", "NO_DOCUMENT", "NO_FIELD", "SESSION_ENDED");

    private final Shops shops;
    private final InstantSource clock;
    private final Function<String, Optional<Instant>> byAnyNode;
    private final Map<AwaySystem, Outage> current = new ConcurrentHashMap<>();
    private final Set<AwaySystem> heard = ConcurrentHashMap.newKeySet();
    private final Map<AwaySystem, Set<String>> failing = new ConcurrentHashMap<>();
    private final Map<String, LastPoll> lastPolls = new ConcurrentHashMap<>();

    /** @param of the shop's id, the ERP's address; empty for the database */
    private record AwaySystem(FailedSystem kind, String of) {}

    /** @param summary what the last successful poll did */
    public record LastPoll(Instant at, Poll.Summary summary) {}

    /** @param byAnyNode when any bridge of a cluster began the last poll of a shop */
    public Outages(Shops shops, InstantSource clock, Function<String, Optional<Instant>> byAnyNode) {
        this.shops = shops;
        this.clock = clock;
        this.byAnyNode = byAnyNode;
    }

    void pollFailed(String shop, Exception failure) {
        Failure failed = Failures.of(failure);
        if (failed.cause() == Cause.DATABASE_FULL) {
            databaseFailed(failure);
            return;
        }
        boolean database = failed.isOutage() && failed.system() == FailedSystem.DATABASE;
        failed(
                database ? DATABASE : shop(shop),
                "The " + name(FailedSystem.SHOP, shop)
                        + " was not polled; the next poll goes on from where this one ended",
                failed.text(Language.EN));
    }

    /** @param summary what the poll did */
    void pollSucceeded(String shop, Poll.Summary summary) {
        lastPolls.put(shop, new LastPoll(clock.instant(), summary));
        answers(shop(shop), name(FailedSystem.SHOP, shop));
        stores();
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
        return isAway(FailedSystem.SHOP, shop)
                ? own
                : Stream.concat(own.stream(), byAnyNode.apply(shop).stream()).max(Instant::compareTo);
    }

    public void databaseFailed(@ExchangeProperty("CamelExceptionCaught") Exception failure) {
        if (failure.getCause() instanceof Error) { // I11: not the database
            LOG.warn("A step broke off; work goes on by itself: {}", Failures.inLog(failure));
            return;
        }
        if (Failures.of(failure).cause() == Cause.DATABASE_FULL) {
            failed(FULL, "The database stores nothing; work goes on by itself when it does", Failures.inLog(failure));
            return;
        }
        failed(DATABASE, "The database does not answer; work goes on by itself when it does", Failures.inLog(failure));
    }

    /** Something was stored, perhaps only because it was little. */
    private void stores() {
        Outage full = current.get(FULL);
        Instant now = clock.instant();
        boolean setBack = full != null && now.isBefore(full.failedAt());
        if (setBack || full != null && full.failedAt().plus(NOTHING_REFUSED).isBefore(now)) {
            answers(FULL, FailedSystem.DATABASE.toString());
        }
    }

    /** Since when the database has had no room for what it is to store. */
    public Optional<Instant> fullSince() {
        return Optional.ofNullable(current.get(FULL)).map(Outage::since);
    }

    public void databaseAnswers() {
        answers(DATABASE, FailedSystem.DATABASE.toString());
    }

    /** A step of an order failed, and the order waits as a dead letter: a line for the order, or one for the outage of a system. */
    public void stepFailed(@Variable("attempt") Attempt attempt) {
        Exception failure = attempt.failure().orElseThrow();
        String shop = attempt.shop();
        Failure failed = Failures.of(failure);
        if (isPerhapsOneOrders(failed) ? !hasErpFailedAtSeveral(attempt) : !failed.isOutage()) {
            ORDERS.warn(DeadLetters.summary(attempt));
            return;
        }
        if (failed.system() == FailedSystem.DATABASE) {
            databaseFailed(failure);
            return;
        }
        FailedSystem kind = failed.system() == FailedSystem.SHOP ? FailedSystem.SHOP : FailedSystem.ERP;
        failed(
                kind == FailedSystem.SHOP ? shop(shop) : erp(shop),
                "The " + name(kind, shop)
                        + " does not answer; orders wait as dead letters and go on by themselves when it does",
                PersonalData.removed(
                        failed.text(Language.EN),
                        attempt.known().map(RegisteredOrder::parties).orElse(List.of())));
    }

    /** The ERP answered, but not as it should: because of what this order holds, or because something is wrong with the ERP. */
    private static boolean isPerhapsOneOrders(Failure failed) {
        return failed.cause() == Cause.ERP_FAILED
                || failed.cause() == Cause.ERP_AWAY
                        && ORDERS_OWN.contains(failed.arguments().getOrDefault("how", ""));
    }

    /** One order never makes a system look away: several must fail so, with none that passes between them. */
    private boolean hasErpFailedAtSeveral(Attempt attempt) {
        Set<String> orders = failing.computeIfAbsent(erp(attempt.shop()), erp -> ConcurrentHashMap.newKeySet());
        if (orders.size() < SEVERAL) {
            orders.add(attempt.shop() + "/" + attempt.orderId());
        }
        return orders.size() >= SEVERAL;
    }

    /** Several documents of an ERP turned out not to be their orders': told once, when all writes to it are stopped (S6). */
    public void erpStopped(@Variable("attempt") Attempt attempt, @Header("CamelSqlUpdateCount") int stops) {
        if (stops > 0) {
            LOG.error(
                    "Nothing is written to the ERP {} any more: three documents turned out not to be their orders'. Was its data"
                            + " restored? The dead letters with the cause ZMO_NOT_OURS name them; then say go on in the console, with"
                            + " zmo-bridge resume or POST /api/erp/resume",
                    attempt.erp());
        }
    }

    /** An order went through. */
    void erpAnswers(String shop) {
        failing.remove(erp(shop));
        answers(erp(shop), name(FailedSystem.ERP, shop));
        stores();
    }

    /** Whether a system that this shop needs is known to be away at the moment. */
    public boolean isAway(FailedSystem kind, String shop) {
        return outage(kind, shop).isPresent();
    }

    private Optional<Outage> outage(FailedSystem kind, String shop) {
        AwaySystem system = system(kind, shop);
        return Optional.ofNullable(current.get(system))
                .or(() -> Optional.ofNullable(system == DATABASE ? current.get(FULL) : null));
    }

    /** The systems that this shop needs and that are known to be away at the moment, and since when. */
    public Map<String, Instant> away(String shop) {
        Map<String, Instant> away = new LinkedHashMap<>();
        for (FailedSystem kind : NEEDED) {
            outage(kind, shop).ifPresent(outage -> away.put(kind.toString(), outage.since()));
        }
        return away;
    }

    private AwaySystem system(FailedSystem kind, String shop) {
        return switch (kind) {
            case SHOP -> shop(shop);
            case ERP -> erp(shop);
            case DATABASE, NBP, BRIDGE -> DATABASE;
        };
    }

    private static AwaySystem shop(String shop) {
        return new AwaySystem(FailedSystem.SHOP, shop);
    }

    private AwaySystem erp(String shop) {
        return new AwaySystem(
                FailedSystem.ERP, shops.of(shop).target().connection().url());
    }

    /** With one shop there is one of each. */
    private String name(FailedSystem kind, String shop) {
        return shops.ids().size() == 1 ? kind.toString() : kind + " of " + shop;
    }

    private void failed(AwaySystem system, String consequence, String words) {
        Instant now = clock.instant();
        Outage outage = current.compute(system, (name, known) -> known == null ? Outage.begins(now) : known.lasts(now));
        if (outage.isTold(now)) {
            LOG.warn("{} (for {} min): {}", consequence, outage.minutes(now), words);
        }
    }

    /** Whether a system that this shop needs has answered since the start. */
    public boolean hasAnswered(FailedSystem kind, String shop) {
        return heard.contains(system(kind, shop));
    }

    private void answers(AwaySystem system, String name) {
        heard.add(system);
        Outage over = current.isEmpty() ? null : current.remove(system);
        if (over != null) {
            String again = system.equals(FULL) ? "stores" : "answers";
            LOG.info("The {} {} again, after {} min", name, again, over.minutes(clock.instant()));
        }
    }
}
