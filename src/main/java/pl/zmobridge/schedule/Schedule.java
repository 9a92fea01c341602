package pl.zmobridge.schedule;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.apache.camel.Variable;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.simpl.RAMJobStore;
import org.quartz.spi.JobStore;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the shops are polled. A bridge alone keeps that in memory. Bridges that are nodes of a cluster keep it in their database:
 * each poll that is due is begun by one of them, and when that one dies another does it again.
 */
public final class Schedule implements AutoCloseable {
    /** The group of the jobs, as the route template {@code poll-schedule} names it. */
    private static final String POLLS = "poll";

    private static final String NAME = "zmo-bridge";
    /** How far ahead a node reserves a poll; the polls that a dead node had reserved wait until it is taken for dead. */
    private static final long AHEAD_MILLIS = 2_000;

    private static final long DATABASE_RETRY_MILLIS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.nodes");

    private final Scheduler scheduler;
    private final Optional<Nodes> nodes;
    private final OwnClock clock = new OwnClock(System::currentTimeMillis, System::nanoTime);
    private boolean setBack;

    /** What a node has besides: its place among the others, and what it knows of them. */
    private record Nodes(NodeJobStore store, LastPolls polls, DataSource database) {}

    /** @param nodes empty for a bridge alone */
    private Schedule(Scheduler scheduler, Optional<Nodes> nodes) {
        this.scheduler = scheduler;
        this.nodes = nodes;
    }

    /** The schedule of a bridge alone. */
    public static Schedule alone(Executor threads) {
        // bridges of one process, as in tests, know nothing of each other
        return new Schedule(
                scheduler(NAME + "-" + UUID.randomUUID(), "alone", new RAMJobStore(), threads), Optional.empty());
    }

    /**
     * The schedule of one node; a process can be one node only. It reads nothing before the schema is up to date and Camel starts.
     *
     * @param database shared by all nodes
     * @param watched the same as health and metrics ask it
     */
    public static Schedule clustered(DataSource database, DataSource watched, Executor threads) {
        String node = node();
        DBConnectionManager.getInstance().addConnectionProvider(node, new Register(database));
        NodeJobStore store = new NodeJobStore(node);
        Nodes nodes = new Nodes(store, new LastPolls(watched), database);
        return new Schedule(scheduler(NAME, node, store, threads), Optional.of(nodes));
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    /**
     * Takes the polls of shops that this bridge does not have out of the nodes' schedule, and brings back what a node could not
     * carry out. The node that starts last decides.
     *
     * @throws SchedulerException when the database does not answer
     */
    public void keepOnly(Collection<String> shops) throws SchedulerException {
        if (nodes.isEmpty()) {
            return;
        }
        ClockCheck.compare(nodes.get().database());
        for (JobKey poll : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(POLLS))) {
            if (!shops.contains(poll.getName())) {
                scheduler.deleteJob(poll);
            } else if (scheduler.getTriggerState(key(poll.getName())) == Trigger.TriggerState.ERROR) {
                scheduler.resetTriggerFromErrorState(key(poll.getName()));
            }
        }
    }

    /**
     * Whether a start polls the shop at once. Not in a cluster that has polled it before: either other nodes are at it, or the
     * schedule itself makes up for what it missed while all of them were away.
     */
    public boolean isFirstPollDue(@Variable("shop") String shop) {
        if (nodes.isEmpty()) {
            return true;
        }
        try {
            Trigger poll = scheduler.getTrigger(key(shop));
            return poll == null || poll.getPreviousFireTime() == null;
        } catch (SchedulerException e) {
            return true; // the poll tells that the database does not answer
        }
    }

    /** When any node of the cluster began the last poll of the shop; empty for a bridge alone, which knows its own polls. */
    public Optional<Instant> lastBegun(String shop) {
        return nodes.flatMap(all -> all.polls().last(shop));
    }

    /**
     * Looks, every few seconds, whether this machine's clock was set back. Then the next poll of each shop would be due only when the clock has
     * caught up, so it is timed anew.
     *
     * @throws SchedulerException when the database of a cluster does not answer; then the next look does it
     */
    public void look() throws SchedulerException {
        setBack |= clock.wasSetBack();
        if (setBack) {
            timeAnew();
            setBack = false;
            LOG.warn("This machine's clock was set back; the next polls are timed anew");
        }
    }

    void timeAnew() throws SchedulerException {
        for (TriggerKey each : scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
            Trigger timed = scheduler.getTrigger(each);
            if (timed != null) {
                scheduler.rescheduleJob(
                        each, timed.getTriggerBuilder().startNow().build());
            }
        }
    }

    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
            if (nodes.isPresent()) {
                nodes.get().store().leave();
            }
        } catch (SchedulerException e) {
            // what it could not write is taken over by the other nodes
        }
    }

    private static TriggerKey key(String shop) {
        return TriggerKey.triggerKey(shop, POLLS);
    }

    private static Scheduler scheduler(String name, String node, JobStore store, Executor threads) {
        DirectSchedulerFactory factory = DirectSchedulerFactory.getInstance();
        try {
            factory.createScheduler(
                    name, node, new JobThreads(threads), store, null, 0, AHEAD_MILLIS, DATABASE_RETRY_MILLIS);
            return factory.getScheduler(name);
        } catch (SchedulerException e) {
            throw new IllegalStateException("The schedule cannot be made", e);
        }
    }

    /** A readable name that no other node has, not even an earlier life of this one. */
    private static String node() {
        String process = ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        try {
            return InetAddress.getLocalHost().getHostName() + "-" + process;
        } catch (UnknownHostException e) {
            return "node-" + process;
        }
    }

    /** Connections of the bridge's own pool. */
    private record Register(DataSource database) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return database.getConnection();
        }

        @Override
        public void initialize() {
            // it is open
        }

        @Override
        public void shutdown() {
            // the bridge closes its pool itself
        }
    }
}
