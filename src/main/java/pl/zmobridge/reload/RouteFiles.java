package pl.zmobridge.reload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The route files of a home directory as they were at one moment. What was judged is what runs: nothing reads them again.
 *
 * @param texts by file name
 */
public record RouteFiles(SortedMap<String, String> texts) {
    static final String DIRECTORY = "routes";

    /** The bridge's own routes, in the jar. */
    static final List<String> ENGINE = List.of(
            "engine/api.camel.yaml",
            "engine/settings.camel.yaml",
            "engine/operator.camel.yaml",
            "engine/claims.camel.yaml",
            "engine/notifications.camel.yaml");

    private static final String PATTERN = "*.camel.yaml";

    /** What tells that a file was written. */
    private record Stamp(long size, long modified, Object key) {}

    /**
     * Reads {@code routes/*.camel.yaml}.
     *
     * @throws BadRoutes when there is none, or one cannot be read
     */
    public static RouteFiles read(Path home) throws BadRoutes {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Path file : list(home)) {
            texts.put(file.getFileName().toString(), text(file));
        }
        if (texts.isEmpty()) {
            throw new BadRoutes(List.of(RouteProblem.ofAll("there is no " + PATTERN + " in " + home.resolve(DIRECTORY)
                    + "; put the files that came with the bridge there")));
        }
        return new RouteFiles(texts);
    }

    /** The bridge's own routes, which stand in the jar. */
    static RouteFiles engine() {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String file : ENGINE) {
            try (InputStream in = RouteFiles.class.getResourceAsStream("/" + file)) {
                texts.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new RouteFiles(texts);
    }

    static boolean isEngine(String file) {
        return ENGINE.contains(file);
    }

    /**
     * The files that a message passes which is sent to one of these endpoints, as far as files say so. A file that is no YAML is left out.
     *
     * @param endpoints such as {@code direct:shop-call}
     */
    public RouteFiles passedFrom(Collection<String> endpoints) {
        Map<String, RouteFacts> facts = new TreeMap<>();
        texts.forEach((name, text) -> RouteFacts.find(name, text).ifPresent(each -> facts.put(name, each)));
        SortedMap<String, String> passed = new TreeMap<>();
        Deque<String> ahead = new ArrayDeque<>(endpoints);
        while (!ahead.isEmpty()) {
            String endpoint = ahead.remove();
            facts.forEach((name, each) -> {
                if (each.begins(endpoint) && passed.put(name, texts.get(name)) == null) {
                    each.targets.forEach(target -> ahead.add(target.name()));
                }
            });
        }
        return new RouteFiles(passed);
    }

    /** Equal to what it was as long as nobody has written, added or removed a file; cheap enough to be asked all the time. */
    static Object stamp(Path home) throws BadRoutes {
        SortedMap<Path, Stamp> stamps = new TreeMap<>();
        for (Path file : list(home)) {
            try {
                BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
                stamps.put(file, new Stamp(is.size(), is.lastModifiedTime().toMillis(), String.valueOf(is.fileKey())));
            } catch (IOException e) {
                stamps.put(file, new Stamp(-1, 0, "")); // an editor has just taken it away
            }
        }
        return stamps;
    }

    private static List<Path> list(Path home) throws BadRoutes {
        Path directory = home.resolve(DIRECTORY);
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, PATTERN)) {
            SortedMap<String, Path> files = new TreeMap<>();
            found.forEach(file -> files.put(file.getFileName().toString(), file));
            return List.copyOf(files.values());
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new BadRoutes(List.of(RouteProblem.ofAll(
                    directory + " cannot be read: " + e.getMessage() + "; give the bridge the right to read it")));
        }
    }

    private static String text(Path file) throws BadRoutes {
        String name = file.getFileName().toString();
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new BadRoutes(List.of(new RouteProblem(name, 0, "is no UTF-8 text; save it as UTF-8")));
        } catch (IOException e) {
            throw new BadRoutes(List.of(new RouteProblem(name, 0, "cannot be read: " + e.getMessage())));
        }
    }

    /** What is different from another set, for the log. */
    String changesFrom(RouteFiles other) {
        StringBuilder changes = new StringBuilder();
        texts.forEach((name, text) -> {
            if (!other.texts.containsKey(name)) {
                changes.append(", ").append(name).append(" added");
            } else if (!other.texts.get(name).equals(text)) {
                changes.append(", ").append(name).append(" changed");
            }
        });
        other.texts.keySet().stream()
                .filter(name -> !texts.containsKey(name))
                .forEach(name -> changes.append(", ").append(name).append(" removed"));
        return changes.isEmpty() ? "nothing changed" : changes.substring(2);
    }
}
