package pl.zmobridge.attempt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.order.Settling;
import pl.zmobridge.order.Texts;
import pl.zmobridge.register.Lives;
import pl.zmobridge.register.Rows;
import pl.zmobridge.register.Times;
import pl.zmobridge.shoper.Admission;
import pl.zmobridge.shoper.Changes;
import pl.zmobridge.shoper.Cursor;
import pl.zmobridge.shoper.Distrust;
import pl.zmobridge.shoper.FetchedOrder;
import pl.zmobridge.shoper.ImportFilter;
import pl.zmobridge.shoper.LinesOfPage;
import pl.zmobridge.shoper.ListPage;
import pl.zmobridge.shoper.Looking;
import pl.zmobridge.shoper.OrderReader;
import pl.zmobridge.shoper.OrdersAnswer;
import pl.zmobridge.shoper.Pages;
import pl.zmobridge.shoper.Poll;
import pl.zmobridge.shoper.Presence;
import pl.zmobridge.shoper.ShoperApi;
import pl.zmobridge.shoper.StatusDates;
import pl.zmobridge.shoper.StatusNews;
import pl.zmobridge.shoper.StatusWatch;
import pl.zmobridge.shoper.Waiting;
import pl.zmobridge.shoper.Watched;
import pl.zmobridge.shoper.WatchedOrders;
import pl.zmobridge.wire.Request;

/** The steps of a poll: which orders are new in the shop, and what has become of those that are watched. */
public final class PollSteps {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.orders");
    private static final int LOOK = 100;

    private final OrderReader reader = new OrderReader();
    private final Shops shops;
    private final Lives lives;
    private final InstantSource clock;
    private final boolean clustered;

    /** @param clustered whether other nodes poll the same shops by the same schedule */
    public PollSteps(Shops shops, Lives lives, InstantSource clock, boolean clustered) {
        this.clustered = clustered;
        this.shops = shops;
        this.lives = lives;
        this.clock = clock;
    }

