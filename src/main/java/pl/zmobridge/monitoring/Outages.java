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
import pl.zmobridge.attempt.CallsHeard;
import pl.zmobridge.attempt.DeadLetters;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.failure.PersonalData;
import pl.zmobridge.monitoring.Systems.Named;
import pl.zmobridge.monitoring.Systems.Proof;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.shoper.Poll;
import pl.zmobridge.words.Language;

/**
 * Tells of outages once when they begin, at sparse intervals while they last, and once when they end: a night without the
 * database is a handful of lines. Every call counts, so that what is shown is as fresh as the last of them.
 */
public final class Outages implements CallsHeard {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.outages");
    private static final Logger ORDERS = LoggerFactory.getLogger("pl.zmobridge.orders");
    /** The systems that a shop of this bridge needs. */
    public static final List<FailedSystem> NEEDED = List.of(FailedSystem.SHOP, FailedSystem.ERP, FailedSystem.DATABASE);

    private static final Named DATABASE = new Named(FailedSystem.DATABASE, "");
    /** A database without room: it answers, and stores what still fits. */
    private static final Named FULL = new Named(FailedSystem.DATABASE, "full");
    /** Without a refusal for so long and with something stored, it has room again. */
    private static final Duration NOTHING_REFUSED = Duration.ofMinutes(1);

    private static final int SEVERAL = 3;

