package pl.zmobridge.torture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file system that a test may fill to the last byte: the directory that {@code -Ddisk.directory} names, which must be one of its own, or
 * one in memory where whoever runs the test may mount it (root on Linux).
 */
final class SmallDisk implements AutoCloseable {
    private static final int MEGABYTES = 400;

    final Path directory;
    private final boolean mounted;

    private SmallDisk(Path directory, boolean mounted) {
        this.directory = directory;
        this.mounted = mounted;
    }

    /** Empty where there is none. */
    static Optional<SmallDisk> in(Path directory) throws IOException {
        String named = System.getProperty("disk.directory", "");
        if (!named.isEmpty()) {
            return Optional.of(new SmallDisk(Files.createTempDirectory(Path.of(named), "zmo-bridge"), false));
        }
        Path mount = Files.createDirectories(directory);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", mount.toString());
        return mounted ? Optional.of(new SmallDisk(mount, true)) : Optional.empty();
    }

    /** Nothing fits any more. */
    void fill() throws IOException {
        byte[] some = new byte[1 << 20];
        for (int size = some.length; size >= 512; size /= 8) {
            try (OutputStream filler = Files.newOutputStream(directory.resolve("filler-" + size))) {
                while (true) {
                    filler.write(some, 0, size);
                    filler.flush();
                }
            } catch (IOException full) {
                // with smaller pieces there may be room for some more
            }
        }
        if (Files.getFileStore(directory).getUsableSpace() > some.length) {
            throw new IOException(directory + " cannot be filled");
        }
    }

    void free() throws IOException {
        try (var files = Files.newDirectoryStream(directory, "filler-*")) {
            for (Path each : files) {
                Files.delete(each);
            }
        }
    }

    @Override
    public void close() throws IOException {
        free();
        if (mounted) {
            run("umount", "-l", directory.toString());
        }
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
