package pl.zmobridge.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The lines of a bridge's log from some moment on, in which it says something. */
record LogLines(Path log, int before) {

    static LogLines from(BridgeHome home) throws IOException {
        Path log = home.path().resolve("bridge.log");
        return new LogLines(log, Files.readAllLines(log).size());
    }

    /** What it has told of trouble since then, and of its end. */
    List<String> since() throws IOException {
        List<String> all = Files.readAllLines(log);
        return all.subList(before, all.size()).stream()
                .filter(LogLines::isTrouble)
                .toList();
    }

    /** The same, counted by what they say: numbers, addresses and quotations apart. */
    Map<String, Long> kinds() throws IOException {
        return since().stream()
                .map(line -> line.replaceFirst(
                                "^\\S+ \\S+ (\\w+) +(main( \\S+)?: )?", "$1 ") // when, and of which order
                        .replaceAll("[:“|(].*", "")
                        .replaceAll("\\d+", "#"))
                .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
    }

    /** Not an order that went through, nor a poll that brought some. */
    private static boolean isTrouble(String line) {
        return !line.contains(" INFO ") || line.contains(" again, after ");
    }
}