    private final Shops shops;
    private final InstantSource clock;
    private final Function<String, Optional<Instant>> byAnyNode;
    private final Systems systems = new Systems();
    private final Map<Named, Set<String>> failing = new ConcurrentHashMap<>();
    private final Map<String, Instant> lastPolls = new ConcurrentHashMap<>();

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
                Proof.ofWork(failed),
                "The " + name(FailedSystem.SHOP, shop)
                        + " was not polled; the next poll goes on from where this one ended",
                failed.text(Language.EN));
    }

    /** @param summary what the poll did */
    void pollSucceeded(String shop, Poll.Summary summary) {
        lastPolls.put(shop, clock.instant());
        answers(shop(shop), Proof.WORK, name(FailedSystem.SHOP, shop));
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

    /** Another bridge on the same database was polling the shop at that moment. */
    void pollLeftToAnother(String shop) {
        if (!isAway(FailedSystem.SHOP, shop)) {
            lastPolls.put(shop, clock.instant());
        }
    }

    /** A cluster's other nodes poll too; but while this one knows that the shop is away, theirs count for nothing. */
    public Optional<Instant> lastPolled(String shop) {
        Optional<Instant> own = Optional.ofNullable(lastPolls.get(shop));
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
            failed(
                    FULL,
                    Proof.WORK,
                    "The database stores nothing; work goes on by itself when it does",
                    Failures.inLog(failure));
            return;
        }
        failed(
                DATABASE,
                Proof.WORK,
                "The database does not answer; work goes on by itself when it does",
                Failures.inLog(failure));
    }

    /** Something was stored, perhaps only because it was little. */
    private void stores() {
        Instant now = clock.instant();
        systems.outage(FULL)
                .map(Outage::failedAt)
                .filter(refused -> now.isBefore(refused)
                        || refused.plus(NOTHING_REFUSED).isBefore(now)) // before: the clock was set back
                .ifPresent(refused -> answers(FULL, Proof.WORK, FailedSystem.DATABASE.toString()));
    }

    /** Since when the database has had no room for what it is to store. */
    public Optional<Instant> fullSince() {
        return systems.awaySince(FULL);
    }

    public void databaseAnswers() {
        answers(DATABASE, Proof.WORK, FailedSystem.DATABASE.toString());
    }

    @Override
    public void heard(FailedSystem kind, String shop, boolean signedIn) {
        answers(system(kind, shop), signedIn ? Proof.SIGNED_IN : Proof.ANSWER, name(kind, shop));
    }

    @Override
    public void unheard(FailedSystem kind, String shop, boolean signedIn, Instant sent, Failure failure) {
        if (failure.isOutage() && !failure.isPerhapsOneOrders()) {
            systems.unheard(system(kind, shop), sent, Proof.ofCall(failure, signedIn), clock.instant());
        }
    }

    /**
     * Nobody else has asked the system for a while, so the bridge did, and had no usable answer.
     *
     * @param signedIn whether the question took a session or a token
     */
    public void probeFailed(FailedSystem kind, String shop, boolean signedIn, Failure failure) {
        failed(
                system(kind, shop),
                Proof.ofCall(failure, signedIn),
                "The " + name(kind, shop) + " does not answer; work goes on by itself when it does",
                failure.text(Language.EN));
    }

    /** A step of an order failed, and the order waits as a dead letter: a line for the order, or one for the outage of a system. */
    public void stepFailed(@Variable("attempt") Attempt attempt) {
        Exception failure = attempt.failure().orElseThrow();
        String shop = attempt.shop();
        Failure failed = Failures.of(failure);
        if (failed.isPerhapsOneOrders() ? !hasErpFailedAtSeveral(attempt) : !failed.isOutage()) {
            ORDERS.warn(DeadLetters.summary(attempt));
            return;
        }
        if (failed.system() == FailedSystem.DATABASE) {
            databaseFailed(failure);
            return;
        }
        FailedSystem kind = failed.system() == FailedSystem.SHOP ? FailedSystem.SHOP : FailedSystem.ERP;
        if (Proof.ofWork(failed) == Proof.ANSWER && !isAway(kind, shop)) { // it has answered others meanwhile
            ORDERS.warn(DeadLetters.summary(attempt));
            return;
        }
        failed(
                kind == FailedSystem.SHOP ? shop(shop) : erp(shop),
                failed.isPerhapsOneOrders() ? Proof.WORK : Proof.ofWork(failed),
                "The " + name(kind, shop)
                        + " does not answer; orders wait as dead letters and go on by themselves when it does",
                PersonalData.removed(
                        failed.text(Language.EN),
                        attempt.known().map(RegisteredOrder::parties).orElse(List.of())));
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
        answers(erp(shop), Proof.WORK, name(FailedSystem.ERP, shop));
        stores();
    }

    /** Whether a system that this shop needs is known to be away at the moment. */
    public boolean isAway(FailedSystem kind, String shop) {
        return awaySince(kind, shop).isPresent();
    }

    private Optional<Instant> awaySince(FailedSystem kind, String shop) {
        Named system = system(kind, shop);
        return systems.awaySince(system).or(() -> system == DATABASE ? fullSince() : Optional.empty());
    }

    /** The systems that this shop needs and that are known to be away at the moment, and since when. */
    public Map<String, Instant> away(String shop) {
        return times(kind -> awaySince(kind, shop));
    }

    /** When the systems that this shop needs last answered; one that has not since the start is left out. */
    public Map<String, Instant> answered(String shop) {
        return times(kind -> answeredAt(kind, shop));
    }

    private static Map<String, Instant> times(Function<FailedSystem, Optional<Instant>> time) {
        Map<String, Instant> times = new LinkedHashMap<>();
        NEEDED.forEach(kind -> time.apply(kind).ifPresent(moment -> times.put(kind.toString(), moment)));
        return times;
    }

    /** When a system that this shop needs last answered; empty when it has not since the start. */
    public Optional<Instant> answeredAt(FailedSystem kind, String shop) {
        return systems.answeredAt(system(kind, shop));
    }

    private Named system(FailedSystem kind, String shop) {
        return switch (kind) {
            case SHOP -> shop(shop);
            case ERP -> erp(shop);
            case DATABASE, NBP, KSEF, BRIDGE -> DATABASE;
        };
    }

    private static Named shop(String shop) {
        return new Named(FailedSystem.SHOP, shop);
    }

    private Named erp(String shop) {
        return new Named(FailedSystem.ERP, shops.of(shop).target().connection().url());
    }

    /** With one shop there is one of each. */
    private String name(FailedSystem kind, String shop) {
        return shops.ids().size() == 1 ? kind.toString() : kind + " of " + shop;
    }

    private void failed(Named system, Proof endsWith, String consequence, String words) {
        Instant now = clock.instant();
        systems.away(system, endsWith, now)
                .ifPresent(outage -> LOG.warn("{} (for {} min): {}", consequence, outage.minutes(now), words));
    }

    private void answers(Named system, Proof proof, String name) {
        Instant now = clock.instant();
        String again = system.equals(FULL) ? "stores" : "answers";
        systems.answers(system, proof, now)
                .ifPresent(over -> LOG.info("The {} {} again, after {} min", name, again, over.minutes(now)));
    }
}
