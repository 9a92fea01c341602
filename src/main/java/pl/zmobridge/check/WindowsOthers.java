package pl.zmobridge.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Windows: the groups that everybody is in, by their English and Polish names, because Java tells no others. */
final class WindowsOthers implements Others {
    private static final Set<String> OF_ALL = Set.of(
            "everyone",
            "wszyscy",
            "users",
            "użytkownicy",
            "authenticated users",
            "użytkownicy uwierzytelnieni",
            "interactive",
            "interakcyjna",
            "domain users",
            "użytkownicy domeny",
            "guests",
            "goście");

    @Override
    public Optional<String> who(Path path, Right right) throws IOException {
        return who(Files.getFileAttributeView(path, AclFileAttributeView.class).getAcl(), right);
    }

    static Optional<String> who(List<AclEntry> entries, Right right) {
        AclEntryPermission wanted = right == Right.WRITE ? AclEntryPermission.WRITE_DATA : AclEntryPermission.READ_DATA;
        return entries.stream()
                .filter(entry -> entry.type() == AclEntryType.ALLOW
                        && entry.permissions().contains(wanted))
                .map(entry -> entry.principal().getName())
                .filter(name -> OF_ALL.contains(
                        name.substring(name.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
