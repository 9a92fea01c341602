package pl.zmobridge.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import pl.zmobridge.api.client.ApiFailure;
import pl.zmobridge.check.Engine;
import pl.zmobridge.settings.BadSettings;
import pl.zmobridge.settings.SettingsFile;
import pl.zmobridge.words.Language;

/** The program {@code zmo-bridge}: without a command it runs the bridge. */
@Command(
        name = "zmo-bridge",
        versionProvider = Cli.Version.class,
        description = "Carries orders of a Shoper shop into Symfonia as ZMO and turns paid ones into sales documents.",
        synopsisSubcommandLabel = "[COMMAND]",
        commandListHeading = "%nCommands (each has its own --help):%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge init                   sets everything up: asks for shop, ERP and database, writes config/",
            "  zmo-bridge check                  is everything set up? tries shop, ERP and database, writes nothing",
            "  zmo-bridge --home /etc/zmo run    runs with /etc/zmo/config and /etc/zmo/routes",
            "  zmo-bridge status                 how many orders are where, and what is stuck",
            "  zmo-bridge orders --stuck         which orders are stuck, and why",
            "  zmo-bridge order SH/1201          one order: how it stands, and what happened to it",
            "",
            "zmo-bridge stands for: java -jar zmo-bridge.jar",
            "Exit code: 0 done, 1 failed, 2 wrong usage."
        },
        subcommands = {
            RunCommand.class,
            InitCommand.class,
            CheckCommand.class,
            StatusCommand.class,
            OrdersCommand.class,
            ShowOrderCommand.class,
            ImportCommand.class,
            ReimportCommand.class,
            RealiseCommand.class,
            AcceptDifferenceCommand.class,
            CorrectionCommand.class,
            ExplainCommand.class,
            ParcelsCommand.class,
            ForgetCommand.class,
            DeadLettersCommand.class,
            ReplayCommand.class,
            DiscardCommand.class,
            ResumeCommand.class,
            SettingsCommand.class,
            PollCommand.class,
            NotifyCommand.class,
            StockCommand.class,
            BackupCommand.class,
            RestoreBackupCommand.class,
            MoveDatabaseCommand.class,
            UserCommand.class,
            CompletionCommand.class
        })
public final class Cli implements Callable<Integer> {
    static final int DONE = 0;
    static final int FAILED = 1;

    private static final int WIDEST_HELP = 110;
    /** Nothing that a command line would understand in another way. */
    private static final Pattern HOME = Pattern.compile("[\\p{L}\\p{N}_./\\\\:][\\p{L}\\p{N}_./\\\\: -]*");

    private final Engine engine;
    private final Terminal terminal;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "directory that holds config/ and routes/ (default: the working directory)")
    private Path home = Path.of("");

    @Option(
            names = "--lang",
            paramLabel = "pl|en",
            scope = ScopeType.INHERIT,
            description = "language of what is said (default: that of the system)")
    private Language language = Language.of(Locale.getDefault());

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "shows this help")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "shows the version")
    private boolean version;

    Cli(Engine engine, Terminal terminal) {
        this.engine = engine;
        this.terminal = terminal;
    }

    /** Does what the arguments say. Answers the exit code. */
    public static int execute(Engine engine, String... args) {
        return execute(engine, Terminal.system(), args);
    }

    static int execute(Engine engine, Terminal terminal, String... args) {
        Optional<Path> home = homeOfRun(List.of(args));
        return home.isPresent()
                ? new Cli(engine, terminal).at(home.get()).start()
                : line(engine, terminal).execute(args);
    }

    /** The usual start, which needs none of the other commands: to read them all takes a tenth of it. Empty for any other line. */
    private static Optional<Path> homeOfRun(List<String> args) {
        List<String> rest = !args.isEmpty() && args.get(0).equals("run") ? args.subList(1, args.size()) : args;
        if (rest.isEmpty()) {
            return Optional.of(Path.of(""));
        }
        boolean plain = rest.size() == 2
                && rest.get(0).equals("--home")
                && HOME.matcher(rest.get(1)).matches();
        return plain ? Optional.of(Path.of(rest.get(1))) : Optional.empty();
    }

    private Cli at(Path directory) {
        home = directory;
        return this;
    }

    private int start() {
        try {
            return call();
        } catch (Exception e) {
            said(e, this, true).forEach(terminal.err()::println);
            return FAILED;
        }
    }

    static CommandLine line(Engine engine, Terminal terminal) {
        CommandLine line = new CommandLine(new Cli(engine, terminal))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false) // a reason may start with @
                .setExecutionStrategy(HelpLanguage::execute)
                .setParameterExceptionHandler(HelpLanguage::wrongUsage)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    Cli cli = (Cli) command.getCommandSpec().root().userObject();
                    boolean starting =
                            command.getCommand() instanceof Cli || command.getCommand() instanceof RunCommand;
                    said(failure, cli, starting).forEach(terminal.err()::println);
                    return FAILED;
                });
        line.setUsageHelpWidth(
                terminal.isScreen() ? Math.max(80, Math.min(terminal.width(), WIDEST_HELP)) : WIDEST_HELP);
        return line;
    }

    Engine engine() {
        return engine;
    }

    Terminal terminal() {
        return terminal;
    }

    Language language() {
        return language;
    }

    Speech speech() {
        return new Speech(language);
    }

    Path home() {
        return home.toAbsolutePath().normalize();
    }

    /** That there is no configuration, where it was looked for, and what makes one. */
    String unset() {
        return speech().text("NO_CONFIGURATION", "file", SettingsFile.path(home()));
    }

    /** Without a command: runs the bridge. */
    @Override
    public Integer call() throws Exception {
        return RunCommand.run(this);
    }

    /** Whether it is about a file that is there, such as that of the users. */
    private static boolean isOfAFile(BadSettings bad) {
        return bad.problems().stream().anyMatch(problem -> problem.startsWith("config/"));
    }

    private static List<String> said(Exception failure, Cli cli, boolean starting) {
        Speech speech = cli.speech();
        if (failure instanceof BadSettings bad && SettingsFile.isUnset(cli.home()) && !isOfAFile(bad)) {
            return List.of(cli.unset());
        }
        if (failure instanceof BadSettings bad) {
            return List.of(
                    speech.text("BAD_SETTINGS"),
                    "  " + String.join(System.lineSeparator() + "  ", speech.problems(bad.problems())));
        }
        if (failure instanceof ApiFailure) {
            return List.of(Terminal.plain(failure.getMessage()));
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String words = root.getMessage() == null ? root.toString() : root.getMessage();
        return List.of(speech.text(starting ? "NOT_STARTED" : "FAILED", "why", words));
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {"zmo-bridge " + (version == null ? "(not packaged)" : version)};
        }
    }
}
