package pl.zmobridge.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import pl.zmobridge.register.EmbeddedDatabase;

@Command(
        name = "move-database",
        description = "Copies everything from the embedded database to a MariaDB server of your own.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge move-database --to jdbc:mariadb://192.168.1.20:3306/zmobridge --user zmobridge",
            "  zmo-bridge move-database --to jdbc:mariadb://db/zmobridge --user zmo --password-file /run/secrets/db",
            "",
            "The bridge must be stopped, and the database there must exist and be empty. All rows are compared afterwards.",
            "Then it says which three keys to set. Nothing is deleted here."
        })
final class MoveDatabaseCommand implements Callable<Integer> {
    @ParentCommand
    private Cli cli;

    @Option(
            names = "--to",
            paramLabel = "URL",
            required = true,
            description = "the empty database on the server, jdbc:mariadb://HOST:PORT/NAME")
    private String url;

    @Option(names = "--user", paramLabel = "USER", required = true, description = "who may do everything in it")
    private String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "holds the user's password; without it, it is asked for")
    private Path passwordFile;

    @Override
    public Integer call() throws Exception {
        if (!url.startsWith("jdbc:mariadb://")) {
            return refuse(cli.speech().text("MOVE_TO_WHAT"));
        }
        OwnDatabase own = OwnDatabase.of(cli.home());
        EmbeddedDatabase.Login target = new EmbeddedDatabase.Login(url, user, password());
        List<EmbeddedDatabase.Copied> copied =
                own.database().move(own.home(), own.options(), target, step -> say(step + " …"));
        Table table = cli.speech().table("TABLE", "#ROWS");
        copied.forEach(each -> table.row(each.table(), Long.toString(each.rows())));
        say(table.text(cli.terminal().width()));
        say("");
        say(cli.speech().text("MOVED"));
        say("");
        say("  db.url=" + target.url());
        say("  db.user=" + target.user());
        say(passwordFile == null ? "  db.password=..." : "  db.password-file=" + passwordFile.toAbsolutePath());
        return Cli.DONE;
    }

    private String password() throws IOException {
        if (passwordFile != null) {
            return Files.readString(passwordFile).strip();
        }
        Console console = System.console();
        return console == null
                ? ""
                : new String(console.readPassword("%s ", cli.speech().text("PASSWORD_OF", "user", user)));
    }

    private int refuse(String why) {
        cli.terminal().err().println(why);
        return Cli.FAILED;
    }

    private void say(String line) {
        cli.terminal().out().println(line);
    }
}
