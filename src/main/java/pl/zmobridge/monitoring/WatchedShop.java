package pl.zmobridge.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A shop, as far as it is watched.
 *
 * @param erp the address of its ERP
 * @param polls its schedule
 * @param longestWrite how long one write to its ERP may take
 * @param takes whether this bridge takes work of a step ({@code IMPORT}, {@code REALISE}, {@code FEEDBACK}) at the moment
 * @param bucketLevel places taken in its rate bucket
 * @param bucketLimit places there are
 * @param away the systems that are known to be away ({@code shop}, {@code ERP}, {@code database}), and since when
 * @param answered when each of the systems answered last; one that has not since the start is left out
 */
public record WatchedShop(
        String id,
        String erp,
        PollTimes polls,
        Duration longestWrite,
        Predicate<String> takes,
        DoubleSupplier bucketLevel,
        DoubleSupplier bucketLimit,
        Supplier<Map<String, Instant>> away,
        Supplier<Map<String, Instant>> answered) {}
