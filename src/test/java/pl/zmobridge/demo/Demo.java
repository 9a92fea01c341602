package pl.zmobridge.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Starts everything, lets orders arrive, tells what happens to them and sums it up. Runs until Ctrl-C, or until the summary with
 * {@code -Ddemo.exit=true}. {@code -Ddemo.seconds} and {@code -Ddemo.orders} make it shorter or longer.
 */
public final class Demo {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Stage stage;
    private final Terminal terminal;
    private final Story story;

    private Demo(Stage stage, Terminal terminal, Story story) {
        this.stage = stage;
        this.terminal = terminal;
        this.story = story;
    }

    /** @param args the project's directory, which holds {@code routes/}; without it the working directory */
    public static void main(String[] args) throws Exception {
        Path home = Path.of(args.length > 0 ? args[0] : "").toAbsolutePath().normalize();
        quietLogs();
        CountDownLatch stopped = new CountDownLatch(1);
        Terminal terminal = new Terminal();
        Stage stage = new Stage(home);
        Thread interrupt = new Thread(() -> {
            stopped.countDown();
            if (stage.isClosed()) {
                return;
            }
            terminal.say("");
            terminal.say("Stopping: what is in flight is finished, the ERP session and the database are closed.");
            stage.close();
            terminal.say("Stopped.");
        });
        Runtime.getRuntime().addShutdownHook(interrupt);
        try {
            Demo demo = new Demo(stage, terminal, new Story(seconds(), Integer.getInteger("demo.orders", 60)));
            demo.run();
            if (!Boolean.getBoolean("demo.exit")) {
                demo.whatToLookAt().forEach(terminal::say);
                terminal.say("");
                terminal.say("  The bridge runs on at " + stage.api() + " until Ctrl-C.");
                stopped.await();
                never();
            }
        } catch (Exception e) {
            // Ctrl-C goes to the database's processes too; what fails because of it is no failure
            if (stopped.await(1, TimeUnit.SECONDS)) {
                never();
            }
            throw e;
        } finally {
            stage.close();
        }
    }

    /** Plays the whole story on a stage of its own and sums it up. */
    static Summary play(Path home, Story story, Terminal terminal) throws Exception {
        try (Stage stage = new Stage(home)) {
            return new Demo(stage, terminal, story).run();
        }
    }

    private Summary run() throws Exception {
        terminal.say("");
        terminal.say(
                "ZMO Bridge, the demo: a MariaDB, a simulated Shoper shop, a simulated Symfonia and the real bridge,");
        terminal.say("all on this machine.");
        terminal.say("");
        stage.open(story.pace(), part -> terminal.say("  Starting " + part + " …"));
        terminal.say("");
        terminal.say("  Console   " + stage.api());
        terminal.say("  API       " + stage.api() + "api/summary   /api/orders   /api/dead-letters");
        terminal.say("  Health    " + stage.api() + "observe/health");
        terminal.say("  Settings  " + stage.settingsFile());
        terminal.say("");
        terminal.say("  " + story.orders() + " orders arrive in the next "
                + story.length().toSeconds() + " seconds.");
        terminal.say("");
        terminal.begin();
        try (News news = new News(stage, terminal)) {
            story.play(stage.shop(), stage.erp(), terminal);
            Summary summary = Summary.once(stage, story, PATIENCE);
            news.tell();
            summary.lines().forEach(terminal::say);
            return summary;
        }
    }

    private List<String> whatToLookAt() {
        String console = stage.api() + "#/";
        return List.of(
                "",
                "  Look at    " + console + "dead-letters",
                "                 the one order that needs a person: why, and what can be done",
                "             " + console + "orders/" + story.lateOrder(),
                "                 an order that waited for boots: its lines, its documents, what happened when",
                "             " + console + "orders",
                "                 all of them",
                "             routes/import-order.camel.yaml",
                "                 how an order becomes a ZMO, step by step");
    }

    private static Duration seconds() {
        return Duration.ofSeconds(Integer.getInteger("demo.seconds", 120));
    }

    /** The process ends when the shutdown hook is through. */
    private static void never() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** The demo tells of orders itself; outages are told by the bridge. */
    private static void quietLogs() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getLogger("pl.zmobridge").setLevel(Level.ERROR);
            logback.getLogger("ROOT").setLevel(Level.ERROR);
        }
    }
}
