package pl.zmobridge.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import pl.zmobridge.people.Passwords;
import pl.zmobridge.people.Role;
import pl.zmobridge.people.UsersFile;

@Command(
        name = "user",
        description = "Adds, lists and removes users of the console and the API, in config/users.properties.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {UserCommand.Add.class, UserCommand.Listing.class, UserCommand.Remove.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge user add ola --role operator      asks for the password; for a user that there is, a new one",
            "  zmo-bridge user add jan --role viewer < file   takes the first line of a file as the password",
            "  zmo-bridge user list",
            "  zmo-bridge user remove jan",
            "",
            "operator: everything. viewer: sees everything and changes nothing. The running bridge needs no restart."
        })
final class UserCommand implements Runnable {
    @ParentCommand
    private Cli cli;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), cli.speech().text("USER_WHAT"));
    }

    private UsersFile file() {
        return new UsersFile(cli.home());
    }

    private void tell(String code, Object... namesAndValues) {
        cli.terminal().out().println(cli.speech().text(code, namesAndValues));
    }

    private int fail(String code, Object... namesAndValues) {
        cli.terminal().err().println(cli.speech().text(code, namesAndValues));
        return Cli.FAILED;
    }

    /** The roles that a user can have. */
    enum Choice {
        OPERATOR(Role.OPERATOR),
        VIEWER(Role.VIEWER);

        private final Role role;

        Choice(Role role) {
            this.role = role;
        }
    }

    @Command(name = "add", description = "Adds a user, or gives one another role and password.")
    static final class Add implements Callable<Integer> {
        @ParentCommand
        private UserCommand user;

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "letters, digits and . _ @ -")
        private String name;

        @Option(names = "--role", required = true, description = "operator (everything) or viewer (reads only)")
        private Choice role;

        @Override
        public Integer call() throws IOException {
            if (!UsersFile.isName(name)) {
                throw new ParameterException(
                        spec.commandLine(), user.cli.speech().text("USER_NAME"));
            }
            String password = password();
            if (Passwords.isTooShort(password)) {
                return user.fail("PASSWORD_SHORT", "least", Passwords.SHORTEST);
            }
            if (Passwords.isTooLong(password)) {
                return user.fail("PASSWORD_LONG", "most", Passwords.MOST_BYTES);
            }
            boolean fresh = user.file().put(name, role.role, password);
            user.tell(
                    fresh ? "USER_ADDED" : "USER_CHANGED",
                    "name",
                    name,
                    "role",
                    role.role.word(),
                    "file",
                    user.file().path());
            return Cli.DONE;
        }

        private String password() throws IOException {
            Console console = System.console();
            if (console == null) {
                BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                return Optional.ofNullable(input.readLine()).orElse("");
            }
            char[] first = console.readPassword("%s ", user.cli.speech().text("PASSWORD"));
            char[] second = console.readPassword("%s ", user.cli.speech().text("PASSWORD_AGAIN"));
            if (first == null || second == null || !Arrays.equals(first, second)) {
                throw new IOException(user.cli.speech().text("PASSWORDS_DIFFER"));
            }
            return new String(first);
        }
    }

    @Command(name = "list", description = "Lists the users and their roles.")
    static final class Listing implements Callable<Integer> {
        @ParentCommand
        private UserCommand user;

        @Override
        public Integer call() {
            Collection<UsersFile.Entry> entries = user.file().entries();
            entries.forEach(each -> user.cli
                    .terminal()
                    .out()
                    .println(each.name() + "  " + each.role().word()));
            if (entries.isEmpty()) {
                user.tell("NO_USERS", "file", user.file().path());
            }
            return Cli.DONE;
        }
    }

    @Command(name = "remove", description = "Removes a user; his sessions end.")
    static final class Remove implements Callable<Integer> {
        @ParentCommand
        private UserCommand user;

        @Parameters(paramLabel = "NAME", description = "as zmo-bridge user list shows it")
        private String name;

        @Override
        public Integer call() throws IOException {
            if (user.file().remove(name)) {
                user.tell("USER_REMOVED", "name", name);
                return Cli.DONE;
            }
            return user.fail("NO_USER", "name", Terminal.plain(name));
        }
    }
}
