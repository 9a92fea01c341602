package pl.zmobridge.check;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pl.zmobridge.settings.SecretPlaces;

/** Secrets on the command line of a process, which every user of the machine can read: of this one, and of a bridge that runs. */
final class CommandLineCheck {

    /** A running program and its arguments. */
    record Program(long id, List<String> arguments) {}

    private final List<Program> programs;
    private final Findings findings;

    CommandLineCheck(List<Program> programs, Findings findings) {
        this.programs = programs;
        this.findings = findings;
    }

    static CommandLineCheck ofThisMachine(Findings findings) {
        Stream<Program> all = ProcessHandle.allProcesses().flatMap(CommandLineCheck::program);
        long me = ProcessHandle.current().pid();
        // where a system tells no arguments the JVM still tells its own
        Program own = new Program(me, ManagementFactory.getRuntimeMXBean().getInputArguments());
        return new CommandLineCheck(
                Stream.concat(Stream.of(own), all.filter(each -> each.id() != me))
                        .toList(),
                findings);
    }

    void run() {
        for (Program program : programs) {
            Set<String> keys = SecretPlaces.on(program.arguments().stream());
            if (!keys.isEmpty()) {
                findings.note(
                        "secrets",
                        "the command line of process " + program.id() + " holds " + String.join(", ", keys)
                                + "; every user of this machine can read it",
                        "put the secret into a file of its own ("
                                + keys.iterator().next() + "-file) and change it");
            }
        }
    }

    private static Stream<Program> program(ProcessHandle process) {
        Optional<String[]> arguments = process.info().arguments();
        return arguments.stream().map(each -> new Program(process.pid(), Arrays.asList(each)));
    }
}
