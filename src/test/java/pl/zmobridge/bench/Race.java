package pl.zmobridge.bench;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.sim.SimOrder;

/**
 * Sends the same orders through a contestant. First every regular orders once without latency, so that the ERP knows them and the
 * contestant is warm; then the race. Orders come in waves, the next one when few are left, so that there is always enough to do.
 *
 * @param orders how many
 * @param wave how many come at a time
 */
record Race(String name, int orders, int wave, Arena.Latency latency) {
    private static final long LOOK_EVERY_MILLIS = 5;

    /**
     * The contestant is ended by it.
     *
     * @param database of a contestant that has one
     */
    Result run(Arena arena, Contestant contestant, Optional<Statements> database) {
        BenchOrders source = new BenchOrders();
        Progress progress = new Progress(arena, contestant.process());
        arena.latency(Arena.NONE);
        progress.place(source.firstOfRegulars());
        contestant.look();
        progress.awaitLeft(0);

        arena.latency(latency);
        arena.shop().forgetRequests();
        arena.erp().forgetRequests();
        long statements = database.map(Statements::soFar).orElse(0L);
        Usage before = contestant.process().usage();
        long begun = System.nanoTime();
        for (int placed = 0; placed < orders; placed += wave) {
            progress.awaitLeft(placed == 0 ? 0 : wave / 2);
            progress.place(source.next(Math.min(wave, orders - placed)));
            contestant.look();
        }
        progress.awaitLeft(0);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Usage after = contestant.process().usage();
        statements = database.map(Statements::soFar).orElse(0L) - statements;
        long shopRequests = sum(arena.shop().requestCounters().values());
        long erpCalls = sum(arena.erp().requestCounters().values());
        long peakHeap = contestant.process().stopAndReadPeakHeap();
        progress.nothingTwice();
        return new Result(
                name,
                orders,
                seconds,
                shopRequests,
                erpCalls,
                statements,
                after.cpuSince(before).toNanos() / 1e6,
                peakHeap,
                after.residentMb());
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** How many orders and sales documents there must be in the end, and how many there are. */
    private static final class Progress {
        private final Arena arena;
        private final OwnProcess process;
        private int placed;
        private int paid;

        Progress(Arena arena, OwnProcess process) {
            this.arena = arena;
            this.process = process;
        }

        void place(List<SimOrder> orders) {
            arena.shop().addOrders(orders);
            placed += orders.size();
            paid += (int) orders.stream()
                    .filter(each -> each.header().path("status_id").asText().equals(BenchOrders.PAID))
                    .count();
        }

        void awaitLeft(int most) {
            process.await(
                    "all but " + most + " of " + placed + " orders in the ERP",
                    LOOK_EVERY_MILLIS,
                    () -> left() <= most);
        }

        private int left() {
            return Math.max(
                    placed - arena.erp().ordersIssued(), paid - arena.erp().invoicesIssued());
        }

        /** @throws IllegalStateException when an order is in the ERP twice */
        void nothingTwice() {
            if (arena.erp().ordersIssued() != placed || arena.erp().invoicesIssued() != paid) {
                throw new IllegalStateException(placed + " orders, " + paid + " paid, but "
                        + arena.erp().ordersIssued() + " ZMO, "
                        + arena.erp().invoicesIssued() + " sales documents");
            }
        }
    }
}
