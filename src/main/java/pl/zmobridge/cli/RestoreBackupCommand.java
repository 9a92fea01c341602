package pl.zmobridge.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "restore-backup",
        description = "Puts the state of a backup in place of the embedded database's present one.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge restore-backup backups/zmobridge-2026-11-22T021500000Z.sql.gz",
            "",
            "The bridge must be stopped. The present state goes into a backup first; when the restore fails, it is kept.",
            "Orders that came after the backup are fetched again; their ZMO are found by their numbers, not made twice.",
            "Only with db.url=embedded."
        })
final class RestoreBackupCommand implements Callable<Integer> {
    @ParentCommand
    private Cli cli;

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE", description = "the backup, as the bridge has written it")
    private Path file;

    @Override
    public Integer call() throws Exception {
        OwnDatabase own = OwnDatabase.of(cli.home());
        Path before = own.database().restore(own.home(), own.options(), file.toAbsolutePath());
        cli.terminal().out().println(cli.speech().text("RESTORED", "file", file));
        cli.terminal().out().println(cli.speech().text("STATE_BEFORE", "file", before));
        return Cli.DONE;
    }
}
