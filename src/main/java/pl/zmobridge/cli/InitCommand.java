package pl.zmobridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import pl.zmobridge.check.Offers;
import pl.zmobridge.settings.NewHome;
import pl.zmobridge.settings.SettingsFile;
import pl.zmobridge.settings.SettingsReader;

@Command(
        name = "init",
        description =
                "Sets the bridge up: asks for shop, ERP and database, shows what they have, writes config/ and routes/.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge init                            asks for everything, then tries it",
            "  zmo-bridge init --batch --shop-url https://sklep.example.pl --token-file token.txt \\",
            "    --erp-url http://192.168.1.10:9000 --guid-file guid.txt --set symfonia.department=SKLEP \\",
            "    --set symfonia.payment-registry=BANK --set symfonia.payment-form.default=Gotówka",
            "",
            "Nothing is written in the shop or the ERP. Secrets are copied into config/secrets, which only you can read.",
            "What no option gives is taken from the environment (SHOPER_TOKEN), then from the present configuration; what",
            "leaves only one choice is chosen. Exit code 1 when something is missing, or check finds a fault at the end."
        })
final class InitCommand implements Callable<Integer> {
    @ParentCommand
    private Cli cli;

    @Spec
    private CommandSpec spec;

    @Option(names = "--shop-url", paramLabel = "URL", description = "address of the shop (shoper.url)")
    private String shopUrl;

    @Option(names = "--token-file", paramLabel = "FILE", description = "file with the token of the shop's integration")
    private Path tokenFile;

    @Option(names = "--login", paramLabel = "NAME", description = "administrator of the shop, instead of a token")
    private String login;

    @Option(names = "--password-file", paramLabel = "FILE", description = "file with that administrator's password")
    private Path passwordFile;

    @Option(names = "--erp-url", paramLabel = "URL", description = "address of the WebAPI (symfonia.url)")
    private String erpUrl;

    @Option(names = "--guid-file", paramLabel = "FILE", description = "file with the application's GUID of the WebAPI")
    private Path guidFile;

    @Option(
            names = "--db-url",
            paramLabel = "URL",
            description = "a MariaDB server, jdbc:mariadb://...; without it the one that this program carries")
    private String dbUrl;

    @Option(names = "--db-user", paramLabel = "NAME", description = "user of that server")
    private String dbUser;

    @Option(names = "--db-password-file", paramLabel = "FILE", description = "file with that user's password")
    private Path dbPasswordFile;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "any other key; more than once. Not for secrets: everybody sees a command line")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--replace",
            description = "writes a configuration anew that is there; the old file is kept beside it")
    private boolean replace;

    @Option(names = "--batch", description = "asks nothing; what is missing is told")
    private boolean batch;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = cli.home();
        Map<String, String> before = SettingsFile.present(home);
        Prompt prompt = batch
                ? Prompt.nobody(cli.terminal().out())
                : Prompt.system(cli.terminal().out());
        Interview interview =
                new Interview(before, prompt, cli.speech(), cli.terminal().out());
        give(interview);
        if (!before.isEmpty() && !replace && !mayReplace(interview, SettingsFile.path(home))) {
            return Cli.FAILED;
        }
        NewHome fresh = new NewHome(home);
        int routes = fresh.writeRoutes();
        if (routes > 0) {
            interview.tell("INIT_ROUTES", "count", routes, "directory", home.resolve("routes"));
        }
        Setup setup = new Setup(interview, new Offers(cli.engine(), cli.language()), home);
        if (!setup.complete()) {
            interview.missing().forEach(cli.terminal().err()::println);
            cli.terminal().err().println(cli.speech().text("INIT_NOTHING_WRITTEN"));
            return Cli.FAILED;
        }
        interview.tell("INIT_WRITTEN", "directory", home);
        fresh.writeConfiguration(cli.language(), interview.values())
                .forEach(file -> cli.terminal().out().println("  " + file));
        interview.tell("INIT_CHECK");
        int checked = CheckCommand.check(cli);
        interview.tell(checked == Cli.DONE ? "INIT_DONE" : "INIT_MEND", "file", SettingsFile.path(home));
        return checked;
    }

    private boolean mayReplace(Interview interview, Path file) throws IOException {
        interview.tell("INIT_THERE", "file", file);
        String answer =
                interview.prompt().ask(cli.speech().text("INIT_REPLACE"), "").orElse("");
        boolean yes = answer.toLowerCase(Locale.ROOT).matches("y|yes|t|tak");
        if (!yes) {
            interview.tell("INIT_REPLACE_HOW");
        }
        return yes;
    }

    /** What the environment and the options say, which wins over what is there. */
    private void give(Interview interview) throws IOException {
        System.getenv().forEach((name, value) -> SettingsReader.keyOf(name)
                .ifPresent(key -> interview.give(key, value.strip())));
        set.forEach((key, value) -> {
            if (SettingsFile.secrets().contains(key)) {
                throw wrong("INIT_SECRET_SHOWN", key);
            }
            SettingsFile.fault(key, value.strip())
                    .filter(fault -> !value.isBlank())
                    .ifPresent(fault -> {
                        throw new ParameterException(
                                spec.commandLine(),
                                cli.speech()
                                        .problems(List.of(key + " " + fault))
                                        .get(0));
                    });
            interview.give(key, value.strip());
        });
        give(interview, "shoper.url", shopUrl);
        give(interview, "shoper.login", login);
        give(interview, "symfonia.url", erpUrl);
        give(interview, "db.url", dbUrl);
        give(interview, "db.user", dbUser);
        giveSecret(interview, "shoper.token", tokenFile);
        giveSecret(interview, "shoper.password", passwordFile);
        giveSecret(interview, "symfonia.application-guid", guidFile);
        giveSecret(interview, "db.password", dbPasswordFile);
    }

    private static void give(Interview interview, String key, String value) {
        if (value != null) {
            interview.give(key, value.strip());
        }
    }

    private void giveSecret(Interview interview, String key, Path file) throws IOException {
        if (file == null) {
            return;
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw wrong("INIT_NO_FILE", file.toString());
        }
        String secret = Files.readString(file).strip();
        if (secret.isEmpty()) {
            throw wrong("INIT_EMPTY_FILE", file.toString());
        }
        interview.give(key, secret);
    }

    private ParameterException wrong(String code, String what) {
        return new ParameterException(spec.commandLine(), cli.speech().text(code, "what", what));
    }
}
