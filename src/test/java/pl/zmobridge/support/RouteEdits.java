package pl.zmobridge.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** Edits the route files of a running bridge as people and editors do. */
public final class RouteEdits {
    private final Rig rig;
    private final Path routes;

    /** @param home the directory that the rig's bridge was started in */
    public RouteEdits(Rig rig, Path home) {
        this.rig = rig;
        this.routes = home.resolve("routes");
    }

    public String text(String file) throws IOException {
        return Files.readString(routes.resolve(file));
    }

    /** Saves as editors do: a new file takes the name of the old one. */
    public void save(String file, String text) throws IOException {
        Path written = routes.resolve("." + file + ".swp");
        Files.writeString(written, text);
        Files.move(written, routes.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Replaces a text, which the file must have, where it first stands. */
    public void change(String file, String was, String is) throws IOException {
        String text = text(file);
        assertThat(text).contains(was);
        int at = text.indexOf(was);
        save(file, text.substring(0, at) + is + text.substring(at + was.length()));
    }

    public void remove(String file) throws IOException {
        Files.delete(routes.resolve(file));
    }

    /** What the console shows of the routes. */
    public List<String> problems() throws Exception {
        List<String> problems = new ArrayList<>();
        rig.get("/api/summary").path("routes").path("problems").forEach(each -> problems.add(each.asText()));
        return problems;
    }

    /** Waits until the edited files are judged, and refused. */
    public String refused() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(this::problems, problems -> !problems.isEmpty())
                .get(0);
    }

    /** Waits until nothing is wrong with the routes any more. */
    public void repaired() {
        Rig.eventually(() -> assertThat(problems()).isEmpty());
    }

    /** The text of a file with one route of the operator's own. */
    public static String mine(String from, String step) {
        return "- route:\n    id: mine\n    from:\n      uri: \"" + from + "\"\n      steps:\n        " + step + "\n";
    }
}