    /**
     * The cursor of a shop that has never been polled, the parameters of {@code cursor-begin}: orders placed before now are ignored
     * unless {@code shoper.import.since} says otherwise.
     */
    public Map<String, Object> first() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
        return Map.of("last_order_id", 0L, "first_start_at", now);
    }

    /**
     * @param hints what alone is looked at besides new orders; null for all
     * @param cursor the row of {@code cursor-find}, or the first
     */
    public Poll begin(
            @Variable("shop") String shop, @Variable("hints") Hints.Batch hints, @Body Map<String, Object> cursor) {
        Shop of = shops.of(shop);
        Instant firstStart =
                Times.utc(cursor.get("first_start_at")).orElseThrow().toInstant(ZoneOffset.UTC);
        Instant from = of.rules()
                .since()
                .map(day -> day.atStartOfDay(
                                of.source().dictionaries().current().zone())
                        .toInstant())
                .orElse(firstStart);
        ImportFilter filter =
                new ImportFilter(from, of.rules().statuses(), of.rules().origins());
        Cursor at = Cursor.of(cursor);
        lives.pollBegins(shop, at.id());
        return new Poll(
                at,
                new Admission(filter, of.rules().settling(), clock, hints == null ? Set.of() : hints.announced()),
                of.source().newest(),
                looking(of.source(), at, hints));
    }

    private Looking looking(Shop.Source source, Cursor at, Hints.Batch hints) {
        ZoneId zone = source.dictionaries().current().zone();
        return hints == null
                ? Looking.of(source.statusDates(), at, clock.instant(), zone, clustered)
                : Looking.hinted(source.statusDates(), at, hints.orderIds(), clock.instant(), zone);
    }

    /** Parameters of {@code cursor-move} and {@code watched-page}. */
    public PollPosition position(@Variable("shop") String shop, @Variable("poll") Poll poll) {
        Shop of = shops.of(shop);
        StatusWatch watch = of.source().watch();
        WatchedOrders watched = poll.watchedOrders();
        int room = watched.isEnded() ? watch.roomForEnded(watched.room()) : watched.room();
        return new PollPosition(poll, of.rules().watchDays(), watch.endedAfter(), room);
    }

    /** The next question about new orders. */
    public Request<OrdersAnswer> ask(@Variable("shop") String shop, @Variable("poll") Poll poll) {
        return poll.request(shops.of(shop).source().together());
    }

    public void accept(@Variable("shop") String shop, @Variable("poll") Poll poll, @Body OrdersAnswer answer) {
        shops.of(shop)
                .source()
                .together()
                .heard(answer)
                .ifPresent(why -> LOG.info(
                        "{}: what the shop's webhooks are about could not be read with one request (POST /bulk): {}. It is read with several,"
                                + " and later one is tried again; nobody has to do anything",
                        shop,
                        why));
        poll.accept(answer);
    }

    /** Whether the answer that is waited for is one about old orders that may be skipped. */
    public boolean isSkipAsked(@Variable("poll") Poll poll) {
        return poll.newOrders().isSkipAsked();
    }

    /** The shop does not answer questions about old orders, so it is read page by page. */
    public void giveUpSkipping(@Variable("poll") Poll poll) {
        poll.newOrders().giveUpSkipping();
    }

    /** Sorts what has come into orders to import and others, and gathers what is whole. */
    public void gather(@Variable("shop") String shop, @Variable("poll") Poll poll) {
        if (poll.newOrders().isSkipped()) {
            LOG.info(
                    "{}: orders up to {} were placed before those to import; they are skipped",
                    shop,
                    poll.newOrders().skippedUpTo());
        }
        Shop.Source source = shops.of(shop).source();
        source.watch().arrived(poll.newOrders().rows());
        poll.newOrders().sort(source.dictionaries().current());
        poll.newOrders().gather();
    }

    /** The orders to import that were gathered. */
    public List<FetchedOrder> ready(@Variable("poll") Poll poll) {
        return poll.newOrders().ready();
    }

    /** Parameters of {@code waiting-insert}: the orders gathered that do not come in yet, and ids that were passed over (S1, S8). */
    public List<Map<String, Object>> waitingRows(@Variable("poll") Poll poll) {
        return poll.newOrders().waiting().stream().map(PollSteps::row).toList();
    }

    /** Parameters of {@code waiting-look}: what was seen of orders that wait, and when they are asked for again. */
    public List<Map<String, Object>> lookedAt(@Variable("poll") Poll poll) {
        return poll.watchedOrders().noted().stream().map(PollSteps::row).toList();
    }

    private static Map<String, Object> row(Waiting waiting) {
        Map<String, Object> row = new HashMap<>();
        row.put("orderId", waiting.orderId());
        row.put("why", waiting.why().name());
        row.put(
                "look",
                waiting.look()
                        .map(Settling.Look::text)
                        .map(text -> Texts.cut(text, LOOK))
                        .orElse(null));
        row.put("lookIn", waiting.lookIn().map(Duration::toSeconds).orElse(null));
        row.put("forgetIn", waiting.forgetIn().map(Duration::toSeconds).orElse(null));
        return row;
    }

    /** What was gathered is in the register: the cursor may move (I4), to here. */
    public PollPosition stored(@Variable("shop") String shop, @Variable("poll") Poll poll) {
        poll.stored();
        return position(shop, poll);
    }

    /** The poll is over: what it did. */
    public Poll.Summary end(@Variable("shop") String shop, @Variable("poll") Poll poll) {
        if (poll.isRestored()) {
            lives.shopRestored(shop);
        } else {
            poll.sawUpTo()
                    .ifPresent(newest ->
                            lives.pollEnds(shop, newest, poll.newOrders().cursor()));
        }
        return poll.ends();
    }

    /** Takes the rows of {@code watched-page}. */
    public void takeWatched(
            @Variable("shop") String shop, @Variable("poll") Poll poll, @Body List<Map<String, Object>> rows) {
        List<Watched> watched = Watched.of(rows);
        if (poll.watchedOrders().isEnded()) {
            shops.of(shop)
                    .source()
                    .watch()
                    .looksAtEnded(watched, poll.watchedOrders().room());
        }
        poll.watchedOrders().take(watched);
    }

    /** The question which orders have changed their status. */
    public Request<Changes> askChanges(@Variable("poll") Poll poll) {
        return poll.watchedOrders().changesRequest();
    }

    public void acceptChanges(@Variable("poll") Poll poll, @Body Changes changes) {
        poll.watchedOrders().accept(changes);
    }

    /** The question about a page of watched orders. */
    public Request<ListPage> askWatched(@Variable("poll") Poll poll) {
        return poll.watchedOrders().request();
    }

    public void acceptWatched(@Variable("poll") Poll poll, @Body ListPage page) {
        poll.watchedOrders().accept(page);
    }

    /** Compares the page of watched orders with what the shop says of them. */
    public void compare(@Variable("shop") String shop, @Variable("poll") Poll poll) {
        poll.watchedOrders().compare(shops.of(shop).source().watch(), poll.admission(), poll::isLost);
    }

    /** Begins to fetch the lines of waiting orders that have reached a status to import. */
    public Pages admittedLines(@Variable("poll") Poll poll) {
        return new LinesOfPage(poll.watchedOrders().admitted());
    }

    /** They are in the register; the parameters of {@code waiting-delete} for them. */
    public List<Map<String, Object>> admittedStored(@Variable("poll") Poll poll) {
        poll.admitted();
        return Rows.orderIds(
                poll.watchedOrders().admitted().stream().map(reader::orderId).toList());
    }

    /** The question about one order that is missing on its page (E4). */
    public Request<Presence> askMissing(@Variable("news") StatusNews news) {
        return ShoperApi.presence(news.orderId());
    }

    /** What has become of it. */
    public StatusNews missing(
            @Variable("shop") String shop, @Variable("news") StatusNews news, @Body Presence presence) {
        return shops.of(shop).source().watch().now(news.watched(), presence);
    }

    /** The watched orders have been looked at: whether the register must know how far. */
    public boolean isLookNoted(@Variable("poll") Poll poll) {
        return poll.looked();
    }

    /** Parameters of {@code shop-watch-note}; what is wrong with the shop's filter is told. */
    public Map<String, Object> look(@Variable("shop") String shop, @Variable("poll") Poll poll) {
        poll.looking()
                .distrust()
                .ifPresent(why -> LOG.warn(
                        "{}: {}. Its filter by status_date is not used any more: every poll asks for all watched orders, until somebody"
                                + " says zmo-bridge resume --status-date or POST /api/status-date/resume",
                        shop,
                        why.inEnglish()));
        Map<String, Object> row = new HashMap<>();
        row.put("askedFrom", poll.looking().look().map(StatusDates.Look::from).orElse(null));
        row.put(
                "lookedAt",
                poll.looking()
                        .look()
                        .map(look -> LocalDateTime.ofInstant(look.at(), ZoneOffset.UTC))
                        .orElse(null));
        row.put("why", poll.looking().distrust().map(why -> why.why().name()).orElse(null));
        row.put("orderId", poll.looking().distrust().map(Distrust::orderId).orElse(null));
        return row;
    }

    /** What is new of the other watched orders. */
    public List<StatusNews> news(@Variable("poll") Poll poll) {
        return poll.watchedOrders().otherNews();
    }
}
