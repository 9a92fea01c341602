package pl.zmobridge.monitoring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import pl.zmobridge.attempt.Progress;
import pl.zmobridge.failure.FailedSystem;

/** All meters of a process, whatever shops it serves; {@code GET /observe/metrics} shows them. */
public final class Metrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final PollWatch polls;
    private final InstantSource clock;
    private final Outages outages;
    private final Instant started;
    private volatile Optional<Stops> stops = Optional.empty();
    private volatile Optional<WorkWatch> work = Optional.empty();
    private Optional<KsefAges> ksef = Optional.empty();
    private volatile LongSupplier wrongPasswords = () -> 0; // a meter does not keep what it watches

    /** @param byAnyNode when any bridge of a cluster began the last poll of a shop */
    public Metrics(InstantSource clock, Function<String, Optional<Instant>> byAnyNode, Outages outages) {
        this.clock = clock;
        this.started = clock.instant();
        this.outages = outages;
        this.polls = new PollWatch(registry, clock, byAnyNode, outages);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Where Camel finds it: {@code metricsRegistry}. */
    public MeterRegistry registry() {
        return registry;
    }

    public PollWatch polls() {
        return polls;
    }

    public OrderTimes orderTimes() {
        return new OrderTimes(registry, clock, outages);
    }

    /** The {@code policy} around the shop's endpoint. */
    public CallTimer shopCalls() {
        return new CallTimer(registry, "zmobridge.shop.call", FailedSystem.SHOP);
    }

    /** The {@code policy} around the ERP's endpoint. */
    public CallTimer erpCalls() {
        return new CallTimer(registry, "zmobridge.erp.call", FailedSystem.ERP);
    }

    /**
     * Watches what the register holds of these shops.
     *
     * @return how many open dead letters of each shop nobody tries though they are due; shops without any are left out
     */
    public Supplier<Map<String, Long>> watch(DataSource database, Supplier<List<WatchedShop>> shops) {
        RegisterFigures figures = new RegisterFigures(
                database, () -> shops.get().stream().map(WatchedShop::id).toList(), clock);
        registry.getPrometheusRegistry().register(new RegisterCollector(figures));
        stops = Optional.of(Stops.ofErps(database, clock));
        return figures::forgotten;
    }

    /** Watches whether the work of these shops goes on. */
    public WorkWatch watchWork(DataSource database, Supplier<List<WatchedShop>> shops, Progress progress) {
        WaitingWork waiting = new WaitingWork(
                database, () -> shops.get().stream().map(WatchedShop::id).toList(), clock);
        WorkWatch watch = new WorkWatch(progress, waiting::longest, this::isErpStopped);
        work = Optional.of(watch);
        return watch;
    }

    private boolean isStandingStill(WatchedShop shop) {
        return work.flatMap(watch -> watch.standstill(shop)).isPresent();
    }

    /** Whether nothing is written to the shop's ERP until a person says go on (S6). */
    public boolean isErpStopped(WatchedShop shop) {
        return stops.filter(known -> known.isStopped(shop.erp())).isPresent();
    }

    /** Watches a shop from now on. */
    public void watch(WatchedShop shop) {
        polls.add(shop);
        gauge(
                "poll.age.seconds",
                "Seconds since a poll succeeded",
                shop,
                () -> polls.age(shop.id()).toMillis() / 1000.0);
        gauge(
                "poll.late",
                "1 when three polls should have been since one succeeded",
                shop,
                () -> polls.isLate(shop) ? 1 : 0);
        gauge(
                "erp.stopped",
                "1 while nothing is written to the shop's ERP, until a person says go on",
                shop,
                () -> isErpStopped(shop) ? 1 : 0);
        gauge(
                "work.stuck",
                "1 while work that is due is not done, though no other system is at fault",
                shop,
                () -> isStandingStill(shop) ? 1 : 0);
        gauge("shop.bucket.level", "Places taken in the shop's rate bucket", shop, shop.bucketLevel());
        gauge("shop.bucket.limit", "Places in the shop's rate bucket", shop, shop.bucketLimit());
        for (FailedSystem system : Outages.NEEDED) {
            Gauge.builder("zmobridge.outage", () -> shop.away().get().containsKey(system.toString()) ? 1 : 0)
                    .description("1 while a system is known to be away")
                    .tag("shop", shop.id())
                    .tag("system", system.toString())
                    .register(registry);
            Gauge.builder("zmobridge.answered.age.seconds", () -> answeredAge(system, shop.id()))
                    .description("Seconds since a system answered, at first since the start")
                    .tag("shop", shop.id())
                    .tag("system", system.toString())
                    .register(registry);
        }
    }

    private double answeredAge(FailedSystem system, String shop) {
        Instant since = outages.answeredAt(system, shop).orElse(started);
        return Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    /** Watches how long ago KSeF told of the invoices of this seller, who is the shop's. */
    public void watchKsef(DataSource database, WatchedShop shop, String account) {
        KsefAges ages = ksef.orElseGet(() -> new KsefAges(database, clock));
        ksef = Optional.of(ages);
        gauge("ksef.age.seconds", "Seconds since KSeF answered", shop, () -> ages.seconds(account));
    }

    /** Watches which of these shops' stock is left alone until a person says go on. */
    public Stops watchStock(DataSource database, List<WatchedShop> all, List<String> kept) {
        Stops stops = Stops.ofStock(database, clock);
        all.stream()
                .filter(shop -> kept.contains(shop.id()))
                .forEach(shop -> gauge(
                        "stock.stopped",
                        "1 while the shop's stock is left alone, until a person says go on",
                        shop,
                        () -> stops.isStopped(shop.id()) ? 1 : 0));
        return stops;
    }

    /** Watches the workers: how many orders are worked on, and how many can be at once. */
    public void watchWorkers(DoubleSupplier busy, DoubleSupplier all) {
        Gauge.builder("zmobridge.workers.busy", busy::getAsDouble)
                .description("Orders that are worked on")
                .register(registry);
        Gauge.builder("zmobridge.workers", all::getAsDouble)
                .description("Orders that can be worked on at once")
                .register(registry);
    }

    /** Watches how many calls the ERP of a shop is given at once. */
    public void watchCallsAtOnce(String shop, DoubleSupplier limit) {
        Gauge.builder("zmobridge.erp.concurrency.limit", limit::getAsDouble)
                .description("Calls that the shop's ERP is given at once")
                .tag("shop", shop)
                .register(registry);
    }

    /** Watches how many wrong passwords there were. */
    public void watchPasswords(LongSupplier wrong) {
        wrongPasswords = wrong;
        FunctionCounter.builder("zmobridge.passwords.wrong", this, metrics -> metrics.wrongPasswords.getAsLong())
                .description("Wrong passwords since the start")
                .register(registry);
    }

    /** Watches the channels on which people are told. */
    public void watchNotifications(String channel, Supplier<Optional<Instant>> failingSince) {
        Gauge.builder(
                        "zmobridge.notifications.failing",
                        () -> failingSince.get().isPresent() ? 1 : 0)
                .description("1 while people cannot be told on a channel")
                .tag("channel", channel)
                .register(registry);
    }

    private void gauge(String name, String description, WatchedShop shop, DoubleSupplier value) {
        Gauge.builder("zmobridge." + name, value::getAsDouble)
                .description(description)
                .tag("shop", shop.id())
                .register(registry);
    }
}
