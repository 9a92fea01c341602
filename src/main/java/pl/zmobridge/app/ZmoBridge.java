package pl.zmobridge.app;

import pl.zmobridge.cli.Cli;

/** The entry point. Camel is loaded only when a command needs it. */
public final class ZmoBridge {
    private ZmoBridge() {}

    public static void main(String[] args) {
        int exitCode = Cli.execute(new RunningEngine(), args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
