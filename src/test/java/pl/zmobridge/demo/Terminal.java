package pl.zmobridge.demo;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Where the demo tells its lines; Polish letters come out right whatever the locale is. */
class Terminal {
    private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset());
    private volatile Instant began = Instant.now();

    /** From now on, time is counted. */
    final void begin() {
        began = Instant.now();
    }

    void say(String line) {
        out.println(line);
    }

    /** A line with the time since the beginning and whom it is about: an order, the shop, the warehouse. */
    final void tell(String whom, String what) {
        Duration since = Duration.between(began, Instant.now());
        say("  %2d:%02d  %-9s  %s".formatted(since.toMinutes(), since.toSecondsPart(), whom, what));
    }

    private static Charset charset() {
        Console console = System.console();
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return windows && console != null ? console.charset() : StandardCharsets.UTF_8;
    }
}
