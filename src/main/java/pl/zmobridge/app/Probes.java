package pl.zmobridge.app;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.LifecycleStrategySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.attempt.Call;
import pl.zmobridge.attempt.Shop;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.failure.Unreachable;
import pl.zmobridge.monitoring.Outages;
import pl.zmobridge.shoper.ShoperApi;
import pl.zmobridge.symfonia.ErpConnection;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Request;

/**
 * From the start of a Camel to its stop, asks each shop and each ERP that has answered nobody for a minute something cheap, so that one that died
 * on a quiet evening is known within a minute. It goes through the same routes as work, never opens a first session, and asks each at most once
 * a minute. The database needs none: it is asked for work every two seconds.
 */
final class Probes extends LifecycleStrategySupport {
    private static final Logger LOG = LoggerFactory.getLogger(Probes.class);
    private static final int LOOKS = 60;
    /** A cheap question that nobody has answered for so long counts as a silence, though it is waited for further. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supplier<ProducerTemplate> template;
    private final Outages outages;
    private final BooleanSupplier mayBegin;
    private final Executor threads;
    private final InstantSource clock;
    private final List<Probe> probes = new ArrayList<>();
    private final ScheduledThreadPoolExecutor clockwork;

    /** One system, whichever shops share it; {@code hasRoom} says whether a call could be sent at once. */
    private record Target(
            FailedSystem system, String shop, String route, BooleanSupplier hasRoom, Supplier<Request<?>> question) {}

    /** The question that a system is asked at the moment, or was asked last. */
    private static final class Probe {
        private final Target target;
        private volatile Instant ended = Instant.MIN;
        private volatile Optional<Call> running = Optional.empty();
        private boolean silent;

        Probe(Target target) {
            this.target = target;
        }
    }

    /**
     * @param mayBegin false while the bridge stops, or its routes are being replaced
     * @param threads gives each question one
     */
    Probes(
            Shops shops,
            Outages outages,
            Supplier<ProducerTemplate> template,
            BooleanSupplier mayBegin,
            Executor threads,
            InstantSource clock) {
        this.template = template;
        this.outages = outages;
        this.mayBegin = mayBegin;
        this.threads = threads;
        this.clock = clock;
        shops.all()
                .forEach(shop -> probes.add(new Probe(
                        new Target(FailedSystem.SHOP, shop.id(), "direct:shop-call", () -> true, Probes::ofShop))));
        byErp(shops)
                .forEach((erp, shop) -> probes.add(new Probe(
                        new Target(FailedSystem.ERP, shop, "direct:erp-call", erp::hasRoom, new ErpQuestion(erp)))));
        clockwork = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "probes");
            made.setDaemon(true);
            return made;
        });
    }

    private static Map<ErpConnection, String> byErp(Shops shops) {
        return shops.all().stream()
                .collect(Collectors.toMap(shop -> shop.target().connection(), Shop::id, (first, second) -> first));
    }

    private static Request<?> ofShop() {
        return ShoperApi.dictionary(ShoperApi.Dictionary.STATUSES, 1);
    }

    /**
     * Sessions are licensed and few: the first one is opened by work. From then on the ERP's own data is asked for, in the session that the
     * bridge holds, be it that an outage has ended it.
     */
    private static final class ErpQuestion implements Supplier<Request<?>> {
        private final ErpConnection erp;
        private boolean hadSession;

        ErpQuestion(ErpConnection erp) {
            this.erp = erp;
        }

        @Override
        public Request<?> get() {
            hadSession |= erp.session().isOpen();
            return hadSession ? SymfoniaApi.departments() : SymfoniaApi.ping();
        }
    }

    @Override
    public void onContextStarted(CamelContext camel) {
        Duration quiet = Duration.ofMillis(Long.parseLong(camel.resolvePropertyPlaceholders("{{probes.quiet}}")));
        Instant started = clock.instant();
        long pause = quiet.toMillis() / LOOKS;
        clockwork.scheduleWithFixedDelay(() -> look(started, quiet), pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onContextStopping(CamelContext camel) {
        clockwork.shutdownNow();
    }

    /** @param started what has not answered yet is asked so long after */
    void look(Instant started, Duration quiet) {
        for (Probe probe : probes) {
            try {
                look(probe, started, quiet);
            } catch (RuntimeException | Error e) { // I11: asked again in its time
                probe.ended = clock.instant();
                LOG.warn("The {} was not asked whether it is there: {}", probe.target.system(), e.toString());
            }
        }
    }

    private void look(Probe probe, Instant started, Duration quiet) {
        Target target = probe.target;
        Instant now = clock.instant();
        Optional<Call> running = probe.running;
        if (running.isPresent()) {
            Instant sent = running.get().sentAt();
            if (!probe.silent && !sent.equals(Instant.MIN) && now.isAfter(sent.plus(PATIENCE))) {
                probe.silent = true;
                failed(target, running.get(), silence(target.system()));
            }
            return;
        }
        Instant last = outages.answeredAt(target.system(), target.shop()).orElse(started);
        Instant asked = Stream.of(last, probe.ended)
                .filter(time -> !time.isAfter(now)) // the clock may have been set back
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        if (now.isBefore(asked.plus(quiet)) || !target.hasRoom().getAsBoolean() || !mayBegin.getAsBoolean()) {
            return;
        }
        probe.silent = false;
        Call call = Call.to(target.question().get());
        probe.running = Optional.of(call);
        try {
            threads.execute(() -> ask(probe, call));
        } catch (RuntimeException | Error e) {
            probe.running = Optional.empty();
            throw e;
        }
    }

    private void ask(Probe probe, Call call) {
        Target target = probe.target;
        try {
            Exchange answer = template.get().request(target.route(), exchange -> {
                exchange.setVariable("shop", target.shop());
                exchange.getMessage().setBody(call);
            });
            Optional.ofNullable(answer.getException())
                    .map(Failures::of)
                    .filter(failure -> isSilence(failure, target.system()))
                    .ifPresent(failure -> failed(target, call, failure));
        } finally {
            probe.ended = clock.instant();
            probe.running = Optional.empty();
        }
    }

    private void failed(Target target, Call call, Failure failure) {
        boolean signedIn = !SymfoniaApi.isOpenToAll(call.request());
        outages.probeFailed(target.system(), target.shop(), signedIn, failure);
    }

    /** Whoever refuses is there, and so is a shop that wants fewer questions. */
    private static boolean isSilence(Failure failure, FailedSystem system) {
        return failure.system() == system
                && (failure.isOutage() && failure.cause() != Cause.SHOP_THROTTLED
                        || failure.cause() == Cause.ERP_FAILED);
    }

    private static Failure silence(FailedSystem system) {
        String words = "no answer for " + PATIENCE.toSeconds() + " s";
        return new Unreachable(system, new SocketTimeoutException(words)).failure();
    }
}
