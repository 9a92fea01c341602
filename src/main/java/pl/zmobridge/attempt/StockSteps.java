package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.failure.WaitsFor;
import pl.zmobridge.register.Times;
import pl.zmobridge.shoper.DictionaryCache;
import pl.zmobridge.shoper.ListPage;
import pl.zmobridge.shoper.OrderedGoods;
import pl.zmobridge.shoper.ShoperApi;
import pl.zmobridge.shoper.StockPages;
import pl.zmobridge.stock.ErpStock;
import pl.zmobridge.stock.SeenStock;
import pl.zmobridge.stock.StockChange;
import pl.zmobridge.stock.StockRules;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Request;
import pl.zmobridge.words.Language;

/** Makes a shop show what its ERP has left to sell. Whatever an order needs of the shop goes first. */
public final class StockSteps {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.stock");

    private final Shops shops;
    private final Map<String, StockRules> stocks;
    private final Duration quiet;
    private final BooleanSupplier isOpen;
    private final String bridge = UUID.randomUUID().toString();
    private final Map<String, SeenStock> seen = new ConcurrentHashMap<>();
    private final Map<String, Cause> told = new ConcurrentHashMap<>();

    /**
     * @param stocks the shops whose stock is kept, by id
     * @param quiet how long after another bridge has begun this one's schedule does not
     * @param isOpen whether the bridge may go on with what is under way
     */
    public StockSteps(Shops shops, Map<String, StockRules> stocks, Duration quiet, BooleanSupplier isOpen) {
        this.shops = shops;
        this.stocks = stocks;
        this.quiet = quiet;
        this.isOpen = isOpen;
    }

    /** The schedule compares every shop. */
    public List<StockSync> scheduled() {
        return stocks.keySet().stream().map(shop -> sync(shop, quiet, false)).toList();
    }

    /** A person wants a shop compared, or all. */
    public List<StockSync> wanted(String shop, boolean dryRun) {
        return stocks.keySet().stream()
                .filter(each -> shop == null || each.equals(shop))
                .map(each -> sync(each, Duration.ZERO, dryRun))
                .toList();
    }

    private StockSync sync(String shop, Duration apart, boolean dryRun) {
        SeenStock of = seen.computeIfAbsent(shop, each -> new SeenStock());
        return new StockSync(KeptStock.of(shop, stocks.get(shop), shops), of, bridge, apart, dryRun, System::nanoTime);
    }

    /** The shops whose stock is kept. */
    public List<String> shops() {
        return List.copyOf(stocks.keySet());
    }

    /** Whether this bridge is the one that compares now. */
    public boolean isOurs(@Variable("stock") StockSync sync, @Header("CamelSqlUpdateCount") int begun) {
        if (begun == 1) {
            sync.begins();
        }
        return begun == 1;
    }

    /**
     * Before each request, and while one waits for its place.
     *
     * @throws IllegalStateException when another bridge has taken over from this one, which was silent for too long
     * @throws StockStop when the bridge stops, its routes are to be replaced, or the ERP was asked too long ago
     */
    public void goesOn(@Variable("stock") StockSync sync, @Header("CamelSqlUpdateCount") int held) {
        if (!isOpen.getAsBoolean() || sync.isStale()) {
            throw StockStop.paused();
        }
        if (held != 1) {
            throw new IllegalStateException("Another bridge has taken over the comparison of stock");
        }
    }

    /** @param remembered of {@code stock-last}: 1 when this bridge was the last to compare */
    public void reads(@Variable("stock") StockSync sync, @Body Number remembered) {
        sync.reads(remembered.intValue() == 1);
    }

    /** Whether a request must wait, because orders may need the places in the shop's bucket. */
    public boolean mustWait(@Variable("shop") String shop) {
        return !shops.of(shop).source().bucket().hasSpare();
    }

    /** The page to read next. */
    public Request<ListPage> page(@Variable("stock") StockSync sync) {
        return sync.next().orElseThrow().request();
    }

    public void read(@Variable("stock") StockSync sync, @Body ListPage page) {
        sync.next().orElseThrow().accept(page);
    }

    /** @param row of {@code stock-stands} */
    public Request<List<ErpStock>> inventory(@Variable("stock") StockSync sync, @Body Map<String, Object> row) {
        sync.stands(Times.utc(row.get("now_at")).orElseThrow(), ((Number) row.get("passed")).longValue());
        return SymfoniaApi.inventory();
    }

    public void erpHas(@Variable("stock") StockSync sync, @Body List<ErpStock> inventory) {
        sync.erpHas(inventory);
    }

