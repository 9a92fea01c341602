package pl.zmobridge.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "backup",
        description = "Writes a backup of the embedded database now, besides the daily ones.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge backup            before an upgrade, say; the bridge may run meanwhile",
            "",
            "It goes to backups/ of the home directory, where db.embedded.backups (7) are kept. Only with db.url=embedded."
        })
final class BackupCommand implements Callable<Integer> {
    @ParentCommand
    private Cli cli;

    @Override
    public Integer call() throws Exception {
        OwnDatabase own = OwnDatabase.of(cli.home());
        Path backup = own.database().backup(own.home(), own.options());
        cli.terminal().out().println(cli.speech().text("BACKUP_WRITTEN", "file", backup));
        return Cli.DONE;
    }
}
