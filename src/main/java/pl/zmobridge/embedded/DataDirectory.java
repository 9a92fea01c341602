package pl.zmobridge.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** {@code data/} of the home directory, readable by its owner only, in the hands of one process at a time. */
final class DataDirectory implements AutoCloseable {
    private static final int PASSWORD_BYTES = 24;

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes it; the system gives it back when this process ends, however it ends.
     *
     * @throws IOException that says who has it
     */
    static DataDirectory take(Path home) throws IOException {
        Path path = of(home);
        Path file = path.resolve("lock");
        FileChannel channel = opened(path, file);
        if (!locked(channel)) {
            String owner = Files.readString(file, StandardCharsets.UTF_8).strip();
            channel.close();
            throw new IOException("another bridge" + (owner.isEmpty() ? "" : " (process " + owner + ")")
                    + " works with " + path + "; stop it first, or give this one another directory with --home");
        }
        channel.truncate(0);
        channel.write(
                StandardCharsets.UTF_8.encode(
                        Long.toString(ProcessHandle.current().pid())),
                0);
        return new DataDirectory(path, channel);
    }

    private static FileChannel opened(Path path, Path file) throws IOException {
        try {
            directory(path);
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (AccessDeniedException e) {
            throw new IOException(path + " cannot be written by user " + System.getProperty("user.name")
                    + "; make this user its owner, or give the bridge another directory with --home");
        }
    }

    static Path of(Path home) {
        return home.toAbsolutePath().normalize().resolve("data");
    }

    /** The last byte that a file can have: Windows refuses others the bytes that are locked, and the first ones say who has it. */
    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // by this process
        }
    }

    Path path() {
        return path;
    }

    /** A directory of its own in it. */
    Path directory(String name) throws IOException {
        return directory(path.resolve(name));
    }

    /** The database's password; made at the first start, or when it has been deleted. */
    String password() throws IOException {
        Optional<String> kept = password(path);
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        write("password", made);
        return made;
    }

    /** The password in such a directory. */
    static Optional<String> password(Path path) throws IOException {
        Path file = path.resolve("password");
        return Files.exists(file)
                ? Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip())
                        .filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** Writes a file that only its owner can read, whole or not at all. */
    Path write(String name, String text) throws IOException {
        Path part = path.resolve(name + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, ownerOnly(part, "rw-------"));
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            file.write(StandardCharsets.UTF_8.encode(text));
            file.force(true);
        }
        return Files.move(
                part, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes a directory that only its owner can enter, unless it is there. */
    static Path directory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory.getParent());
            try {
                Files.createDirectory(directory, ownerOnly(directory, "rwx------"));
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(directory)) {
                    throw new IOException(directory + " is in the way: it is no directory");
                }
            }
        }
        return directory;
    }

    /** Where there are no such rights (Windows), those of the directory above are inherited. */
    static FileAttribute<?>[] ownerOnly(Path path, String rights) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("The lock of " + path + " cannot be given back", e);
        }
    }
}