    /** The question about orders that no poll has seen. */
    public Request<ListPage> newOrders(@Body Number cursor) {
        return ShoperApi.ordersAfter(cursor.longValue());
    }

    public void areNew(@Variable("stock") StockSync sync, @Variable("shop") String shop, @Body ListPage page) {
        sync.orders().areNew(shop, OrderedGoods.ids(page), page.isLast());
    }

    /** @param rows of {@code stock-unread} */
    public void asks(
            @Variable("stock") StockSync sync, @Variable("shop") String shop, @Body List<Map<String, Object>> rows) {
        Shop.Source source = shops.of(shop).source();
        DictionaryCache dictionaries = source.dictionaries();
        List<Long> ids = sync.orders()
                .unasked(
                        shop,
                        rows.stream()
                                .map(row -> ((Number) row.get("shop_order_id")).longValue())
                                .toList());
        sync.orders()
                .asks(
                        shop,
                        new OrderedGoods(
                                ids,
                                dictionaries.isMissing() ? Optional.empty() : Optional.of(dictionaries.current()),
                                source.intake().productCodes()));
    }

    /** Another shop of the same ERP that does not say what its orders are about keeps this one's stock from being raised, not from being lowered. */
    public void unknown(
            @Variable("stock") StockSync sync,
            @Variable("shop") String shop,
            @ExchangeProperty("CamelExceptionCaught") Exception thrown)
            throws Exception {
        if (shop.equals(sync.shop()) || Failures.of(thrown).system() != FailedSystem.SHOP) {
            throw thrown;
        }
        sync.orders().isSilent(shop);
    }

    /** @param rows of {@code stock-ordered} */
    public void isOrdered(@Variable("stock") StockSync sync, @Body List<Map<String, Object>> rows) {
        sync.orders().inRegister(rows);
    }

    public void decide(@Variable("stock") StockSync sync) {
        sync.decide();
    }

    /** Looks once more at the next few variants that differ. */
    public Request<ListPage> look(@Variable("stock") StockSync sync) {
        return ShoperApi.stocks(sync.writes().takePiece());
    }

    public void looked(@Variable("stock") StockSync sync, @Body ListPage page) {
        sync.looksAt(StockPages.read(page));
    }

    public void decidePiece(@Variable("stock") StockSync sync) {
        sync.decidePiece();
    }

    public Request<JsonNode> write(@Variable("stock") StockSync sync) {
        StockChange change = sync.nextWrite();
        return ShoperApi.setStock(change.id(), change.to());
    }

    public void written(@Variable("stock") StockSync sync) {
        sync.isWritten();
    }

    /** One product that the shop does not take leaves the others; a shop that is away or lets nobody write does not. */
    public void notWritten(
            @Variable("stock") StockSync sync, @ExchangeProperty("CamelExceptionCaught") Exception thrown) {
        Failure failure = Failures.of(thrown);
        if (failure.cause() == Cause.SHOP_REFUSED || failure.cause() == Cause.SHOP_NOT_FOUND) {
            sync.writes().refuses(failure);
        } else {
            failed(sync, thrown);
        }
    }

    /** The log hears of it once, until it is over or something else is wrong; no order minds. */
    public void failed(@Variable("stock") StockSync sync, @ExchangeProperty("CamelExceptionCaught") Exception thrown) {
        Failure failure = Failures.of(thrown);
        sync.failed(failure);
        if (failure.cause() == Cause.STOCK_PAUSED) {
            LOG.info("The stock of the shop {}: {}", sync.shop(), failure.text(Language.EN));
        } else if (told.put(sync.shop(), failure.cause()) != failure.cause()) {
            LOG.warn(
                    "The stock of the shop {} is not kept: {}. To do: {}{}",
                    sync.shop(),
                    failure.text(Language.EN),
                    failure.hint(Language.EN),
                    failure.waitsFor() == WaitsFor.SYSTEM
                            ? " No order waits for it, and the next comparison tries again"
                            : "");
        }
    }

    /** It was made to its end. */
    public void over(@Variable("stock") StockSync sync) {
        if (sync.failure().isEmpty() && !sync.isDryRun() && told.remove(sync.shop()) != null) {
            LOG.info("The stock of the shop {} is kept again", sync.shop());
        }
        StockWrites writes = sync.writes();
        if (writes.changed() > 0 || !writes.refused().isEmpty()) {
            LOG.info(
                    "Stock of the shop {}: {} of {} variants changed, {} not taken by the shop",
                    sync.shop(),
                    writes.changed(),
                    sync.plan().orElseThrow().compared(),
                    writes.refused().size());
        }
    }
}
