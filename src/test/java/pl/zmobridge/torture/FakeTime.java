package pl.zmobridge.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A clock that processes take for the machine's and that a test sets while they run, by libfaketime (Debian's package {@code libfaketime}).
 * The clock that nobody can set stays what it is.
 */
final class FakeTime {
    private static final String USUAL = "/usr/lib/%s/faketime/libfaketime.so.1";

    private final Path library;
    private final Path file;

    private FakeTime(Path library, Path file) {
        this.library = library;
        this.file = file;
    }

    /** The library, where {@code -Dfaketime.library} says or where distributions put it. */
    static Optional<Path> library() {
        return Stream.of(
                        System.getProperty("faketime.library", ""),
                        USUAL.formatted("x86_64-linux-gnu"),
                        USUAL.formatted("aarch64-linux-gnu"),
                        "/usr/lib64/faketime/libfaketime.so.1")
                .filter(each -> !each.isEmpty())
                .map(Path::of)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** One that shows the right time. */
    static FakeTime of(Path library, Path file) throws IOException {
        FakeTime clock = new FakeTime(library, file.toAbsolutePath());
        clock.set(0);
        return clock;
    }

    /** Ahead of the right time by so many seconds. */
    void set(long seconds) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, "%+d\n".formatted(seconds));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** For a process that is to go by this clock. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", "0", // else a Java process waits for nothing any more
                "NO_FAKE_STAT", "1");
    }
}
