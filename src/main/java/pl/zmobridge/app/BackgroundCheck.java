package pl.zmobridge.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.api.SettingsCalls;
import pl.zmobridge.check.Check;
import pl.zmobridge.check.Engine;
import pl.zmobridge.check.Finding;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.logs.LogZone;
import pl.zmobridge.mending.InForce;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrasebook;

/** Runs {@code check} with the values in force, on a thread of its own, and keeps what it found. One at a time: another one that is wanted meanwhile follows. */
final class BackgroundCheck implements SettingsCalls.Checks, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundCheck.class);
    private static final Duration OLD = Duration.ofHours(1);

    private final Engine engine;
    private final Supplier<InForce> settings;
    private final Supplier<Rules> rules;
    private final InstantSource clock;
    private final AtomicReference<Optional<Found>> last = new AtomicReference<>(Optional.empty());
    private Optional<Thread> running = Optional.empty();
    private boolean wantedAgain;
    private boolean closed;

    /** @param failed why it could not be finished; blank when it was */
    private record Found(Instant at, List<Finding> findings, String failed) {}

    /** @param rules those that decide now */
    BackgroundCheck(Engine engine, Supplier<InForce> settings, Supplier<Rules> rules, InstantSource clock) {
        this.engine = engine;
        this.settings = settings;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public synchronized void begin() {
        if (closed) {
            return;
        }
        if (running.isPresent()) {
            wantedAgain = true;
            return;
        }
        Thread thread = new Thread(this::run, "check");
        thread.setDaemon(true);
        running = Optional.of(thread);
        thread.start();
    }

    @Override
    public void beginIfOld() {
        Instant oldest = clock.instant().minus(OLD);
        if (last.get().filter(found -> found.at().isAfter(oldest)).isEmpty() && !isRunning()) {
            begin();
        }
    }

    private synchronized boolean isRunning() {
        return running.isPresent();
    }

    private void run() {
        List<Finding> findings = new ArrayList<>();
        String failed = "";
        try {
            new Check(engine, clock, findings::add).run(settings.get().settings(), rules.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed = "the bridge stops";
        } catch (RuntimeException | Error e) { // I11: the next one must be able to begin
            LOG.warn("The check of the configuration broke off", e);
            failed = e.toString();
        } finally {
            last.set(Optional.of(new Found(clock.instant(), List.copyOf(findings), failed)));
            over();
        }
    }

    private synchronized void over() {
        running = Optional.empty();
        if (wantedAgain) {
            wantedAgain = false;
            begin();
        }
    }

    @Override
    public Map<String, Object> view(Language language) {
        UnaryOperator<String> said = language == Language.PL ? Phrasebook.ofCheck()::polish : UnaryOperator.identity();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("running", isRunning());
        Optional<Found> found = last.get();
        view.put(
                "at",
                found.map(each -> each.at()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .atZone(LogZone.current())
                                .toOffsetDateTime()
                                .toString())
                        .orElse(null));
        view.put("failed", found.map(Found::failed).orElse(""));
        view.put(
                "findings",
                found.map(Found::findings).orElse(List.of()).stream()
                        .map(finding -> finding(finding, said))
                        .toList());
        return view;
    }

    private static Map<String, Object> finding(Finding finding, UnaryOperator<String> said) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("mark", finding.mark().name());
        view.put("area", finding.area().name());
        view.put("about", said.apply(finding.about()));
        view.put("text", said.apply(finding.text()));
        view.put("advice", said.apply(finding.advice()));
        return view;
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.ifPresent(Thread::interrupt);
    }
}
