package pl.zmobridge.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;
import pl.zmobridge.documents.BadRules;
import pl.zmobridge.documents.RuleProblem;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.documents.RulesFile;
import pl.zmobridge.documents.RunningRules;
import pl.zmobridge.reload.FileWatch.Next;

/**
 * From the start of a Camel to its stop, an edited {@code config/documents.yaml} replaces the rules that run (D1). It is judged first; one
 * that must not be used changes nothing, and neither does one that is suddenly gone.
 */
public final class RulesWatch extends LifecycleStrategySupport implements FileWatch.Files {
    private static final RuleProblem GONE = new RuleProblem(
            0, "is gone; to go on without rules, leave a file with nothing but comments, or start the bridge anew");

    private final Path home;
    private final RunningRules running;
    private final RulesNews news;
    private final FileWatch watch = new FileWatch("documents", this);

    public RulesWatch(Path home, RunningRules running, RulesNews news) {
        this.home = home;
        this.running = running;
        this.news = news;
    }

    @Override
    public void onContextStarted(CamelContext camel) {
        watch.start();
    }

    @Override
    public void onContextStopping(CamelContext camel) {
        watch.close();
    }

    @Override
    public Object stamp() {
        try {
            BasicFileAttributes is = Files.readAttributes(home.resolve(RulesFile.NAME), BasicFileAttributes.class);
            return is.size() + " " + is.lastModifiedTime().toMillis() + " " + is.fileKey();
        } catch (IOException e) {
            return "none";
        }
    }

    @Override
    public void failed(Throwable failure) {
        news.refused(List.of(new RuleProblem(0, "cannot be judged: " + failure)));
    }

    @Override
    public Next edited(Object stamp) {
        try {
            boolean gone = RulesFile.text(home).isEmpty();
            Rules rules = RulesFile.read(home);
            if (!stamp().equals(stamp)) {
                return Next.AT_ONCE; // written while it was read
            }
            if (rules.equals(running.ofFile())) {
                news.asBefore();
            } else if (gone) {
                news.refused(List.of(GONE));
            } else {
                running.replace(rules);
                news.replaced(rules.list().size(), running.areSet());
            }
        } catch (BadRules bad) {
            news.refused(bad.problems());
        }
        return Next.WHEN_EDITED;
    }
}
