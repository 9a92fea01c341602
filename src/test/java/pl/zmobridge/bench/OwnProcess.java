package pl.zmobridge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java process of its own, so that its processor time and memory are its own. It ends with this one at the latest. */
final class OwnProcess implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);
    private static final Pattern BEFORE_COLLECTION = Pattern.compile("Pause .* (\\d+)M->\\d+M\\(");
    private static final Pattern AT_EXIT = Pattern.compile("(?:heap|generation) +total \\d+K, used (\\d+)K");

    private final Process process;
    private final Path directory;
    private final Path gcLog;
    private final Thread reaper;
    private final BufferedReader out;

    private OwnProcess(Process process, Path directory, Path gcLog) {
        this.process = process;
        this.directory = directory;
        this.gcLog = gcLog;
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        reaper = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(reaper);
    }

    /**
     * Starts one with a heap of at most 128 MB.
     *
     * @param told whether this process reads what it prints; else that goes to {@code output.log} of the directory
     */
    static OwnProcess start(Path directory, boolean told, List<String> options, String... arguments) {
        try {
            Path gcLog = Files.createDirectories(directory).resolve("gc.log");
            Files.deleteIfExists(gcLog);
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-Xmx128m");
            command.add("-Xlog:gc,gc+heap+exit:file=" + gcLog);
            command.addAll(options);
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            if (!told) {
                builder.redirectOutput(directory.resolve("output.log").toFile());
            }
            return new OwnProcess(builder.start(), directory, gcLog);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Usage usage() {
        return Usage.of(process);
    }

    /** Writes it a line. */
    void tell(String line) {
        try {
            Writer in = process.outputWriter();
            in.write(line + "\n");
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has printed that line. */
    void hear(String line) {
        try {
            for (String said = out.readLine(); said != null; said = out.readLine()) {
                if (said.equals(line)) {
                    return;
                }
                System.err.println(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("The process in " + directory + " has ended");
    }

    void await(String what, long pollMillis, BooleanSupplier reached) {
        long until = System.nanoTime() + PATIENCE;
        while (!reached.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("Not reached: " + what + "; see output.log in " + directory);
            }
            pause(pollMillis);
        }
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it and reads its collector's log: the most that was ever on the heap, in megabytes. */
    long stopAndReadPeakHeap() {
        close();
        long peak = 0;
        long atExit = 0;
        try {
            for (String line : Files.readAllLines(gcLog)) {
                Matcher before = BEFORE_COLLECTION.matcher(line);
                if (before.find()) {
                    peak = Math.max(peak, Long.parseLong(before.group(1)));
                }
                Matcher exit = AT_EXIT.matcher(line);
                if (exit.find()) {
                    atExit += Long.parseLong(exit.group(1)) / 1024;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Math.max(peak, atExit);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
            Runtime.getRuntime().removeShutdownHook(reaper);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
