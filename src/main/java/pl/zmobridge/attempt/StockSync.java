package pl.zmobridge.attempt;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.shoper.OrderedGoods;
import pl.zmobridge.shoper.Pages;
import pl.zmobridge.shoper.StockPages;
import pl.zmobridge.stock.ErpStock;
import pl.zmobridge.stock.ShopStock;
import pl.zmobridge.stock.StockChange;
import pl.zmobridge.stock.StockPlan;
import pl.zmobridge.stock.StockRules;

/** One comparison of a shop's stock with its ERP's: the variable {@code stock}. It belongs to one exchange. */
public final class StockSync implements SqlParameters {
    /** So few are written after one look: what is ordered between the look and the write, a write cannot see. */
    private static final int PIECE = 10;

    private final StockPages variants = new StockPages();
    private final String shop;
    private final StockRules rules;
    private final Duration quiet;
    private final boolean dryRun;
    private final String holder = UUID.randomUUID().toString();
    private final Deque<StockChange> open = new ArrayDeque<>();
    private final Deque<StockChange> piece = new ArrayDeque<>();
    private final Set<Long> asked = new HashSet<>();
    private final List<Map<String, Object>> refused = new ArrayList<>();
    private Map<String, BigDecimal> available = Map.of();
    private Map<String, BigDecimal> ordered = new HashMap<>();
    private final List<OrderedGoods> goods = new ArrayList<>();
    private List<Long> newOrders = List.of();
    private boolean isAllKnown;
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
     * @param quiet it is not made when another bridge began one so short ago
     * @param dryRun nothing is written
     */
    StockSync(String shop, StockRules rules, Duration quiet, boolean dryRun) {
        this.shop = shop;
        this.rules = rules;
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

    /** Whether there are pages left that must be read before the plan is made. */
    public boolean isReading() {
        return next().isPresent();
    }

    Optional<Pages> next() {
        return variants.isMore()
                ? Optional.of(variants)
                : goods.stream()
                        .filter(OrderedGoods::isMore)
                        .map(Pages.class::cast)
                        .findFirst();
    }

    /** @param at the register's time right before the ERP was asked */
    void stands(LocalDateTime at, boolean isPassed) {
        erpReadAt = at;
        passed = isPassed;
    }

    /** @throws StockStop when a warehouse that the rules name is not in the list */
    void erpHas(List<ErpStock> stock) {
        Set<String> known = new HashSet<>();
        stock.forEach(each -> known.add(each.warehouse()));
        rules.warehouses().stream()
                .filter(code -> !known.contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw StockStop.noWarehouse(code);
                });
        available = rules.available(stock);
    }

    /** @param isComplete whether they are all that are newer than those that polls have seen */
    void areNew(List<Long> orders, boolean isComplete) {
        newOrders = orders;
        isAllKnown = isComplete;
    }

    /** Of these orders, and of new ones, nobody knows what they are about; each is asked about once. */
    List<Long> unasked(List<Long> orders) {
        List<Long> ids = new ArrayList<>();
        for (long id : orders) {
            if (asked.add(id)) {
                ids.add(id);
            }
        }
        for (long id : newOrders) {
            if (asked.add(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    void asks(OrderedGoods about) {
        goods.add(about);
    }

    /** @param byRegister what orders in the register take that the ERP did not know when it was read */
    void isOrdered(Map<String, BigDecimal> byRegister) {
        ordered = new HashMap<>(byRegister);
        goods.forEach(known ->
                known.quantities().forEach((code, quantity) -> ordered.merge(code, quantity, BigDecimal::add)));
    }

    /**
     * Makes the plan.
     *
     * @throws StockStop when too many products would fall to 0 and no person has said go on
     */
    void decide() {
        StockPlan made = StockPlan.of(variants.found(), available, ordered, rules);
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
    }

    /** What of the piece differs still. Nothing is raised while there are orders of which nobody knows what they are about. */
    void decidePiece() {
        StockPlan now = StockPlan.of(looked, available, ordered, rules);
        for (StockChange change : now.changes()) {
            if (change.raises() && !isAllKnown) {
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
    }

    void refuses(Failure words) {
        Map<String, Object> row = new HashMap<>();
        row.put("code", writing.orElseThrow().code());
        row.put("failure", words);
        refused.add(row);
    }

    /** Nothing more is written. */
    void failed(Failure now) {
        failure = Optional.of(now);
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
            case "quietMillis" -> quiet.toMillis();
            case "erpReadAt" -> erpReadAt;
            case "isStopped" -> isStopped();
            case "isOver" -> isOver();
            case "told" -> StockTold.of(this);
            default -> NONE;
        };
    }
}
