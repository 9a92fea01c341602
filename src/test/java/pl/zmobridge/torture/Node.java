package pl.zmobridge.torture;

import java.time.Duration;
import java.util.Optional;
import pl.zmobridge.sim.SimRequest;
import pl.zmobridge.sim.SymfoniaSim;

/** One bridge of a cluster: a process, and its own wire to the database. */
final class Node implements AutoCloseable {
    final DatabaseWire wire;
    private final String name;
    private BridgeProcess process;

    Node(String name, String databaseUrl) {
        this.name = name;
        wire = new DatabaseWire(databaseUrl);
    }

    void start(BridgeHome home, String... options) {
        String[] all = new String[options.length + 2];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = "-Ddb.url=" + wire.url();
        all[options.length + 1] = "-Dsymfonia.device-name=" + name;
        process = BridgeProcess.start(home, Optional.empty(), all);
    }

    void kill() {
        process.close();
    }

    /** Stops it gracefully; whether it ended in time. */
    boolean stop(Duration atMost) {
        process.stop();
        boolean ended = process.await(atMost);
        process.close();
        return ended;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** How Quartz's tables name it. */
    String like() {
        return "'%-" + process.pid() + "-%'";
    }

    boolean sent(SymfoniaSim erp, SimRequest request) {
        return erp.device(request).equals(name);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        wire.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
