package pl.zmobridge.attempt;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import pl.zmobridge.stock.StockRules;

/** One comparison of a shop's stock with its ERP's: the variable {@code stock}. It belongs to one exchange. */
public final class StockSync implements SqlParameters {
    /** So few are written after one look: what is ordered between the look and the write, a write cannot see. */
    private static final int PIECE = 10;

    private final String shop;
    private final StockRules rules;
    private final SeenStock seen;
    private final String bridge;
    private final Duration quiet;
    private final boolean dryRun;
    private final String holder = UUID.randomUUID().toString();
    private final Deque<StockChange> open = new ArrayDeque<>();
    private final Deque<StockChange> piece = new ArrayDeque<>();
    private final StockOrders orders = new StockOrders();
    private final List<Map<String, Object>> refused = new ArrayList<>();
    private Optional<StockPages> variants = Optional.empty();
    private Map<String, BigDecimal> available = Map.of();
    private List<ShopStock> looked = List.of();
    private LocalDateTime erpReadAt;
    private boolean passed;
    private boolean begun;
    private int changed;
    private int withheld;
    private Optional<StockChange> writing = Optional.empty();
    private Optional<StockPlan> plan = Optional.empty();
    private Optional<Failure> failure = Optional.empty();

    /**
     * @param seen what this bridge has seen of the shop
     * @param bridge by which the register knows this bridge
     * @param quiet it is not made when another bridge began one so short ago
     * @param dryRun nothing is written
     */
    StockSync(String shop, StockRules rules, SeenStock seen, String bridge, Duration quiet, boolean dryRun) {
        this.shop = shop;
        this.rules = rules;
        this.seen = seen;
        this.bridge = bridge;
        this.quiet = quiet;
        this.dryRun = dryRun || rules.dryRun();
    }

    public String shop() {
        return shop;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    StockRules rules() {
        return rules;
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

    /** Whether there are pages left that must be read before the plan is made. */
    public boolean isReading() {
        return next().isPresent();
    }

    Optional<Pages> next() {
        return Stream.<Pages>concat(variants.stream(), orders.goods())
                .filter(Pages::isMore)
                .findFirst();
    }

    /** @param at the register's time right before the ERP was asked */
    void stands(LocalDateTime at, boolean isPassed) {
        erpReadAt = at;
        passed = isPassed;
    }

    /** @throws StockStop when a warehouse that the rules name is not in the list */
    void erpHas(List<ErpStock> stock) {
        rules.missingWarehouse(stock).ifPresent(code -> {
            throw StockStop.noWarehouse(code);
        });
        available = rules.available(stock);
    }

    StockOrders orders() {
        return orders;
    }

    /**
     * Makes the plan.
     *
     * @throws StockStop when too many products would fall to 0 and no person has said go on
     */
    void decide() {
        StockPlan made = StockPlan.of(seen.all(), available, orders.quantities(), rules);
        plan = Optional.of(made);
        if (made.isAlarming() && !passed) {
            throw StockStop.emptying(made);
        }
        if (!dryRun) {
            open.addAll(made.changes());
        }
    }

    /** Whether there is more to write. */
    public boolean isWriting() {
        return !open.isEmpty();
    }

    /** The next few variants to be written. */
    List<Long> takePiece() {
        List<Long> ids = new ArrayList<>();
        while (!open.isEmpty() && ids.size() < PIECE) {
            ids.add(open.removeFirst().id());
        }
        return ids;
    }

    void looksAt(List<ShopStock> now) {
        looked = now;
        now.forEach(seen::put);
    }

    /** What of the piece differs still. Nothing is raised while there are orders of which nobody knows what they are about. */
    void decidePiece() {
        StockPlan now = StockPlan.of(looked, available, orders.quantities(), rules);
        for (StockChange change : now.changes()) {
            if (change.raises() && !orders.isAllKnown()) {
                withheld++;
            } else {
                piece.add(change);
            }
        }
    }

    /** Whether something of the piece is left to be written. */
    public boolean isWritingPiece() {
        return !piece.isEmpty();
    }

    StockChange nextWrite() {
        writing = Optional.of(piece.removeFirst());
        return writing.get();
    }

    void isWritten() {
        changed++;
        writing.ifPresent(
                change -> seen.put(new ShopStock(change.id(), change.code(), BigDecimal.valueOf(change.to()))));
    }

    void refuses(Failure words) {
        refused.add(Map.of("code", writing.orElseThrow().code(), "failure", words));
    }

    /** Nothing more is written. */
    void failed(Failure now) {
        failure = Optional.of(now);
        if (now.cause() != Cause.STOCK_TO_ZERO) {
            seen.forget(); // what became of the last write, nobody knows
        }
        open.clear();
        piece.clear();
    }

    /** Why it was not made, or not to its end. */
    public Optional<Failure> failure() {
        return failure;
    }

    public Optional<StockPlan> plan() {
        return plan;
    }

    /** How many variants were written. */
    public int changed() {
        return changed;
    }

    /** Raises that wait until all orders are known. */
    public int withheld() {
        return withheld;
    }

    /** Variants that the shop did not take: {@code code}, {@code failure}. */
    public List<Map<String, Object>> refused() {
        return refused;
    }

    private boolean isStopped() {
        return failure.filter(why -> why.cause() == Cause.STOCK_TO_ZERO).isPresent() && !dryRun;
    }

    /** Whether what a person has said of this plan is used up. */
    private boolean isOver() {
        return failure.isEmpty() && !dryRun;
    }

    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "holder" -> holder;
            case "bridge" -> bridge;
            case "quietMillis" -> quiet.toMillis();
            case "erpReadAt" -> erpReadAt;
            case "isStopped" -> isStopped();
            case "isOver" -> isOver();
            case "told" -> StockTold.of(this);
            default -> NONE;
        };
    }
}
