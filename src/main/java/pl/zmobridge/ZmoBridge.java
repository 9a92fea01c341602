package pl.zmobridge;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pl.zmobridge.ops.BadSettings;
import pl.zmobridge.ops.SettingsReader;

/** The entry point and its commands. */
@Command(
        name = "zmo-bridge",
        mixinStandardHelpOptions = true,
        versionProvider = ZmoBridge.Version.class,
        description = "Carries orders of a Shoper shop into Symfonia as ZMO and turns paid ones into sales documents.")
public final class ZmoBridge implements Callable<Integer> {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "directory that holds config/ and routes/ (default: the working directory)")
    private Path home = Path.of("");

    public static void main(String[] args) {
        int exitCode = new CommandLine(new ZmoBridge())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(said(failure));
                    return 1;
                })
                .execute(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Without a command: runs the bridge. */
    @Override
    public Integer call() throws Exception {
        return run();
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = "Runs the bridge until it is told to stop (the default).")
    int run() throws Exception {
        Bridge.run(SettingsReader.read(home.toAbsolutePath().normalize()));
        return 0;
    }

    private static String said(Exception failure) {
        if (failure instanceof BadSettings bad) {
            return "The configuration cannot be used:" + System.lineSeparator() + "  "
                    + String.join(System.lineSeparator() + "  ", bad.problems());
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "The bridge could not start: " + root.getMessage();
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = ZmoBridge.class.getPackage().getImplementationVersion();
            return new String[] {"zmo-bridge " + (version == null ? "(not packaged)" : version)};
        }
    }
}
