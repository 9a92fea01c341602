package pl.zmobridge.app;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.apache.camel.main.Main;
import org.apache.camel.spi.IdempotentRepository;
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
import pl.zmobridge.attempt.ZmoSearchSteps;
import pl.zmobridge.attempt.ZmoSteps;
import pl.zmobridge.camel.InTransaction;
import pl.zmobridge.camel.RegisterSql;
import pl.zmobridge.camel.SendOnce;
import pl.zmobridge.console.ConsoleFiles;
import pl.zmobridge.documents.RunningRules;
import pl.zmobridge.monitoring.Outages;
import pl.zmobridge.monitoring.PollTimes;
import pl.zmobridge.people.People;
import pl.zmobridge.people.SessionRows;
import pl.zmobridge.register.Backoff;
import pl.zmobridge.register.Claims;
import pl.zmobridge.register.DatabaseClock;
import pl.zmobridge.register.EmbeddedDatabase;
import pl.zmobridge.register.ErpSessionRows;
import pl.zmobridge.register.Lives;
import pl.zmobridge.register.PollLock;
import pl.zmobridge.register.Rows;
import pl.zmobridge.register.WatchedDatabase;
import pl.zmobridge.reload.Gate;
import pl.zmobridge.reload.RouteLoader;
import pl.zmobridge.reload.RouteNews;
import pl.zmobridge.reload.RulesNews;
import pl.zmobridge.schedule.Schedule;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.symfonia.CardMemory;
import pl.zmobridge.symfonia.ErpConnection;
import pl.zmobridge.wire.Answer;

/** What a bridge is made of: each part once, told of the others that it needs, and under the name by which routes call it. */
final class Beans {
    private static final InstantSource CLOCK = InstantSource.system();

    /** From a request to the last byte of its answer; a write to an ERP may take longer (I10). */
    private static final Duration WHOLE_ANSWER = Duration.ofSeconds(60);

    private final Main main;
    private final Hands hands;
    private final Settings settings;
    private final Optional<EmbeddedDatabase.Running> embedded;
    private final HikariDataSource database;
    private final WatchedDatabase watched;
    final PollLock pollLock;
    final DatabaseClock databaseClock;
    final Lives lives;
    final Shops shops;
    private final Outages outages;
    final Claims claims = new Claims();
    private final Map<String, PollTimes> pollTimes;
    final RouteLoader loader;
    final Gate gate = new Gate();
    final RouteNews routeNews = new RouteNews();
    final RunningRules documents = new RunningRules();
    final RulesNews rulesNews = new RulesNews();
    final Schedule schedule;
    final People people;
    private final KsefAccounts ksef;
    final Mending mending;
    private final StockSteps stock;
    final Workers workers;

    /**
     * @param clustered whether other nodes share the polls of these shops
     * @param idle whether it only tries routes, and never connects to the database
     */
    Beans(
            Main main,
            Hands hands,
            Settings settings,
            Optional<EmbeddedDatabase.Running> embedded,
            HikariDataSource database,
            boolean clustered,
            boolean idle) {
        this.main = main;
        this.hands = hands;
        this.settings = settings;
        this.embedded = embedded;
        this.database = database;
        this.pollLock = new PollLock(database);
        Optional<ErpSessionRows> sessions =
                idle ? Optional.empty() : Optional.of(new ErpSessionRows(database, pollLock));
        this.shops =
                new ShopSetup(CLOCK, new ErpSessions(hands::template, sessions), documents).shops(settings.shops());
        this.pollTimes = ShopRoutes.pollTimes(settings.shops(), CLOCK);
        this.watched = new WatchedDatabase(database, System::nanoTime);
        this.databaseClock =
                ClockWatch.of(database, shops, settings.redelivery().max());
        this.lives = new Lives(database, pollLock);
        this.loader = new RouteLoader(new ShopRoutes(settings.shops())::addTo);
        this.schedule = clustered ? Schedule.clustered(database, watched, hands::take) : Schedule.alone(hands::take);
        this.workers = new Workers(hands::template, shops, hands::take);
        this.outages = new Outages(shops, CLOCK, schedule::lastBegun);
        this.ksef = KsefSetup.accounts(settings.shops(), CLOCK);
        this.stock = StockSetup.steps(settings, shops, CLOCK, workers::isOpen);
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

    /** @param importKeys of orders that were received, so that none is received twice */
    void bind(IdempotentRepository importKeys) {
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setInitialProperties(CamelSettings.of(settings.http()));
        main.addInitialProperty("ksef.wanted", Boolean.toString(!ksef.all().isEmpty()));
        main.addInitialProperty("ksef.when", settings.ksefCron());
        main.addInitialProperty("stock.wanted", Boolean.toString(!stock.shops().isEmpty()));
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
        main.bind("zmoSearch", new ZmoSearchSteps(shops, lives, CLOCK));
        main.bind("zmo", new ZmoSteps(shops, lives, cards));
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
                        new OrderViews(shops, ParcelSetup.shops(settings), ksef),
                        hands::template));
        main.bind("causes", causes);
        main.bind("ksefViews", new KsefViews());
        mending.bind(main);
        main.bind("stockViews", new StockViews(stock));
        main.bind("consoleFiles", new ConsoleFiles());
    }

    Probes probes() {
        return new Probes(shops, outages, hands::template, workers::isOpen, hands::take, CLOCK);
    }

    private Explanations explanations() {
        return new Explanations(shops, documents::now, new ErpIfItAnswers(hands::template, outages));
    }

    private Duration mayTake(String method, String address) {
        return method.equals("GET") ? WHOLE_ANSWER : shops.writeTimeout(address).orElse(WHOLE_ANSWER);
    }
}
