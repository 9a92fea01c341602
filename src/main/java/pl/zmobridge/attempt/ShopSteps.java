package pl.zmobridge.attempt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Headers;
import org.apache.camel.Variable;
import pl.zmobridge.order.ReceivedOrder;
import pl.zmobridge.register.Rows;
import pl.zmobridge.register.Times;
import pl.zmobridge.register.Work;
import pl.zmobridge.shoper.FetchedOrder;
import pl.zmobridge.shoper.ImportFilter;
import pl.zmobridge.shoper.LinesOfPage;
import pl.zmobridge.shoper.OrderReader;
import pl.zmobridge.shoper.PageRefused;
import pl.zmobridge.shoper.Poll;
import pl.zmobridge.shoper.ShopAnswerUnusable;
import pl.zmobridge.shoper.ShopErrors;
import pl.zmobridge.shoper.ShopFailure;
import pl.zmobridge.shoper.StatusNews;
import pl.zmobridge.shoper.StatusWatch;
import pl.zmobridge.shoper.Watched;

/** The steps that routes take with the shop's answers. What an exchange is about stands in its variables. */
public final class ShopSteps {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Rows rows = new Rows();
    private final Shops shops;
    private final InstantSource clock;

    public ShopSteps(Shops shops, InstantSource clock) {
        this.shops = shops;
        this.clock = clock;
    }

