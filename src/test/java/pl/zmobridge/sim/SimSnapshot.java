package pl.zmobridge.sim;

/** What a system held at one moment: a backup that can be restored any number of times. */
public final class SimSnapshot {
    private final Runnable restore;

    SimSnapshot(Runnable restore) {
        this.restore = restore;
    }

    void restore() {
        restore.run();
    }
}
