package pl.zmobridge.ops.check;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Route files: each is YAML, and all together make routes that could be started. */
final class RoutesCheck {
    private static final String ADVICE = "correct the file, or take the one that came with the bridge";

    /** Builds all routes and starts none. */
    interface Rehearsal {
        void run() throws Exception;
    }

    private final Path directory;
    private final Rehearsal rehearsal;
    private final Findings findings;

    RoutesCheck(Path home, Rehearsal rehearsal, Findings findings) {
        this.directory = home.resolve("routes");
        this.rehearsal = rehearsal;
        this.findings = findings;
    }

    void run() {
        List<Path> files = files();
        if (files.isEmpty()) {
            findings.bad(
                    "routes",
                    "there is no *.camel.yaml in " + directory,
                    "copy the routes directory that came with the bridge, or point --home at it");
            return;
        }
        long broken = files.stream().filter(file -> !isYaml(file)).count();
        if (broken == 0) {
            rehearse(files.size());
        }
    }

    private List<Path> files() {
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.camel.yaml")) {
            found.forEach(files::add);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            findings.bad(
                    "routes", directory + " cannot be read: " + e.getMessage(), "give the bridge the right to read it");
        }
        return List.copyOf(files);
    }

    private boolean isYaml(Path file) {
        String name = "routes/" + file.getFileName();
        try {
            String text = Files.readString(file);
            new Parse(LoadSettings.builder().setLabel(name).build())
                    .parseString(text)
                    .forEach(event -> {});
            return true;
        } catch (MarkedYamlEngineException e) {
            String where = e.getProblemMark()
                    .map(mark -> "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ")
                    .orElse("");
            findings.bad(name, "is no YAML: " + where + e.getProblem(), ADVICE);
        } catch (YamlEngineException | IOException e) {
            findings.bad(name, "cannot be read: " + e.getMessage(), ADVICE);
        }
        return false;
    }

    private void rehearse(int files) {
        try {
            rehearsal.run();
            findings.good("routes", files + " files; every route can be built");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            findings.bad("routes", RouteFailure.words(e), ADVICE);
        }
    }
}
