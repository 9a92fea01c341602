package pl.zmobridge.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.quartz.JobPersistenceException;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.SchedulerStateRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quartz's clustered store, which takes a silent node for dead sooner than its own: by default it grants 7.5 seconds more than the
 * check-in interval, and polls would move only after three intervals. A node that is taken for dead wrongly does no harm: the
 * lock on a shop's poll and the claims on orders do not depend on Quartz. Public because Quartz calls it by reflection.
 */
@SuppressWarnings("unchecked") // of the class above it
public final class NodeJobStore extends JobStoreTX {
    /** A node that has not checked in for so long is taken for dead. */
    static final long INTERVAL_MILLIS = 7_500;

    /** Nodes check in, and look for dead ones, well before that, so that a late one is not taken for dead, and a dead one not late. */
    private static final long CHECK_IN_MILLIS = 2_500;

    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.nodes");

    NodeJobStore(String dataSource) {
        setDataSource(dataSource);
        setIsClustered(true);
        setClusterCheckinInterval(CHECK_IN_MILLIS);
        setAcquireTriggersWithinLock(true);
        setMakeThreadsDaemons(true);
    }

    @Override
    protected long calcFailedIfAfter(SchedulerStateRecord node) {
        // a node that could not look for some time itself must not take all others for dead when it can
        long ownPause = System.currentTimeMillis() - lastCheckin;
        long grace = INTERVAL_MILLIS - CHECK_IN_MILLIS;
        return node.getCheckinTimestamp() + Math.max(INTERVAL_MILLIS, ownPause + grace);
    }

    /**
     * Signs this node off, after the last job: what this node had reserved is free for the others at once, and nobody waits for it.
     *
     * @throws JobPersistenceException when the database does not answer; then the others take this node for dead after a while
     */
    void leave() throws JobPersistenceException {
        SchedulerStateRecord self = new SchedulerStateRecord();
        self.setSchedulerInstanceId(getInstanceId());
        executeInLock(LOCK_TRIGGER_ACCESS, (TransactionCallback<Object>) connection -> {
            try {
                super.clusterRecover(connection, List.of(self));
                return getDelegate().deleteSchedulerState(connection, getInstanceId());
            } catch (SQLException e) {
                throw new JobPersistenceException("The node could not be taken off the list", e);
            }
        });
    }

    @Override
    protected void clusterRecover(Connection connection, List<SchedulerStateRecord> dead)
            throws JobPersistenceException {
        super.clusterRecover(connection, dead);
        dead.forEach(node -> {
            if (!node.getSchedulerInstanceId().equals(getInstanceId())) {
                LOG.warn(
                        "Node {} is gone or cut off from the database; the other nodes do its polls",
                        node.getSchedulerInstanceId());
            }
        });
    }
}