    /** What the shop's answer means; throws {@link ShopFailure} for all but a success with JSON. */
    public JsonNode answer(
            @Header("CamelHttpResponseCode") int status,
            @ExchangeProperty("shopPath") String path,
            @Headers Map<String, Object> headers,
            @Body String body) {
        ShopErrors.check(status, path == null ? "" : path, headers, body);
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ShopAnswerUnusable("Odpowiedź sklepu nie jest poprawnym JSON-em. Zapytanie zostanie ponowione.");
        }
    }

    public LocalDateTime firstStart() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    public LinesOfPage beginLines(@Body List<JsonNode> orders) {
        return new LinesOfPage(orders);
    }

    public void acceptLines(@Variable("linesOfPage") LinesOfPage lines, @Body JsonNode answer) {
        lines.accept(answer);
    }

    /** A poll from where the register's cursor stands. */
    public Poll beginPoll(@Variable("shop") String shop, @Variable("cursorRow") Map<String, Object> cursor) {
        Shop of = shops.of(shop);
        Instant firstStart =
                Times.utc(cursor.get("first_start_at")).orElseThrow().toInstant(ZoneOffset.UTC);
        Instant from = of.rules()
                .since()
                .map(day -> day.atStartOfDay(
                                of.source().dictionaries().current().zone())
                        .toInstant())
                .orElse(firstStart);
        return new Poll(
                ((Number) cursor.get("last_order_id")).longValue(),
                new ImportFilter(from, of.rules().statuses()));
    }

    public void acceptOrders(@Variable("poll") Poll poll, @Body JsonNode answer) {
        poll.accept(answer);
    }

    public void sortOrders(@Variable("shop") String shop, @Variable("poll") Poll poll) {
        Shop.Source source = shops.of(shop).source();
        source.watch().arrived(poll.rows());
        poll.sort(source.dictionaries().current());
    }

    public void acceptLeap(@Variable("poll") Poll poll, @Body JsonNode answer) {
        poll.acceptLeap(answer);
    }

    public void giveUpLeap(@Variable("poll") Poll poll) {
        poll.giveUpLeap();
    }

    public void acceptPollLines(@Variable("poll") Poll poll, @Body JsonNode answer) {
        poll.acceptLines(answer);
    }

    public void gatherOrders(@Variable("poll") Poll poll) {
        poll.gather();
    }

    /** Parameters of {@code waiting-insert}. */
    public List<Map<String, Object>> waitingRows(@Variable("poll") Poll poll) {
        return Rows.orderIds(poll.waiting());
    }

    public void gatheredStored(@Variable("poll") Poll poll) {
        poll.stored();
    }

    /** Takes the rows of {@code sql/watched-page.sql}. */
    public List<Watched> readWatched(@Variable("poll") Poll poll, @Body List<Map<String, Object>> rows) {
        List<Watched> watched = Watched.of(rows);
        poll.watchedPage(watched);
        return watched;
    }

    /** The query of {@code GET orders} for a page of watched orders. */
    public String watchedQuery(@Variable("shop") String shop, @Variable("watched") List<Watched> watched) {
        return watch(shop).query(watched);
    }

    /** The rows of its answer. */
    public List<JsonNode> watchedRows(
            @Variable("shop") String shop, @Variable("watched") List<Watched> watched, @Body JsonNode answer) {
        return watch(shop).rows(answer, watched);
    }

    /** The watched orders about which there is something to do. */
    public List<StatusNews> news(
            @Variable("shop") String shop,
            @Variable("poll") Poll poll,
            @Variable("watched") List<Watched> watched,
            @Variable("watchedRows") List<JsonNode> rows) {
        return watch(shop).news(watched, rows, poll.filter());
    }

    /** The rows of waiting orders that have reached a status to import. */
    public List<JsonNode> admittedRows(@Variable("allNews") List<StatusNews> news) {
        return news.stream().flatMap(each -> each.admit().stream()).toList();
    }

    /** Parameters of {@code waiting-delete} for them. */
    public List<Map<String, Object>> admittedIds(@Variable("admitted") List<JsonNode> rows) {
        return Rows.orderIds(rows.stream().map(new OrderReader()::orderId).toList());
    }

    public void countAdmitted(@Variable("poll") Poll poll, @Variable("admitted") List<JsonNode> rows) {
        poll.admitted(rows.size());
    }

    /** The news of orders that the register holds, and of those that have waited long enough. */
    public List<StatusNews> otherNews(@Variable("allNews") List<StatusNews> news) {
        return news.stream().filter(each -> !each.isAdmitted()).toList();
    }

    /** Parameters of {@code order-status} and {@code event-insert}. */
    public Map<String, Object> statusRow(@Variable("news") StatusNews news) {
        return Rows.status(news.orderId(), news.statusId(), news.status(), news.realiseNow());
    }

    /** The answer of {@code GET orders/{id}} as a list of one row. */
    public List<JsonNode> one(@Variable("orderId") long orderId, @Body JsonNode order) {
        if (new OrderReader().orderId(order) != orderId) {
            throw new PageRefused("Zapytano sklep o zamówienie " + orderId + ", a odpowiedział innym.");
        }
        return List.of(order);
    }

    /** What the order's status means right now (Z11), from the answer of {@code GET orders/{id}}. */
    public StatusNews current(@Variable("shop") String shop, @Variable("work") Work work, @Body JsonNode order) {
        return watch(shop)
                .now(work.orderId(), work.statusId(), one(work.orderId(), order).get(0));
    }

    /** The order without a card, after the register has refused it as it is (I5). */
    public List<ReceivedOrder> withoutCard(
            @Variable("shop") String shop,
            @Variable("fetched") FetchedOrder fetched,
            @ExchangeProperty("CamelExceptionCaught") Exception failure) {
        return List.of(shops.of(shop)
                .source()
                .intake()
                .withoutCard(
                        fetched,
                        "Rejestr nie przyjął zamówienia: " + DeadLetters.words(failure)
                                + ". Popraw dane zamówienia w sklepie; zostanie pobrane ponownie."));
    }

    /** Reads an order as the shop sent it. */
    public ReceivedOrder read(@Variable("shop") String shop, @Body FetchedOrder fetched) {
        return shops.of(shop).source().intake().take(fetched);
    }

    /** Reads one order as the shop sent it, as a list of one. */
    public List<ReceivedOrder> readOne(@Variable("shop") String shop, @Body FetchedOrder fetched) {
        return List.of(read(shop, fetched));
    }

    /** Reads orders as the shop sent them. */
    public List<ReceivedOrder> readAll(@Variable("shop") String shop, @Body List<FetchedOrder> fetched) {
        return fetched.stream().map(order -> read(shop, order)).toList();
    }

    /** Parameters of {@code order-refresh}. */
    public Map<String, Object> orderRow(@Variable("shop") String shop, @Variable("received") ReceivedOrder received) {
        Set<Long> realise = shops.of(shop).rules().realiseStatuses();
        boolean realiseNow = received.statusId().filter(realise::contains).isPresent(); // Z3
        return rows.order(received, realiseNow);
    }

    /** Parameters of {@code buyer-insert}, {@code order-insert} and {@code import-insert}, one map an order. */
    public List<Map<String, Object>> arrivalRows(
            @Variable("shop") String shop, @Variable("arrivals") List<ReceivedOrder> arrivals) {
        return arrivals.stream().map(order -> orderRow(shop, order)).toList();
    }

    /** How many days orders are watched. */
    public int watchDays(@Variable("shop") String shop) {
        return shops.of(shop).rules().watchDays();
    }

    /** Whether the order's status must be read again before its realisation (Z11); each sighting serves one. */
    public boolean isSightingOld(@Variable("shop") String shop, @Variable("orderId") long orderId) {
        return shops.of(shop).source().sightings().isOld(orderId);
    }

    private StatusWatch watch(String shop) {
        return shops.of(shop).source().watch();
    }
}
