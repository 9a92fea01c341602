package pl.zmobridge.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM says of its garbage collections with {@link #option}.
 *
 * @param collections that stopped all threads
 * @param paused how long they did, all in all
 * @param full how many collections looked at the whole heap
 * @param peak megabytes in use at the most, when a collection began
 * @param live megabytes in use at the most, when one of the whole heap had ended; when any had, if there was none of the whole heap
 */
public record GcLog(int collections, Duration paused, int full, int peak, int live) {
    private static final Pattern PAUSE =
            Pattern.compile("Pause (?<kind>\\w+).* (?<before>\\d+)M->(?<after>\\d+)M\\(\\d+M\\) (?<millis>[\\d.]+)ms");

    /** For the command line of the JVM. */
    public static String option(Path log) {
        return "-Xlog:gc:file=" + log + "::filecount=0";
    }

    public static GcLog read(Path log) throws IOException {
        return of(Files.readAllLines(log));
    }

    static GcLog of(List<String> lines) {
        List<Matcher> pauses =
                lines.stream().map(PAUSE::matcher).filter(Matcher::find).toList();
        double millis = pauses.stream()
                .mapToDouble(each -> Double.parseDouble(each.group("millis")))
                .sum();
        List<Matcher> full = pauses.stream()
                .filter(each -> each.group("kind").equals("Full"))
                .toList();
        return new GcLog(
                pauses.size(),
                Duration.ofNanos((long) (millis * 1_000_000)),
                full.size(),
                highest(pauses, "before"),
                highest(full.isEmpty() ? pauses : full, "after"));
    }

    private static int highest(List<Matcher> pauses, String group) {
        return pauses.stream()
                .mapToInt(each -> Integer.parseInt(each.group(group)))
                .max()
                .orElse(0);
    }

    /** Hundredths of that time in which all threads stood still. */
    public double share(Duration of) {
        return 100.0 * paused.toNanos() / of.toNanos();
    }
}
