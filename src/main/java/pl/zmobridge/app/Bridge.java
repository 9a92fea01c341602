package pl.zmobridge.app;

import ch.qos.logback.classic.LoggerContext;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.DefaultMainShutdownStrategy;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.slf4j.LoggerFactory;
import pl.zmobridge.camel.ErrorsAreFailures;
import pl.zmobridge.camel.IdempotentKeys;
import pl.zmobridge.documents.BadRules;
import pl.zmobridge.documents.RuleProblem;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.documents.RulesFile;
import pl.zmobridge.logs.LogMasks;
import pl.zmobridge.register.Database;
import pl.zmobridge.register.EmbeddedDatabase;
import pl.zmobridge.reload.Rehearsal;
import pl.zmobridge.reload.RouteFiles;
import pl.zmobridge.reload.RouteJudge;
import pl.zmobridge.reload.RouteProblem;
import pl.zmobridge.reload.RouteReload;
import pl.zmobridge.reload.RouteSwap;
import pl.zmobridge.reload.RulesWatch;
import pl.zmobridge.settings.BadSettings;
import pl.zmobridge.settings.Settings;

/** The life of a bridge: how it starts, what it watches while it runs, and how it stops. Its parts are {@link Beans}. */
public final class Bridge implements AutoCloseable {
    /** However many shops there are: a connection is held for one statement or one short transaction. */
    private static final int MOST_CONNECTIONS = 32;

    final Main main = new Main();
    private final Hands hands = new Hands(main);
    private final Settings settings;
    private final Optional<EmbeddedDatabase.Running> embedded;
    private final HikariDataSource database;
    final Beans beans;
    private Optional<ClockWatch> clocks = Optional.empty();

    private Bridge(
            Settings settings,
            Optional<EmbeddedDatabase.Running> embedded,
            HikariDataSource database,
            boolean clustered,
            boolean idle) {
        // whoever opens a bridge closes it; Camel's own way stays in memory as a hook of the JVM, and its routes with
        // it
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        this.settings = settings;
        this.embedded = embedded;
        this.database = database;
        LogMasks masks = LogMasks.of((LoggerContext) LoggerFactory.getILoggerFactory());
        masks.know(settings.secrets());
        embedded.ifPresent(running -> masks.know(List.of(running.login().password())));
        this.beans = new Beans(main, hands, settings, embedded, database, clustered, idle);
    }

    private static HikariDataSource open(Settings settings, Optional<EmbeddedDatabase.Running> embedded) {
        EmbeddedDatabase.Login db = embedded.map(EmbeddedDatabase.Running::login)
                .orElse(settings.database().login());
        int workers = settings.shops().stream()
                .mapToInt(shop -> shop.symfonia().concurrency().orders())
                .sum();
        return Database.open(db.url(), db.user(), db.password(), Math.min(workers * 2 + 8, MOST_CONNECTIONS));
    }

    /**
     * Starts a bridge; orders flow when this returns.
     *
     * @throws Exception when the database cannot be reached or a route cannot be started
     */
    public static Bridge start(Settings settings) throws Exception {
        return start(settings, main -> {});
    }

    /**
     * Starts a bridge with something of the caller's own in it, such as an interceptor.
     *
     * @param before told of Camel's main before it starts
     * @throws Exception when the database cannot be reached or a route cannot be started
     */
    public static Bridge start(Settings settings, Consumer<Main> before) throws Exception {
        Bridge bridge = prepared(settings, before);
        try {
            bridge.main.start();
            return bridge;
        } catch (Exception e) {
            bridge.close();
            throw e;
        }
    }

    /** Starts a bridge and waits until the process is told to stop. */
    public static void run(Settings settings) throws Exception {
        LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
        settings.logFormat().use(logs);
        if (settings.logFile().filter(file -> !file.addTo(logs)).isPresent()) {
            LoggerFactory.getLogger("pl.zmobridge")
                    .warn("log.file is not used: a logback file of your own says where the log goes");
        }
        Consumer<Main> process = main -> {
            main.setShutdownStrategy(new DefaultMainShutdownStrategy(main)); // SIGTERM
        };
        try (Farewell farewell = new Farewell().outlivingTheRoutes();
                Bridge bridge = prepared(settings, process)) {
            bridge.main.addMainListener(new Greeting(settings, bridge.database));
            bridge.main.addMainListener(
                    farewell.of(() -> bridge.beans.claims.inFlight().size()));
            bridge.main.run();
        }
    }

    /** What is wrong with the home directory's routes; nothing is started for it: no timer, no server, no write. */
    public static List<RouteProblem> tryRoutes(Settings settings) throws InterruptedException {
        return new RouteJudge((files, look) -> rehearse(settings, files, look)).problems(settings.home());
    }

