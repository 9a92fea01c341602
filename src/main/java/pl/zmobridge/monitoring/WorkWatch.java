package pl.zmobridge.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import pl.zmobridge.attempt.Progress;
import pl.zmobridge.failure.FailedSystem;

/**
 * Whether work that is due is done (I11): while the register has work that any worker could take, or a worker is at something, an attempt must end
 * now and then, well or badly. The register is asked only when none has ended for long.
 */
public final class WorkWatch {
    /** Work may be due so long, and so long nothing may end. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** An attempt whose write takes as long as it may (I10) does something before and after. */
    private static final Duration AROUND_A_WRITE = Duration.ofMinutes(1);

    private final Progress progress;
    private final BiFunction<String, Predicate<String>, Optional<Duration>> register;
    private final Predicate<WatchedShop> isErpStopped;

    /** @param register for how long work of a shop has waited, of the steps that count */
    WorkWatch(
            Progress progress,
            BiFunction<String, Predicate<String>, Optional<Duration>> register,
            Predicate<WatchedShop> isErpStopped) {
        this.progress = progress;
        this.register = register;
        this.isErpStopped = isErpStopped;
    }

    /** Why the work of a shop stands still, for people; empty when it does not, or when a system that is away or stopped (S6) has its own alarm. */
    public Optional<String> standstill(WatchedShop shop) {
        Duration quiet = progress.quiet(shop.id());
        Optional<Duration> running = progress.longest(shop.id());
        Duration patience = running.isPresent() ? whileWriting(shop) : PATIENCE;
        if (quiet.compareTo(patience) < 0 || isWaitedFor(shop) || isErpStopped.test(shop)) {
            return Optional.empty();
        }
        return running.filter(age -> age.compareTo(patience) >= 0)
                .map(age -> "a worker has been at one order for " + age.toMinutes() + " min")
                .or(() -> register.apply(shop.id(), shop.takes())
                        .filter(age -> age.compareTo(PATIENCE) >= 0)
                        .map(age -> "due for " + age.toMinutes() + " min"))
                .map(words -> words + ", nothing ended for " + quiet.toMinutes() + " min");
    }

    private static Duration whileWriting(WatchedShop shop) {
        Duration write = shop.longestWrite().plus(AROUND_A_WRITE);
        return write.compareTo(PATIENCE) > 0 ? write : PATIENCE;
    }

    /** An attempt sits out the silence of a system for a while before it ends. */
    private static boolean isWaitedFor(WatchedShop shop) {
        Map<String, Instant> away = shop.away().get();
        return away.containsKey(FailedSystem.SHOP.toString()) || away.containsKey(FailedSystem.ERP.toString());
    }
}
