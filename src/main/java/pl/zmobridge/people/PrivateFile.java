package pl.zmobridge.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** A file that not everybody may read. It is replaced as a whole, and goes on to belong to whom it belonged. */
final class PrivateFile {
    private static final Set<PosixFilePermission> OF_OWNER_AND_GROUP =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_READ);

    private PrivateFile() {}

    /** @param neighbour whom a new file belongs to, if it is there */
    static void write(Path path, Path neighbour, String text) throws IOException {
        Path directory = Files.createDirectories(path.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(directory, ".users", null); // nobody but its owner may read it
        try {
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Path model = Files.exists(neighbour) ? neighbour : directory;
            belongLike(Files.exists(path) ? path : model, fresh);
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The service may run as somebody else than who types the command. */
    private static void belongLike(Path model, Path fresh) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (view == null) {
            return; // Windows: the rights of the directory hold
        }
        PosixFileAttributes wanted = Files.readAttributes(model, PosixFileAttributes.class);
        PosixFileAttributes own = view.readAttributes();
        if (!own.group().equals(wanted.group())) {
            view.setGroup(wanted.group());
        }
        if (!own.owner().equals(wanted.owner())) {
            view.setOwner(wanted.owner());
        }
        Set<PosixFilePermission> rights = EnumSet.copyOf(OF_OWNER_AND_GROUP);
        rights.retainAll(wanted.permissions());
        rights.add(PosixFilePermission.OWNER_READ);
        view.setPermissions(rights);
    }
}
