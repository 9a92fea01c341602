package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import pl.zmobridge.check.Check;
import pl.zmobridge.check.Finding;
import pl.zmobridge.check.Finding.Mark;
import pl.zmobridge.settings.SettingsFile;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrasebook;

@Command(
        name = "check",
        description =
                "Reads the configuration and tries it: shop, ERP, database, routes, port. Writes nothing anywhere.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge check                    before the first start, and after every change",
            "  zmo-bridge check --home /etc/zmo    the configuration of /etc/zmo",
            "  zmo-bridge check --json             {\"ok\":false,\"findings\":[{\"mark\":\"BAD\",\"area\":\"SHOP\",...}]}",
            "",
            "It needs no running bridge and disturbs none. In the ERP it opens a session and closes it again.",
            "Each line says what was tried, and what to do if it is wrong. Exit code 1 when anything failed."
        })
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    private Cli cli;

    @Option(names = "--json", description = "prints one JSON document, for scripts")
    private boolean json;

    private Optional<Phrasebook> polish = Optional.empty();
    private final List<Finding> findings = new ArrayList<>();

    /** What the command does, for another one. */
    static int check(Cli cli) throws InterruptedException {
        CheckCommand check = new CheckCommand();
        check.cli = cli;
        return check.call();
    }

    @Override
    public Integer call() throws InterruptedException {
        polish = cli.language() == Language.PL ? Optional.of(Phrasebook.ofCheck()) : Optional.empty();
        QuietLogs.during(() -> new Check(cli.engine(), InstantSource.system(), this::told).run(cli.home()));
        long failed = findings.stream().filter(each -> each.mark() == Mark.BAD).count();
        if (json) {
            cli.terminal().out().println(document(failed == 0));
        } else {
            cli.terminal().out().println();
            cli.terminal()
                    .out()
                    .println(
                            failed == 0
                                    ? cli.speech().text("CHECK_GOOD")
                                    : cli.speech().text("CHECK_BAD", "count", failed));
        }
        return failed == 0 ? Cli.DONE : Cli.FAILED;
    }

    private void told(Finding finding) {
        if (!json && findings.isEmpty() && finding.mark() == Mark.BAD && SettingsFile.isUnset(cli.home())) {
            cli.terminal().out().println(cli.unset());
        }
        findings.add(finding);
        if (!json) {
            cli.terminal().out().println(line(finding));
        }
    }

    private String line(Finding finding) {
        String advice =
                finding.advice().isEmpty() ? "" : " " + cli.terminal().sign("→", "->") + " " + said(finding.advice());
        return mark(finding.mark()) + " " + String.format("%-30s", said(finding.about())) + " "
                + Terminal.plain(said(finding.text()) + advice);
    }

    private String said(String english) {
        return polish.map(book -> book.polish(english)).orElse(english);
    }

    private String mark(Mark mark) {
        Terminal terminal = cli.terminal();
        return switch (mark) {
            case GOOD -> terminal.sign("✓", "+");
            case NOTE -> "!";
            case BAD -> terminal.sign("✗", "X");
        };
    }

    private ObjectNode document(boolean ok) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("ok", ok);
        ArrayNode all = document.putArray("findings");
        findings.forEach(each -> all.addObject()
                .put("mark", each.mark().name())
                .put("area", each.area().name())
                .put("about", each.about())
                .put("text", each.text())
                .put("advice", each.advice()));
        return document;
    }
}
