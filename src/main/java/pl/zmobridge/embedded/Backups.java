package pl.zmobridge.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** {@code backups/} of the home directory: whole, packed dumps of the register. */
final class Backups {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'zmobridge-'yyyy-MM-dd'T'HHmmssSSS'Z.sql.gz'")
            .withZone(ZoneOffset.UTC);

    /** The last line of a dump says that it is whole. */
    private static final String WHOLE = "-- Dump completed";

    private final Path directory;

    Backups(Path home) {
        this.directory = home.toAbsolutePath().normalize().resolve("backups");
    }

    /** Writes one, whole or not at all. */
    Path write(Client client, Instant now) throws IOException {
        DataDirectory.directory(directory);
        Path file = directory.resolve(NAME.format(now));
        Path part = directory.resolve(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, DataDirectory.ownerOnly(part, "rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                    GZIPOutputStream packed = new GZIPOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                client.dump(packed);
                packed.finish();
                channel.force(true);
            }
            requireWhole(part);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes the oldest ones, and what a kill has left of one. */
    void keep(int newest) throws IOException {
        List<Path> all = all(".sql.gz");
        for (Path old : all.subList(0, Math.max(0, all.size() - newest))) {
            Files.delete(old);
        }
        for (Path part : all(".part")) {
            Files.delete(part);
        }
    }

    /** When the newest one was begun. */
    Optional<Instant> newest() throws IOException {
        List<Path> all = all(".sql.gz");
        return all.isEmpty() ? Optional.empty() : begun(all.get(all.size() - 1));
    }

    private static Optional<Instant> begun(Path file) {
        try {
            return Optional.of(NAME.parse(file.getFileName().toString(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty(); // somebody has renamed it
        }
    }

    /** By name, which is by time. */
    private List<Path> all(String ending) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("zmobridge-"))
                    .filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** Unpacks a backup. */
    static InputStream read(Path file) throws IOException {
        return new GZIPInputStream(Files.newInputStream(file), 1 << 16);
    }

    /**
     * Reads a backup to its end.
     *
     * @throws IOException when that cannot be done, or the end is missing
     */
    static void requireWhole(Path file) throws IOException {
        String last = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(read(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line.isBlank() ? last : line;
            }
        } catch (IOException e) {
            throw new IOException(file + " is no whole backup: " + e);
        }
        if (!last.startsWith(WHOLE)) {
            throw new IOException(file + " is no whole backup: its last line is missing");
        }
    }
}
