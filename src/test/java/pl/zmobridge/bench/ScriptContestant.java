package pl.zmobridge.bench;

import java.nio.file.Path;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;

/** A {@link Script} in a process of its own; one line on its standard input is one run of it, as cron would begin one. */
final class ScriptContestant implements Contestant {
    private final OwnProcess process;
    private boolean running;

    private ScriptContestant(OwnProcess process) {
        this.process = process;
    }

    static ScriptContestant start(Class<? extends Script> script, Path directory, Arena arena) {
        OwnProcess process = OwnProcess.start(
                directory,
                true,
                Bench.JVM,
                "-cp",
                System.getProperty("java.class.path"),
                script.getName(),
                arena.shop().url(),
                ShoperSim.TOKEN,
                arena.erp().url(),
                SymfoniaSim.APPLICATION_GUID);
        process.hear(Script.READY);
        return new ScriptContestant(process);
    }

    @Override
    public OwnProcess process() {
        return process;
    }

    @Override
    public void look() {
        if (running) {
            process.hear(Script.READY);
        }
        process.tell("go");
        running = true;
    }
}
