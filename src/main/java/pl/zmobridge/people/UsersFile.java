package pl.zmobridge.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pl.zmobridge.settings.BadSettings;

/** {@code config/users.properties}: a line for each user, {@code name=role hash}. */
public final class UsersFile {
    public static final String NAME = "config/users.properties";

    private static final long MOST_BYTES = 1024 * 1024;
    private static final Pattern USER_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String HEAD =
            "# Users of the console and the API: name=role hash. Roles: operator (everything), viewer (reads only).\n"
                    + "# zmo-bridge user add NAME --role operator|viewer writes this file; the running bridge reads it by itself.\n";

    private final Path path;

    public UsersFile(Path home) {
        this.path = home.resolve("config").resolve("users.properties");
    }

    /** A user of the file. */
    public record Entry(String name, Role role) {}

    public Path path() {
        return path;
    }

    /**
     * Who is in it, by name; nobody when there is no such file.
     *
     * @throws BadSettings with one line for each thing that is wrong
     */
    public Collection<Entry> entries() {
        return users().values().stream()
                .map(user -> new Entry(user.name(), user.role()))
                .toList();
    }

    Map<String, User> users() {
        Map<String, User> users = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (String line : lines()) {
            number++;
            if (!isComment(line)) {
                String where = NAME + " line " + number + ": ";
                read(line, users).ifPresent(fault -> problems.add(where + fault));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
        return users;
    }

    /** Puts a line among the users. Answers what is wrong with it. */
    private static Optional<String> read(String line, Map<String, User> users) {
        String name = nameOf(line);
        String[] parts = line.substring(line.indexOf('=') + 1).strip().split("\\s+", 2);
        Optional<Role> role = Role.of(parts[0]);
        if (!isName(name) || role.isEmpty() || parts.length < 2) {
            return Optional.of("is not name=operator|viewer hash; zmo-bridge user add NAME makes such a line");
        }
        Optional<String> fault = Passwords.faultOfHash(parts[1]);
        if (fault.isPresent()) {
            return Optional.of(
                    "the password of " + name + " " + fault.get() + "; zmo-bridge user add " + name + " makes one");
        }
        return users.put(name, new User(name, role.get(), parts[1], true)) == null
                ? Optional.empty()
                : Optional.of("the user " + name + " is there twice");
    }

    /** Whether somebody can be called so. */
    public static boolean isName(String name) {
        return USER_NAME.matcher(name).matches();
    }

    /**
     * Adds a user, or gives one another role and password; all else in the file stays as it is.
     *
     * @return whether the user is new
     */
    public boolean put(String name, Role role, String password) throws IOException {
        users(); // a file that is wrong is left to a person
        String own = Passwords.normal(name);
        String line = own + "=" + role.word() + " " + Passwords.hash(password);
        List<String> lines = new ArrayList<>(lines());
        int place = place(lines, own);
        if (place >= 0) {
            lines.set(place, line);
        } else {
            lines.add(line);
        }
        write(lines);
        return place < 0;
    }

    /** @return whether there was such a user */
    public boolean remove(String name) throws IOException {
        users();
        List<String> lines = new ArrayList<>(lines());
        int place = place(lines, Passwords.normal(name));
        if (place < 0) {
            return false;
        }
        lines.remove(place);
        write(lines);
        return true;
    }

    private static int place(List<String> lines, String name) {
        for (int i = 0; i < lines.size(); i++) {
            if (!isComment(lines.get(i)) && nameOf(lines.get(i)).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void write(List<String> lines) throws IOException {
        String head = Files.exists(path) ? "" : HEAD;
        PrivateFile.write(path, path.resolveSibling("application.properties"), head + String.join("\n", lines) + "\n");
    }

    private List<String> lines() {
        try {
            if (!Files.exists(path)) {
                return List.of();
            }
            if (Files.size(path) > MOST_BYTES) {
                throw new BadSettings(List.of(NAME + " is longer than any list of users"));
            }
            String text = Files.readString(path, StandardCharsets.UTF_8);
            return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new BadSettings(List.of(NAME + " cannot be read; it must be a UTF-8 text file: " + e.getMessage()));
        }
    }

    private static boolean isComment(String line) {
        return line.isBlank() || line.strip().startsWith("#") || line.strip().startsWith("!");
    }

    private static String nameOf(String line) {
        return Passwords.normal(
                line.substring(0, Math.max(0, line.indexOf('='))).strip());
    }
}
