package pl.zmobridge.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pl.zmobridge.check.Others.Right;
import pl.zmobridge.people.UsersFile;
import pl.zmobridge.settings.BadSettings;
import pl.zmobridge.settings.SecretPlaces;

/**
 * Routes and configuration are code: whoever may write them, or the jar, rules the bridge. Whoever may read its secrets acts as the
 * bridge. A warning each; nothing is changed.
 */
final class FilesCheck {
    private static final int NAMED = 3;

    private final Path home;
    private final Optional<Path> jar;
    private final Optional<Others> others;
    private final Findings findings;

    FilesCheck(Path home, Optional<Path> jar, Optional<Others> others, Findings findings) {
        this.home = home;
        this.jar = jar;
        this.others = others;
        this.findings = findings;
    }

    static FilesCheck ofThisMachine(Path home, Findings findings) {
        Set<String> views = home.getFileSystem().supportedFileAttributeViews();
        Optional<Others> others = views.contains("unix")
                ? Optional.of(new PosixOthers(System.getProperty("user.name")))
                : views.contains("acl") ? Optional.of(new WindowsOthers()) : Optional.empty();
        return new FilesCheck(home, jar(), others, findings);
    }

    void run() {
        if (others.isEmpty()) {
            findings.note("files", "this system does not tell who may write them", "keep other users away from them");
            return;
        }
        boolean safe =
                !told("files", "can be written by", Right.WRITE, code(), "let only root or your own user write them");
        Map<Path, Set<String>> secrets = secrets();
        safe &= !told(
                "secrets",
                "can be read by",
                Right.READ,
                secrets.keySet(),
                "keep them from others (chmod 600), and change the secrets if others may have seen them");
        if (safe) {
            findings.good("files", "no other user can change the program or its files, or read the secrets");
        }
    }

    /** Whether others may do that to one of them. */
    private boolean told(String about, String may, Right right, Set<Path> paths, String advice) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (Path path : paths) {
            try {
                others.get().who(path, right).ifPresent(who -> found.computeIfAbsent(who, key -> new ArrayList<>())
                        .add(name(path)));
            } catch (IOException | UnsupportedOperationException e) {
                findings.note(about, "who may read or write " + name(path) + " cannot be told: " + e, "");
            }
        }
        found.forEach((who, names) -> findings.note(about, some(names) + " " + may + " " + who, advice));
        return !found.isEmpty();
    }

    /** The program, the routes and the configuration, and the directories in which others could put something in their place. */
    private Set<Path> code() {
        Set<Path> code = new LinkedHashSet<>();
        for (Path place : Stream.concat(jar.stream(), Stream.of(home.resolve("routes"), home.resolve("config")))
                .toList()) {
            try (Stream<Path> all = Files.exists(place) ? Files.walk(place) : Stream.of()) {
                all.sorted().forEach(code::add);
            } catch (IOException | UncheckedIOException e) {
                findings.note("files", name(place) + " cannot be looked through: " + e, "");
            }
            for (Path above = place.getParent(); above != null; above = above.getParent()) {
                code.add(above);
            }
        }
        return code;
    }

    private Map<Path, Set<String>> secrets() {
        try {
            Map<Path, Set<String>> files = SecretPlaces.files(home);
            files.put(
                    new UsersFile(home).path(),
                    Set.of("users")); // who reads the hashes of passwords can try them at leisure
            files.keySet().removeIf(Files::notExists);
            return files;
        } catch (BadSettings bad) {
            return Map.of(); // the check of the configuration has told so
        }
    }

    private String name(Path path) {
        return path.startsWith(home) && !path.equals(home)
                ? home.relativize(path).toString()
                : path.toString();
    }

    private static String some(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
    }

    private static Optional<Path> jar() {
        try {
            CodeSource source = FilesCheck.class.getProtectionDomain().getCodeSource();
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI())).filter(Files::isRegularFile);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
