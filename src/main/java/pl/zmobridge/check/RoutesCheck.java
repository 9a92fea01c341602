package pl.zmobridge.check;

import java.util.List;
import pl.zmobridge.reload.RouteProblem;
import pl.zmobridge.settings.Settings;

/** Route files: what a running bridge would say of them before it used them. */
final class RoutesCheck {
    static final String ADVICE = "correct the file, or take the one that came with the bridge";

    private final Settings settings;
    private final Engine engine;
    private final Findings findings;

    RoutesCheck(Settings settings, Engine engine, Findings findings) {
        this.settings = settings;
        this.engine = engine;
        this.findings = findings;
    }

    void run() throws InterruptedException {
        List<RouteProblem> problems = engine.tryRoutes(settings);
        if (problems.isEmpty()) {
            findings.good("routes", "every route can be built");
        }
        problems.forEach(problem -> findings.bad(problem.where(), problem.words(), ADVICE));
        MissingParts.tell(settings, findings);
    }
}
