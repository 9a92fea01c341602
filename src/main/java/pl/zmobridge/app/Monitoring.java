package pl.zmobridge.app;

import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.main.Main;
import pl.zmobridge.attempt.KsefAccounts;
import pl.zmobridge.attempt.Shop;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.attempt.Workers;
import pl.zmobridge.camel.LogContext;
import pl.zmobridge.monitoring.Metrics;
import pl.zmobridge.monitoring.Outages;
import pl.zmobridge.monitoring.PollTimes;
import pl.zmobridge.monitoring.Stops;
import pl.zmobridge.monitoring.WatchedShop;
import pl.zmobridge.monitoring.health.DatabaseAnswers;
import pl.zmobridge.monitoring.health.LettersTried;
import pl.zmobridge.monitoring.health.PeopleTold;
import pl.zmobridge.monitoring.health.PollsCarriedOut;
import pl.zmobridge.monitoring.health.RoutesStarted;
import pl.zmobridge.monitoring.health.StockKept;
import pl.zmobridge.monitoring.health.SystemsAway;
import pl.zmobridge.monitoring.health.WorkDone;
import pl.zmobridge.people.People;
import pl.zmobridge.register.Claims;
import pl.zmobridge.register.WatchedDatabase;
import pl.zmobridge.schedule.Schedule;
import pl.zmobridge.shoper.RateBucket;

/** Binds what watches a running bridge: its metrics, its health checks, what its log lines are about. */
final class Monitoring {
    private final Main main;
    private final Shops shops;
    private final List<WatchedShop> watched;
    private final Metrics metrics;
    private final Outages outages;
    private final InstantSource clock;
    private final Workers workers;

    Monitoring(
            Main main,
            Shops shops,
            Workers workers,
            Map<String, PollTimes> polls,
            Outages outages,
            Schedule schedule,
            InstantSource clock) {
        this.main = main;
        this.shops = shops;
        this.clock = clock;
        this.outages = outages;
        this.workers = workers;
        this.metrics = new Metrics(clock, schedule::lastBegun, outages);
        Function<Shop, WatchedShop> watch = shop -> watched(shop, polls.get(shop.id()), outages);
        this.watched = shops.all().stream().map(watch).toList();
    }

    /** @param asked the database as what watches it asks it */
    void bind(
            HikariDataSource database,
            WatchedDatabase asked,
            Claims claims,
            People people,
            KsefAccounts ksef,
            List<String> stock,
            Telling telling) {
        bind(telling);
        watched.forEach(metrics::watch);
        database.setMetricRegistry(metrics.registry());
        watched.forEach(shop -> ksef.of(shop.id()).ifPresent(account -> metrics.watchKsef(asked, shop, account.id())));
        main.bind("lettersTried", new LettersTried(metrics.watch(asked, () -> watched)));
        main.bind("workDone", new WorkDone(() -> watched, metrics.watchWork(asked, () -> watched, workers.progress())));
        metrics.watchWorkers(
                () -> claims.inFlight().size(),
                () -> shops.all().stream().mapToInt(Shop::ordersAtOnce).sum());
        shops.all()
                .forEach(shop ->
                        metrics.watchCallsAtOnce(shop.id(), shop.target().connection()::limit));
        metrics.watchPasswords(people::wrongPasswords);
        main.bind("metricsRegistry", metrics.registry());
        main.bind("pollWatch", metrics.polls());
        main.bind("orderTimes", metrics.orderTimes());
        main.bind("shopTimer", metrics.shopCalls());
        main.bind("erpTimer", metrics.erpCalls());
        main.bind("databaseAnswers", new DatabaseAnswers(asked, outages::fullSince));
        main.bind("routesStarted", new RoutesStarted(main::getCamelContext));
        main.bind("pollsCarriedOut", new PollsCarriedOut(() -> watched, metrics.polls()));
        main.bind("systemsAway", new SystemsAway(() -> watched, metrics::isErpStopped, clock));
        if (!stock.isEmpty()) {
            Stops stops = metrics.watchStock(database, watched, stock);
            main.bind("stockKept", new StockKept(stock, stops::isStopped));
        }
        main.bind("logContext", new LogContext(this::number));
    }

    /** Whoever tells nobody sees nothing of it. */
    private void bind(Telling telling) {
        telling.channels()
                .keySet()
                .forEach(channel -> metrics.watchNotifications(
                        channel, () -> telling.channels().get(channel)));
        if (!telling.channels().isEmpty()) {
            main.bind("peopleTold", new PeopleTold(telling::channels, clock));
        }
    }

    private boolean takes(Shop shop, String step) {
        return switch (step) {
            case "REALISE" -> shop.rules().realising(); // Z1
            case "IMPORT" -> !workers.isLeftToPoll(shop.id());
            default -> true;
        };
    }

    private Optional<String> number(String shop, long order) {
        return shops.find(shop).map(known -> known.rules().numbers().number(order));
    }

    private WatchedShop watched(Shop shop, PollTimes polls, Outages outages) {
        RateBucket bucket = shop.source().bucket();
        return new WatchedShop(
                shop.id(),
                shop.target().connection().address(),
                polls,
                shop.target().connection().writeTimeout(),
                step -> takes(shop, step),
                bucket::level,
                bucket::limit,
                () -> outages.away(shop.id()),
                () -> outages.answered(shop.id()));
    }
}
