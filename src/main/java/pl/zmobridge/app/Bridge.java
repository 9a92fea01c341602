package pl.zmobridge.app;

import ch.qos.logback.classic.LoggerContext;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.DefaultMainShutdownStrategy;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.slf4j.LoggerFactory;
import pl.zmobridge.api.Access;
import pl.zmobridge.api.AnswerHeaders;
import pl.zmobridge.api.ApiDoor;
import pl.zmobridge.api.ApiReplies;
import pl.zmobridge.api.ApiRequests;
import pl.zmobridge.api.Causes;
import pl.zmobridge.api.Doorkeeper;
import pl.zmobridge.api.Explanations;
import pl.zmobridge.api.History;
import pl.zmobridge.api.KsefViews;
import pl.zmobridge.api.Operator;
import pl.zmobridge.api.OpsViews;
import pl.zmobridge.api.OrderViews;
import pl.zmobridge.api.SessionCalls;
import pl.zmobridge.api.StockViews;
import pl.zmobridge.api.Viewing;
import pl.zmobridge.api.server.HttpDoorFactory;
import pl.zmobridge.attempt.ArrivalSteps;
import pl.zmobridge.attempt.AttemptSteps;
import pl.zmobridge.attempt.CurrencyRates;
import pl.zmobridge.attempt.CustomerSteps;
import pl.zmobridge.attempt.DeadLetters;
import pl.zmobridge.attempt.DictionarySteps;
import pl.zmobridge.attempt.EndingSteps;
import pl.zmobridge.attempt.ErpCalls;
import pl.zmobridge.attempt.ErpDictionarySteps;
import pl.zmobridge.attempt.FeedbackSteps;
import pl.zmobridge.attempt.KsefAccounts;
import pl.zmobridge.attempt.KsefCalls;
import pl.zmobridge.attempt.KsefDocuments;
import pl.zmobridge.attempt.KsefNotes;
import pl.zmobridge.attempt.KsefSteps;
import pl.zmobridge.attempt.NbpCalls;
import pl.zmobridge.attempt.PaymentSteps;
import pl.zmobridge.attempt.PollSteps;
import pl.zmobridge.attempt.PollTurn;
import pl.zmobridge.attempt.Retention;
import pl.zmobridge.attempt.SaleSteps;
import pl.zmobridge.attempt.ShopCalls;
import pl.zmobridge.attempt.ShopSteps;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.attempt.StockSteps;
import pl.zmobridge.attempt.Workers;
import pl.zmobridge.attempt.ZmoSteps;
import pl.zmobridge.camel.ErrorsAreFailures;
import pl.zmobridge.camel.IdempotentKeys;
import pl.zmobridge.camel.InTransaction;
import pl.zmobridge.camel.RegisterSql;
import pl.zmobridge.camel.SendOnce;
import pl.zmobridge.console.ConsoleFiles;
import pl.zmobridge.documents.BadRules;
import pl.zmobridge.documents.RuleProblem;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.documents.RulesFile;
import pl.zmobridge.documents.RunningRules;
import pl.zmobridge.logs.LogMasks;
import pl.zmobridge.monitoring.Outages;
import pl.zmobridge.monitoring.PollTimes;
import pl.zmobridge.people.People;
import pl.zmobridge.people.SessionRows;
import pl.zmobridge.register.Backoff;
import pl.zmobridge.register.Claims;
import pl.zmobridge.register.Database;
import pl.zmobridge.register.DatabaseClock;
import pl.zmobridge.register.EmbeddedDatabase;
import pl.zmobridge.register.ErpSessionRows;
import pl.zmobridge.register.Lives;
import pl.zmobridge.register.PollLock;
import pl.zmobridge.register.Rows;
import pl.zmobridge.register.WatchedDatabase;
import pl.zmobridge.reload.Gate;
import pl.zmobridge.reload.Rehearsal;
import pl.zmobridge.reload.RouteFiles;
import pl.zmobridge.reload.RouteJudge;
import pl.zmobridge.reload.RouteLoader;
import pl.zmobridge.reload.RouteNews;
import pl.zmobridge.reload.RouteProblem;
import pl.zmobridge.reload.RouteReload;
import pl.zmobridge.reload.RouteSwap;
import pl.zmobridge.reload.RulesNews;
import pl.zmobridge.reload.RulesWatch;
import pl.zmobridge.schedule.Schedule;
import pl.zmobridge.settings.BadSettings;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.symfonia.CardMemory;
import pl.zmobridge.symfonia.ErpConnection;
import pl.zmobridge.wire.Answer;

