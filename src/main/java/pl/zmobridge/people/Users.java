package pl.zmobridge.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.settings.BadSettings;
import pl.zmobridge.settings.Settings;

/**
 * Who can sign in now: the users of the file, which is read again when it was edited, and the one of {@code ops.user}. Once there was
 * somebody, the API stays closed until the bridge is started anew, whatever becomes of the file.
 */
final class Users {
    private static final Logger LOG = LoggerFactory.getLogger(Users.class);

    private final UsersFile file;
    private final Optional<User> single;
    private Map<String, User> known = Map.of();
    private Object seen = "";
    private volatile boolean closed;

    Users(Path home, Settings.Http http) {
        this.file = new UsersFile(home);
        this.single = http.password()
                .map(password -> new User(Passwords.normal(http.user()), Role.OPERATOR, password, false));
        this.closed = single.isPresent();
    }

    /** @throws BadSettings when the file cannot be used */
    synchronized void begin() {
        seen = stamp();
        use(file.users());
    }

    boolean isAnyKnown() {
        refresh();
        return closed;
    }

    /** Whether there are passwords that take time to look at. */
    boolean areAnyHashed() {
        return refresh().values().stream().anyMatch(User::hashed);
    }

    Optional<User> find(String name) {
        return Optional.ofNullable(refresh().get(Passwords.normal(name)));
    }

    private synchronized Map<String, User> refresh() {
        Object now = stamp();
        if (!now.equals(seen)) {
            seen = now;
            try {
                use(file.users());
                LOG.info("{} was edited: {} users", UsersFile.NAME, known.size());
            } catch (BadSettings bad) {
                LOG.warn("Edited users are not used: {}", String.join("; ", bad.problems()));
            }
        }
        return known;
    }

    private void use(Map<String, User> ofFile) {
        Map<String, User> all = new LinkedHashMap<>(ofFile);
        single.ifPresent(user -> {
            if (all.put(user.name(), user) != null) {
                throw new BadSettings(List.of(
                        "ops.user is " + user.name() + ", who is in " + UsersFile.NAME + " too; keep one of the two"));
            }
        });
        known = Map.copyOf(all);
        closed = closed || !all.isEmpty();
    }

    private Object stamp() {
        try {
            BasicFileAttributes is = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return is.size() + " " + is.lastModifiedTime() + " " + is.fileKey();
        } catch (IOException e) {
            return "none";
        }
    }
}
