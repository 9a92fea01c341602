package pl.zmobridge.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * Linux and macOS. A group may read, which is how root hands a secret to a service; it may write only if it is its owner's own, as some
 * systems make one for each user. A file that nobody else can get to is safe whatever its own bits say.
 */
record PosixOthers(String me) implements Others {
    private static final Set<String> ADMINISTRATORS = Set.of("root", "wheel");
    private static final Set<String> OF_ALL = Set.of("users", "staff");
    private static final int STICKY = 0b1_000_000_000; // as /tmp: nobody replaces what is another's

    @Override
    public Optional<String> who(Path path, Right right) throws IOException {
        Path real = path.toRealPath();
        PosixFileAttributes file = Files.readAttributes(real, PosixFileAttributes.class);
        Set<PosixFilePermission> permissions = file.permissions();
        boolean writes = right == Right.WRITE;
        if (writes && file.isDirectory() && ((Integer) Files.getAttribute(real, "unix:mode") & STICKY) != 0) {
            return Optional.empty();
        }
        String owner = file.owner().getName();
        String group = file.group().getName();
        if (permissions.contains(writes ? PosixFilePermission.OTHERS_WRITE : PosixFilePermission.OTHERS_READ)
                && isReached(real, false)) {
            return Optional.of("everybody");
        }
        boolean isOthers = writes ? !group.equals(owner) && !ADMINISTRATORS.contains(group) : OF_ALL.contains(group);
        if (isOthers
                && permissions.contains(writes ? PosixFilePermission.GROUP_WRITE : PosixFilePermission.GROUP_READ)
                && isReached(real, true)) {
            return Optional.of("the group " + group);
        }
        return writes && !owner.equals(me) && !ADMINISTRATORS.contains(owner)
                ? Optional.of("the user " + owner)
                : Optional.empty();
    }

    private static boolean isReached(Path path, boolean byGroup) throws IOException {
        for (Path above = path.getParent(); above != null; above = above.getParent()) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(above);
            if (!permissions.contains(PosixFilePermission.OTHERS_EXECUTE)
                    && !(byGroup && permissions.contains(PosixFilePermission.GROUP_EXECUTE))) {
                return false;
            }
        }
        return true;
    }
}
