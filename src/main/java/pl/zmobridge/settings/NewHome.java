package pl.zmobridge.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.zmobridge.words.Language;

/** A home directory that is set up: routes and configuration, in files that only their owner may read where they hold secrets. */
public final class NewHome {
    private static final String SECRETS = "config/secrets/";
    private static final String RULES = "config/documents.yaml";
    private static final Pattern NAMED =
            Pattern.compile("(?m)^([ \\t]*[\\w.-]+-file[ \\t]*[=:][ \\t]*)(\\S.*?)[ \\t]*$");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path home;

    public NewHome(Path home) {
        this.home = home;
    }

    /**
     * Writes the routes that came with this program, unless there are some.
     *
     * @return how many files were written
     */
    public int writeRoutes() throws IOException {
        Path routes = home.resolve("routes");
        if (Files.isDirectory(routes)) {
            try (Stream<Path> files = Files.list(routes)) {
                if (files.anyMatch(file -> file.toString().endsWith(".camel.yaml"))) {
                    return 0;
                }
            }
        }
        Files.createDirectories(routes);
        return copied("routes", routes);
    }

    /**
     * Writes the configuration; secrets go into files of their own. A configuration that was there is kept under another name, and with
     * it the secrets that change, so that it can be taken back.
     *
     * @param values by key, secrets too
     * @return what was written, as an operator would name it
     */
    public List<String> writeConfiguration(Language language, Map<String, String> values) throws IOException {
        List<String> written = new ArrayList<>();
        Path config = directory(home.resolve("config"));
        Map<String, String> lines = new TreeMap<>(values);
        written.addAll(keepPresent(values));
        for (String secret : SettingsFile.secrets()) {
            String value = lines.remove(secret);
            if (value != null && !value.isEmpty()) {
                String name = SECRETS + secret.replace('.', '-');
                directory(home.resolve(SECRETS));
                write(home.resolve(name), value + "\n", config);
                lines.put(SettingsFile.fileKey(secret), name);
                written.add(name);
            }
        }
        if (Files.notExists(home.resolve(RULES))) {
            copied("config", config);
            written.add(RULES);
        }
        write(SettingsFile.path(home), SettingsFile.text(language, lines), config);
        written.add(name(SettingsFile.path(home)));
        return written;
    }

    /** A file in which something is set is kept beside the new one, and names the secrets that it had. */
    private List<String> keepPresent(Map<String, String> values) throws IOException {
        String before = ".before-" + LocalDateTime.now().format(STAMP);
        List<String> kept = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (String secret : SettingsFile.secrets()) {
            Path file = home.resolve(SECRETS + secret.replace('.', '-'));
            if (isReplaced(file, values.getOrDefault(secret, ""))) {
                String name = name(file) + before;
                write(home.resolve(name), Files.readAllBytes(file), file.getParent());
                names.put(name(file), name);
                names.put(file.toAbsolutePath().normalize().toString(), name);
                kept.add(name);
            }
        }
        Path file = SettingsFile.path(home);
        if (!SettingsFile.present(home).isEmpty()) {
            String text = NAMED.matcher(Files.readString(file))
                    .replaceAll(line ->
                            Matcher.quoteReplacement(line.group(1) + names.getOrDefault(line.group(2), line.group(2))));
            write(home.resolve(name(file) + before), text, file.getParent());
            kept.add(name(file) + before);
        }
        return kept;
    }

    private static boolean isReplaced(Path secret, String value) throws IOException {
        return !value.isEmpty()
                && Files.isRegularFile(secret)
                && !new String(Files.readAllBytes(secret), StandardCharsets.UTF_8)
                        .strip()
                        .equals(value.strip());
    }

    private int copied(String from, Path to) throws IOException {
        int copied = 0;
        URI rules = resource();
        boolean inJar = "jar".equals(rules.getScheme());
        try (FileSystem jar = inJar ? FileSystems.newFileSystem(rules, Map.of()) : null) {
            Path all = inJar ? jar.getPath("/home/" + from) : Path.of(rules).resolve("../../" + from);
            try (Stream<Path> files = Files.list(all.normalize())) {
                for (Path file : files.sorted().toList()) {
                    Files.copy(file, to.resolve(file.getFileName().toString()));
                    copied++;
                }
            }
        }
        return copied;
    }

    private static URI resource() {
        try {
            return NewHome.class.getResource("/home/" + RULES).toURI();
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Where only its owner may look, if it is new. */
    private static Path directory(Path path) throws IOException {
        if (Files.notExists(path)) {
            Files.createDirectories(path);
            if (isPosix(path)) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
                Files.setOwner(path, Files.getOwner(path.getParent()));
            }
        }
        return path;
    }

    /** Writes a file that only its owner may read, who is that of the directory. */
    private static void write(Path path, String text, Path owned) throws IOException {
        write(path, text.getBytes(StandardCharsets.UTF_8), owned);
    }

    private static void write(Path path, byte[] content, Path owned) throws IOException {
        Path fresh = Files.createTempFile(path.getParent(), ".new", null); // nobody but its owner may read it
        try {
            Files.write(fresh, content);
            if (isPosix(fresh) && !Files.getOwner(fresh).equals(Files.getOwner(owned))) {
                Files.setOwner(fresh, Files.getOwner(owned));
            }
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private String name(Path path) {
        return home.relativize(path).toString().replace('\\', '/');
    }
}
