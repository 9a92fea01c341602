package pl.zmobridge.attempt;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.shoper.Pages;
import pl.zmobridge.shoper.StockPages;
import pl.zmobridge.stock.ErpStock;
import pl.zmobridge.stock.SeenStock;
import pl.zmobridge.stock.ShopStock;
import pl.zmobridge.stock.StockChange;
import pl.zmobridge.stock.StockPlan;

/** One comparison of a shop's stock with its ERP's: the variable {@code stock}. It belongs to one exchange. */
public final class StockSync implements SqlParameters {
    /** What the ERP has said is no longer written after it: the goods may be sold elsewhere by then. */
    static final Duration MOST_AGE = Duration.ofMinutes(10);
    /** After any other failure nobody knows what became of the last write. */
    private static final Set<Cause> WELL_KNOWN =
            Set.of(Cause.STOCK_TO_ZERO, Cause.STOCK_NO_WAREHOUSE, Cause.STOCK_REFUSED, Cause.STOCK_PAUSED);

    private final KeptStock kept;
    private final SeenStock seen;
    private final String bridge;
    private final Duration quiet;
    private final boolean dryRun;
    private final LongSupplier nanos;
    private final String holder = UUID.randomUUID().toString();
    private final StockOrders orders;
    private final StockWrites writes = new StockWrites();
    private Optional<StockPages> variants = Optional.empty();
    private Map<String, BigDecimal> available = Map.of();
    private List<ShopStock> looked = List.of();
    private LocalDateTime erpReadAt;
    private Optional<Long> erpAskedAt = Optional.empty();
    private long passed;
    private boolean begun;
    private Optional<StockPlan> plan = Optional.empty();
    private Optional<Failure> failure = Optional.empty();

    /**
     * @param seen what this bridge has seen of the shop
     * @param bridge by which the register knows this bridge
     * @param quiet it is not made when another bridge began one so short ago
     * @param dryRun nothing is written
     * @param nanos a clock that nobody sets
     */
    StockSync(KeptStock kept, SeenStock seen, String bridge, Duration quiet, boolean dryRun, LongSupplier nanos) {
        this.kept = kept;
        this.seen = seen;
        this.bridge = bridge;
        this.quiet = quiet;
        this.dryRun = dryRun || kept.rules().dryRun();
        this.nanos = nanos;
        this.orders = new StockOrders(kept.sharing());
    }

    public String shop() {
        return kept.shop();
    }

    public boolean isDryRun() {
        return dryRun;
    }

    void begins() {
        begun = true;
    }

    /** Whether this bridge makes it: not while another one is at it. */
    public boolean isBegun() {
        return begun;
    }

    /** @param isRemembered whether no other bridge has compared since this one did, and nobody wants to know it anew */
    void reads(boolean isRemembered) {
        if (!isRemembered || quiet.isZero()) {
            seen.forget();
        }
        variants = Optional.of(new StockPages(seen));
    }

    /** Whether there are pages left that must be read now. */
    public boolean isReading() {
        return next().isPresent();
    }

    Optional<Pages> next() {
        return Stream.<Pages>concat(variants.stream(), orders.reading())
                .filter(Pages::isMore)
                .findFirst();
    }

    /**
     * @param at the register's time right before the ERP was asked
     * @param mayFall so many products may fall to 0 at once, as a person has said
     */
    void stands(LocalDateTime at, long mayFall) {
        erpReadAt = at;
        erpAskedAt = Optional.of(nanos.getAsLong());
        passed = mayFall;
    }

    /** Whether the ERP was asked too long ago to go on with its answer. */
    boolean isStale() {
        return erpAskedAt
                .filter(asked -> nanos.getAsLong() - asked > MOST_AGE.toNanos())
                .isPresent();
    }

    /** @throws StockStop when a warehouse that the rules name is not in the list */
    void erpHas(List<ErpStock> stock) {
        kept.rules().missingWarehouse(stock).ifPresent(code -> {
            throw StockStop.noWarehouse(code);
        });
        available = kept.rules().available(stock);
    }

    StockOrders orders() {
        return orders;
    }

    /** The shops whose orders take of the same goods, as far as they answer. */
    public List<String> sharing() {
        return orders.shops();
    }

    /**
     * Makes the plan.
     *
     * @throws StockStop when too many products would fall to 0 and no person has said go on
     */
    void decide() {
        StockPlan made = planOf(seen.all());
        plan = Optional.of(made);
        if (made.isAlarming(passed)) {
            throw StockStop.emptying(made);
        }
        if (!dryRun) {
            writes.plan(seen.inTurn(made.changes()));
        }
    }

    private StockPlan planOf(List<ShopStock> shop) {
        return StockPlan.of(shop, available, orders.quantities(), kept.rules(), kept.codes());
    }

    /** Whether there is more to write. */
    public boolean isWriting() {
        return writes.isMore();
    }

    StockWrites writes() {
        return writes;
    }

    void looksAt(List<ShopStock> now) {
        looked = now;
        now.forEach(seen::put);
    }

    /** What of the piece differs still. Nothing is raised while there are orders of which nobody knows what they are about. */
    void decidePiece() {
        writes.decide(planOf(looked).changes(), orders.isAllKnown());
    }

    /** Whether something of the piece is left to be written. */
    public boolean isWritingPiece() {
        return writes.isPiece();
    }

    StockChange nextWrite() {
        StockChange next = writes.next();
        seen.tries(next.id());
        return next;
    }

    void isWritten() {
        StockChange done = writes.written();
        seen.put(new ShopStock(done.id(), done.code(), BigDecimal.valueOf(done.to())));
    }

    /** Nothing more is written. */
    void failed(Failure now) {
        failure = Optional.of(now);
        if (!WELL_KNOWN.contains(now.cause())) {
            seen.forget();
        }
        writes.end();
    }

    /** Why it was not made, or not to its end. */
    public Optional<Failure> failure() {
        return failure;
    }

    public Optional<StockPlan> plan() {
        return plan;
    }

    private boolean isBecauseOf(Cause cause) {
        return failure.filter(why -> why.cause() == cause).isPresent();
    }

    /** Whether what a person has said of this plan is used up. */
    private boolean isOver() {
        return failure.isEmpty() && !dryRun;
    }

    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "keptShop" -> kept.shop();
            case "sharing" -> kept.sharing();
            case "unreserved" -> kept.unreserved();
            case "holder" -> holder;
            case "bridge" -> bridge;
            case "quietMillis" -> quiet.toMillis();
            case "erpReadAt" -> erpReadAt;
            case "isStopped" -> isBecauseOf(Cause.STOCK_TO_ZERO) && !dryRun;
            case "emptied" -> plan.map(StockPlan::emptied).orElse(0L);
            case "isPaused" -> isBecauseOf(Cause.STOCK_PAUSED);
            case "isOver" -> isOver();
            case "told" -> StockTold.of(this);
            default -> NONE;
        };
    }
}