    /** Builds routes among beans of their own, so that nothing of a running bridge is touched. */
    private static void rehearse(Settings settings, RouteFiles files, Rehearsal.Look look) throws Exception {
        try (Bridge bridge = idle(settings, "zmo-bridge-rehearsal")) {
            bridge.main.init();
            look.at(bridge.main.getCamelContext());
            bridge.load(files);
            bridge.main.start();
        }
    }

    /** A bridge whose routes rest until they are started one by one; it serves nothing and never connects to the database. */
    static Bridge idle(Settings settings, String name) {
        Bridge bridge = new Bridge(settings, Optional.empty(), new HikariDataSource(), false, true);
        bridge.beans.bind(new MemoryIdempotentRepository()); // the register's would need the database
        CamelSettings.idle(name).forEach(bridge.main::addInitialProperty);
        return bridge;
    }

    /** Reads the routes and, meanwhile, brings the schema up to date; nothing is started before both are done. */
    private static Bridge prepared(Settings settings, Consumer<Main> before) throws Exception {
        Rules rules = documents(settings);
        Optional<EmbeddedDatabase.Running> embedded = embedded(settings);
        Bridge bridge = new Bridge(settings, embedded, open(settings, embedded), settings.clustered(), false);
        try {
            bridge.beans.documents.replace(rules);
            bridge.beans.people.begin();
            CompletableFuture<Void> migration = CompletableFuture.runAsync(() -> Database.migrate(bridge.database));
            bridge.beans.bind(new IdempotentKeys(bridge.database));
            before.accept(bridge.main);
            RouteFiles files = RouteFiles.read(settings.home());
            bridge.main.init();
            bridge.load(files);
            bridge.main.getCamelContext().addLifecycleStrategy(bridge.reload(files));
            bridge.main
                    .getCamelContext()
                    .addLifecycleStrategy(
                            new RulesWatch(settings.home(), bridge.beans.documents, bridge.beans.rulesNews));
            bridge.main.getCamelContext().addLifecycleStrategy(bridge.beans.probes());
            migration.join();
            bridge.beans.mending.begin();
            bridge.beans.schedule.keepOnly(bridge.beans.shops.ids());
            bridge.clocks = Optional.of(
                    ClockWatch.begin(bridge.beans.databaseClock, bridge.beans.lives, bridge.beans.schedule));
            return bridge;
        } catch (RuntimeException e) {
            bridge.close();
            throw explained(settings, e);
        } catch (Exception e) {
            bridge.close();
            throw e;
        }
    }

    /** The same failure, in the words of a check of the routes if these are what is wrong. */
    private static RuntimeException explained(Settings settings, RuntimeException failure) throws InterruptedException {
        List<String> problems =
                tryRoutes(settings).stream().map(RouteProblem::toString).toList();
        return problems.isEmpty() ? failure : new BadSettings(problems);
    }

    /** D1: a file of rules that is wrong is as bad as a wrong key. */
    private static Rules documents(Settings settings) {
        try {
            return RulesFile.read(settings.home());
        } catch (BadRules bad) {
            throw new BadSettings(
                    bad.problems().stream().map(RuleProblem::toString).toList());
        }
    }

    private static Optional<EmbeddedDatabase.Running> embedded(Settings settings) throws IOException {
        Optional<EmbeddedDatabase.Options> wanted = settings.database().embedded();
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(EmbeddedDatabase.find().orElseThrow().start(settings.home(), wanted.get()));
    }

    /** Finishes what is in flight and closes the ERP sessions; a database of the jar's own stops last. */
    @Override
    public void close() {
        beans.mending.close();
        main.stop();
        clocks.ifPresent(ClockWatch::close);
        beans.schedule.close();
        try {
            beans.pollLock.close();
        } catch (SQLException e) {
            // the connection is gone, and with it the locks
        }
        database.close();
        embedded.ifPresent(EmbeddedDatabase.Running::close);
    }

    /** The bridge's own routes, and those of the files. No failure is handled behind their backs: what they do not catch ends the exchange. */
    void load(RouteFiles files) throws Exception {
        CamelContext camel = main.getCamelContext();
        camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
        camel.getCamelContextExtension().addInterceptStrategy(new ErrorsAreFailures());
        // else it has no cache yet, and looks at a bean anew for each step that calls it
        camel.getComponent("bean").start();
        beans.loader.loadEngine(camel);
        beans.loader.load(camel, files);
    }

    private RouteReload reload(RouteFiles files) {
        return new RouteReload(
                settings.home(),
                files,
                new RouteJudge((edited, look) -> rehearse(settings, edited, look)),
                beans.loader,
                new RouteSwap.Work(
                        beans.workers::pause, beans.workers::goOn, beans.workers::isIdle, hands::forgetTemplate),
                beans.gate,
                beans.routeNews);
    }

    ProducerTemplate template() {
        return hands.template();
    }
}