/** The running bridge: Camel with the routes of the home directory and the beans that they name. */
public final class Bridge implements AutoCloseable {
    private static final InstantSource CLOCK = InstantSource.system();

    /** However many shops there are: a connection is held for one statement or one short transaction. */
    private static final int MOST_CONNECTIONS = 32;

    /** From a request to the last byte of its answer; a write to an ERP may take longer (I10). */
    private static final Duration WHOLE_ANSWER = Duration.ofSeconds(60);

    final Main main = new Main();
    private final Hands hands = new Hands(main);
    private final Settings settings;
    private final Optional<EmbeddedDatabase.Running> embedded;
    private final HikariDataSource database;
    private final WatchedDatabase watched;
    private final PollLock pollLock;
    private final DatabaseClock databaseClock;
    private final Lives lives;
    final Shops shops;
    private final Outages outages;
    private final Claims claims = new Claims();
    private final Map<String, PollTimes> pollTimes;
    private final RouteLoader loader;
    private final Gate gate = new Gate();
    private final RouteNews routeNews = new RouteNews();
    private final RunningRules documents = new RunningRules();
    private final RulesNews rulesNews = new RulesNews();
    private final Schedule schedule;
    private final People people;
    private final KsefAccounts ksef;
    private final Mending mending;
    private final StockSteps stock;
    private Workers workers;
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
        LogMasks masks = LogMasks.of((LoggerContext) LoggerFactory.getILoggerFactory());
        masks.know(settings.secrets());
        embedded.ifPresent(running -> masks.know(List.of(running.login().password())));
        this.pollLock = new PollLock(database);
        Optional<ErpSessionRows> sessions =
                idle ? Optional.empty() : Optional.of(new ErpSessionRows(database, pollLock));
        this.shops =
                new ShopSetup(CLOCK, new ErpSessions(hands::template, sessions), documents).shops(settings.shops());
        this.pollTimes = ShopRoutes.pollTimes(settings.shops(), CLOCK);
        this.database = database;
        this.watched = new WatchedDatabase(database, System::nanoTime);
        this.databaseClock =
                ClockWatch.of(database, shops, settings.redelivery().max());
        this.lives = new Lives(database, pollLock);
        this.loader = new RouteLoader(new ShopRoutes(settings.shops())::addTo);
        this.schedule = clustered ? Schedule.clustered(database, watched, hands::take) : Schedule.alone(hands::take);
        this.outages = new Outages(shops, CLOCK, schedule::lastBegun);
        this.ksef = KsefSetup.accounts(settings.shops(), CLOCK);
        this.stock = StockSetup.steps(settings, shops, CLOCK, () -> workers.isOpen());
        this.people = new People(settings.home(), settings.http(), new SessionRows(database, CLOCK), CLOCK);
        this.mending = new Mending(
                settings,
                database,
                shops,
                documents,
                new ErpIfItAnswers(hands::template, outages),
                () -> workers.wakeRedeliver(null),
                CLOCK);
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
                    farewell.of(() -> bridge.claims.inFlight().size()));
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
        bridge.configure(new MemoryIdempotentRepository()); // the register's would need the database
        CamelSettings.idle(name).forEach(bridge.main::addInitialProperty);
        return bridge;
    }

    /** Reads the routes and, meanwhile, brings the schema up to date; nothing is started before both are done. */
    private static Bridge prepared(Settings settings, Consumer<Main> before) throws Exception {
        Rules rules = documents(settings);
        Optional<EmbeddedDatabase.Running> embedded = embedded(settings);
        Bridge bridge = new Bridge(settings, embedded, open(settings, embedded), settings.clustered(), false);
        try {
            bridge.documents.replace(rules);
            bridge.people.begin();
            CompletableFuture<Void> migration = CompletableFuture.runAsync(() -> Database.migrate(bridge.database));
            bridge.configure(new IdempotentKeys(bridge.database));
            before.accept(bridge.main);
            RouteFiles files = RouteFiles.read(settings.home());
            bridge.main.init();
            bridge.load(files);
            bridge.main.getCamelContext().addLifecycleStrategy(bridge.reload(files));
            bridge.main
                    .getCamelContext()
                    .addLifecycleStrategy(new RulesWatch(settings.home(), bridge.documents, bridge.rulesNews));
            bridge.main.getCamelContext().addLifecycleStrategy(bridge.probes());
            migration.join();
            bridge.mending.begin();
            bridge.schedule.keepOnly(bridge.shops.ids());
            bridge.clocks = Optional.of(ClockWatch.begin(bridge.databaseClock, bridge.lives, bridge.schedule));
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
        mending.close();
        main.stop();
        clocks.ifPresent(ClockWatch::close);
        schedule.close();
        try {
            pollLock.close();
        } catch (SQLException e) {
            // the connection is gone, and with it the locks
        }
        database.close();
        embedded.ifPresent(EmbeddedDatabase.Running::close);
    }

    /** The bridge's own routes, and those of the files. No failure is handled behind their backs: what they do not catch ends the exchange. */
    private void load(RouteFiles files) throws Exception {
        CamelContext camel = main.getCamelContext();
        camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
        camel.getCamelContextExtension().addInterceptStrategy(new ErrorsAreFailures());
        loader.loadEngine(camel);
        loader.load(camel, files);
    }

    private RouteReload reload(RouteFiles files) {
        return new RouteReload(
                settings.home(),
                files,
                new RouteJudge((edited, look) -> rehearse(settings, edited, look)),
                loader,
                new RouteSwap.Work(workers::pause, workers::goOn, workers::isIdle, hands::forgetTemplate),
                gate,
                routeNews);
    }

    private void configure(IdempotentRepository importKeys) {
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setInitialProperties(CamelSettings.of(settings.http()));
        main.addInitialProperty("ksef.when", settings.ksefCron());
        main.addInitialProperty("stock.when", settings.stockCron());
        ParcelSetup.properties(settings).forEach(main::addInitialProperty);
        main.configure().addConfiguration(new Conversions());
        PeerTls.bind(main, settings.shops());
        main.bind("importKeys", importKeys);
        bindRegister();
        bindShop();
        bindErp();
        bindOps();
        Telling telling = new Telling(settings.notifications(), shops.ids(), outages, CLOCK);
        telling.bind(main);
        new Monitoring(main, shops, workers, pollTimes, outages, schedule, CLOCK)
                .bind(database, watched, claims, people, ksef, stock.shops(), telling);
        WebhookSetup.watch(main, settings.shops());
    }

    private void bindRegister() {
        Settings.Redelivery redelivery = settings.redelivery();
        main.bind("database", database);
        main.bind("sql", new RegisterSql(database, this::known));
        main.bind("transaction", new InTransaction(database));
        main.bind("schedule", schedule);
        main.bind("scheduler", schedule.scheduler()); // camel-quartz takes the only one there is
        main.bind("rows", new Rows());
        Backoff backoff = new Backoff(redelivery.initial(), redelivery.max(), () -> ThreadLocalRandom.current()
                .nextDouble());
        DeadLetters letters = new DeadLetters(backoff);
        main.bind("deadLetters", letters);
        ParcelSetup.bind(main, settings, shops, claims, letters, backoff);
        main.bind("ksefDocuments", new KsefDocuments(letters));
        main.bind("ksefNotes", new KsefNotes(letters));
        PdfSetup.bind(main, settings.shops(), shops, letters, backoff, CLOCK);
        main.bind("endings", new EndingSteps(shops, letters));
        CorrectionSetup.bind(main, settings.shops(), shops, letters, CLOCK);
        main.bind("feedback", new FeedbackSteps(shops));
        main.bind("retention", new Retention(shops, settings.retentionDays()));
        main.bind("attempts", new AttemptSteps(claims, shops));
        workers = new Workers(hands::template, shops, hands::take);
        main.bind("workers", workers);
        main.bind("pollTurn", new PollTurn(pollLock, workers));
        WebhookSetup.bind(main, settings.shops(), workers, CLOCK);
    }

    /** What every statement may use. */
    private Map<String, Object> known() {
        Map<String, Object> known = new HashMap<>(databaseClock.expected());
        known.putAll(lives.parameters());
        return known;
    }

    private void bindShop() {
        main.bind("polls", new PollSteps(shops, lives, CLOCK, settings.clustered()));
        main.bind("arrivals", new ArrivalSteps(shops));
        main.bind("shop", new ShopSteps(shops));
        main.bind("shopCalls", new ShopCalls(shops, outages));
        main.bind("dictionaries", new DictionarySteps(shops));
    }

    private void bindErp() {
        CardMemory cards = new CardMemory(System::nanoTime);
        main.bind("customer", new CustomerSteps(shops, cards));
        main.bind("payment", new PaymentSteps(shops));
        main.bind("erpDictionaries", new ErpDictionarySteps(shops, new CurrencyRates(shops, CLOCK)));
        main.bind("zmo", new ZmoSteps(shops, lives, cards, CLOCK));
        main.bind("sale", new SaleSteps(shops, CLOCK));
        main.bind("erpCalls", new ErpCalls(shops, outages));
        main.bind("nbpCalls", new NbpCalls(settings.nbpUrl()));
        main.bind("ksef", new KsefSteps(ksef, KsefSetup.quiet(settings.ksefCron(), CLOCK), CLOCK));
        main.bind("ksefCalls", new KsefCalls(ksef));
        main.bind("stock", stock);
    }

    private void bindOps() {
        main.bind("outages", outages);
        main.bind("sendOnce", new SendOnce(this::mayTake, Answer.MOST_BYTES));
        ApiRequests requests = new ApiRequests(shops);
        main.bind("session", new SessionCalls(people));
        main.bind(
                "httpServer",
                new HttpDoorFactory(
                        settings.http(),
                        new Doorkeeper(new Access(people, WebhookSetup.isWanted(settings.shops())), CLOCK),
                        CLOCK));
        main.bind("api", new ApiDoor(requests, new ApiReplies(), gate, workers, hands::template));
        main.bind("requests", requests);
        main.bind("operator", new Operator(shops));
        main.bind("answerHeaders", new AnswerHeaders());
        Function<String, ErpConnection> erps = shop -> shops.of(shop).target().connection();
        Causes causes = new Causes(shop -> erps.apply(shop).address());
        OpsViews views = new OpsViews(
                outages, pollTimes, () -> embedded.map(EmbeddedDatabase.Running::backups), routeNews, rulesNews, erps);
        main.bind("views", views);
        main.bind(
                "viewing",
                new Viewing(
                        views,
                        new History(CLOCK),
                        explanations(),
                        causes,
                        new OrderViews(shops, ParcelSetup.shops(settings)),
                        hands::template));
        main.bind("causes", causes);
        main.bind("ksefViews", new KsefViews());
        mending.bind(main);
        main.bind("stockViews", new StockViews(stock));
        main.bind("consoleFiles", new ConsoleFiles());
    }

    private Probes probes() {
        return new Probes(shops, outages, hands::template, workers::isOpen, hands::take, CLOCK);
    }

    private Explanations explanations() {
        return new Explanations(shops, documents::now, new ErpIfItAnswers(hands::template, outages));
    }

    private Duration mayTake(String method, String address) {
        return method.equals("GET") ? WHOLE_ANSWER : shops.writeTimeout(address).orElse(WHOLE_ANSWER);
    }

    ProducerTemplate template() {
        return hands.template();
    }
}
