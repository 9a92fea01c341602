package pl.zmobridge.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;
import pl.zmobridge.documents.BadRules;
import pl.zmobridge.documents.RuleProblem;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.documents.RulesFile;
import pl.zmobridge.documents.RunningRules;

/**
 * From the start of a Camel to its stop, an edited {@code config/documents.yaml} replaces the rules that run (D1). It is judged first; one
 * that must not be used changes nothing, and neither does one that is suddenly gone.
 */
public final class RulesWatch extends LifecycleStrategySupport {
    private static final Duration GLANCE = Duration.ofMillis(500);

    private final Path home;
    private final RunningRules running;
    private final RulesNews news;
    private final Thread thread = new Thread(this::watch, "documents");
    private volatile boolean closed;
    private Object seen;
    private Object judged;

    public RulesWatch(Path home, RunningRules running, RulesNews news) {
        this.home = home;
        this.running = running;
        this.news = news;
        thread.setDaemon(true);
    }

    @Override
    public void onContextStarted(CamelContext camel) {
        thread.start();
    }

    @Override
    public void onContextStopping(CamelContext camel) {
        closed = true;
    }

    private void watch() {
        try {
            while (!closed) {
                Thread.sleep(GLANCE.toMillis());
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A change counts once nobody has written for a moment. Whatever goes wrong is told, and the next edit is looked at all the same. */
    private void look() {
        Object now = stamp();
        boolean calm = now.equals(seen);
        seen = now;
        if (calm && !now.equals(judged)) {
            judged = now;
            try {
                consider();
            } catch (BadRules bad) {
                news.refused(bad.problems());
            } catch (RuntimeException | Error e) { // I11
                news.refused(List.of(new RuleProblem(0, "cannot be judged: " + e)));
            }
        }
    }

    private void consider() throws BadRules {
        boolean gone = RulesFile.text(home).isEmpty();
        Rules rules = RulesFile.read(home);
        if (!stamp().equals(judged)) {
            judged = null; // written while it was read: look again
        } else if (rules.equals(running.now())) {
            news.asBefore();
        } else if (gone) {
            news.refused(
                    List.of(
                            new RuleProblem(
                                    0,
                                    "is gone; to go on without rules, leave a file with nothing but comments, or start the bridge anew")));
        } else {
            running.replace(rules);
            news.replaced(rules.list().size());
        }
    }

    private Object stamp() {
        try {
            BasicFileAttributes is = Files.readAttributes(home.resolve(RulesFile.NAME), BasicFileAttributes.class);
            return is.size() + " " + is.lastModifiedTime().toMillis() + " " + is.fileKey();
        } catch (IOException e) {
            return "none";
        }
    }
}
