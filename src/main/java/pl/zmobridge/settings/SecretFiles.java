package pl.zmobridge.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Secrets that stand in files of their own, where a container, a service manager or an operator puts them:
 * {@code db.password-file=/run/secrets/db}. A relative name is looked up in the home directory.
 */
final class SecretFiles {
    /** Stands for a secret that could not be read, so that nobody calls it missing besides. */
    private static final String UNREAD = "unread";

    /** Nobody's secret is longer; a wrong file may be. */
    private static final long MOST_BYTES = 64 * 1024;

    private final Path home;
    private final Properties values;
    private final List<Problem> problems = new ArrayList<>();

    private SecretFiles(Path home, Properties values) {
        this.home = home;
        this.values = values;
    }

    /** What is wrong with a key, and what it could look like instead. */
    record Problem(String key, String fault, String example) {}

    /**
     * Puts what the files hold in place of their names. When this answers a problem, the values must not be used.
     *
     * @param secrets the keys that the caller needs; the files of others are left unread, they may belong to somebody else
     */
    static List<Problem> read(Path home, Properties values, List<Key<?>> secrets) {
        SecretFiles files = new SecretFiles(home, values);
        secrets.forEach(files::read);
        return files.problems;
    }

    private void read(Key<?> secret) {
        Optional<String> name = text(secret.fileKey());
        if (name.isEmpty()) {
            return;
        }
        if (text(secret.name()).isPresent()) {
            String example = secret.fileKey() + "=";
            problem(secret, "is set although " + secret.name() + " is; keep one of the two", example);
            return;
        }
        values.put(secret.name(), content(secret, name.get()).orElse(UNREAD));
    }

    private Optional<String> content(Key<?> secret, String name) {
        String example = secret.file();
        try {
            Path file = home.resolve(name);
            if (!Files.isReadable(file) || Files.isDirectory(file) || Files.size(file) > MOST_BYTES) {
                problem(secret, fault(file), example);
                return Optional.empty();
            }
            String content = Files.readString(file, StandardCharsets.UTF_8).replaceAll("[\r\n]+$", "");
            if (content.isBlank()) {
                problem(secret, "names a file that is empty: " + file, example);
                return Optional.empty();
            }
            return Optional.of(content);
        } catch (InvalidPathException e) {
            problem(secret, "is no name of a file: \"" + name + "\"", example);
        } catch (IOException e) {
            problem(secret, "names a file that is no UTF-8 text or cannot be read: " + name, example);
        }
        return Optional.empty();
    }

    private static String fault(Path file) {
        if (!Files.exists(file)) {
            return "names a file that does not exist: " + file;
        }
        if (Files.isDirectory(file)) {
            return "names a directory: " + file;
        }
        return Files.isReadable(file)
                ? "names a file that is too long for a secret: " + file
                : "names a file that this user may not read: " + file;
    }

    private void problem(Key<?> secret, String fault, String example) {
        problems.add(new Problem(secret.fileKey(), fault, example));
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(values.getProperty(key)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
