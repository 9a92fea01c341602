package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import pl.zmobridge.order.CardOutcome;
import pl.zmobridge.register.CardChanges;
import pl.zmobridge.register.CardStore;
import pl.zmobridge.register.FaultyCard;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.register.Rows;
import pl.zmobridge.shoper.FetchedOrder;
import pl.zmobridge.shoper.LinesOfPage;
import pl.zmobridge.shoper.ListPage;
import pl.zmobridge.shoper.OneOrder;
import pl.zmobridge.shoper.OrderReader;
import pl.zmobridge.shoper.Pages;
import pl.zmobridge.shoper.ShoperApi;
import pl.zmobridge.shoper.StatusNews;
import pl.zmobridge.wire.Request;
import pl.zmobridge.words.Phrase;

/** The steps that read one order in the shop, and those that follow what the shop says of its status. */
public final class ShopSteps {
    private static final Set<String> LIVE = Set.of("RECEIVED", "ISSUED");

    private final OrderReader reader = new OrderReader();
    private final Shops shops;

    public ShopSteps(Shops shops) {
        this.shops = shops;
    }

    /** The question about the attempt's order. */
    public Request<JsonNode> ask(@Variable("attempt") Attempt attempt) {
        return ShoperApi.order(attempt.orderId());
    }

    /** Begins to fetch the lines of one order, its children if it is a parent (S10), and the buyer's login if that is wanted (K3). */
    public Pages beginLines(@Variable("attempt") Attempt attempt, @Body JsonNode row) {
        return new OneOrder(row, shops.of(attempt.shop()).target().wantsLogins());
    }

    /** The next question of what is being fetched. */
    public Request<ListPage> askPage(@Variable("fetch") Pages fetch) {
        return fetch.request();
    }

    public void acceptPage(@Variable("fetch") Pages fetch, @Body ListPage page) {
        fetch.accept(page);
    }

    /** The page of orders whose lines were fetched, with their lines. */
    public List<FetchedOrder> withLines(@Variable("fetch") Pages fetch) {
        return ((LinesOfPage) fetch).orders();
    }

    /** The one order whose lines were fetched, with its lines. */
    public FetchedOrder orderWithLines(@Variable("fetch") Pages fetch) {
        return ((OneOrder) fetch).order();
    }

    /**
     * Parameters of {@code event-insert}: what changed in the shop since the register last knew the order, and what is odd about it now that was
     * not before (L5, L6); none for nothing.
     */
    public List<Map<String, Object>> changeRows(@Variable("attempt") Attempt attempt) {
        RegisteredOrder known = attempt.registered();
        Map<String, String> changes = attempt.received().orElseThrow().outcome() instanceof CardOutcome.Built built
                ? CardChanges.between(known.stored().map(CardStore.Stored::card), built.card())
                : Map.of();
        attempt.changed(changes);
        List<Map<String, Object>> events = new ArrayList<>();
        if (!changes.isEmpty()) {
            events.add(Rows.event(known.orderId(), new Phrase("CHANGED", changes)));
        }
        newWarnings(attempt).forEach(warning -> events.add(Rows.event(known.orderId(), "WARNING", warning)));
        return events;
    }

    private static List<String> newWarnings(Attempt attempt) {
        List<String> before = attempt.registered().stored().stream()
                .flatMap(stored -> stored.card().warnings().stream())
                .toList();
        return attempt.received().orElseThrow().outcome() instanceof CardOutcome.Built built
                ? built.card().warnings().stream()
                        .filter(warning -> !before.contains(warning))
                        .toList()
                : List.of();
    }

    /**
     * The attempt's order has a card as the shop has it now, or needs none (D1).
     *
     * @throws FaultyCard when it has none
     */
    public void needCard(@Variable("attempt") Attempt attempt) {
        if (attempt.received().orElseThrow().outcome() instanceof CardOutcome.Faulty faulty
                && faulty.noDocument().isEmpty()) {
            throw new FaultyCard(faulty);
        }
    }

    /**
     * What the order's status means right now (Z11), from its row.
     *
     * @param read the row, or the whole order (S2)
     * @throws AnotherOrder when the row is another order's (S7)
     */
    public StatusNews current(@Variable("attempt") Attempt attempt, @Body Object read) {
        RegisteredOrder registered = attempt.registered();
        JsonNode row = attempt.sale.read(read);
        attempt.feedback.shopSays(reader.statusIn(row));
        Shop.Source source = shops.of(attempt.shop()).source();
        source.intake().row(row).ifPresent(now -> AnotherOrder.check(attempt, now));
        return source.watch().now(registered.orderId(), registered.statusId(), row);
    }

    /** Whether the order is neither sold nor closed: what is new of one that is, a poll tells, which knows its reviews (E2, E6). */
    public boolean isLive(@Variable("attempt") Attempt attempt) {
        return LIVE.contains(attempt.registered().state());
    }

    /** Parameters of {@code order-status}, {@code event-insert}, {@code waiting-delete} and {@code dead-letter-now}. */
    public Map<String, Object> newsRow(@Variable("news") StatusNews news) {
        return Rows.status(news.orderId(), news.statusId(), news.status(), news.realiseNow());
    }

    /** The order is not watched any more (Z10). */
    public Closing closing(@Variable("shop") String shop, @Variable("news") StatusNews news) {
        boolean withdraw = news.isEnded() && shops.of(shop).rules().changes().withdraws(); // E1
        return new Closing(news.orderId(), news.closeReason(), news.isEnded(), withdraw);
    }
}
