package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
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
import pl.zmobridge.shoper.Pages;
import pl.zmobridge.shoper.ShoperApi;
import pl.zmobridge.shoper.StatusNews;
import pl.zmobridge.wire.Request;
import pl.zmobridge.words.Phrase;

/** The steps that read one order in the shop, and those that follow what the shop says of its status. */
public final class ShopSteps {
    private final Shops shops;

    public ShopSteps(Shops shops) {
        this.shops = shops;
    }

    /** The question about the attempt's order. */
    public Request<JsonNode> ask(@Variable("attempt") Attempt attempt) {
        return ShoperApi.order(attempt.orderId());
    }

    /** Begins to fetch the lines of one order. */
    public Pages beginLines(@Body JsonNode row) {
        return new LinesOfPage(List.of(row));
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
        return withLines(fetch).get(0);
    }

    /** Parameters of {@code event-insert}: what changed in the shop since the register last knew the order; none for nothing. */
    public List<Map<String, Object>> changeRows(@Variable("attempt") Attempt attempt) {
        RegisteredOrder known = attempt.registered();
        Map<String, String> changes = attempt.received().orElseThrow().outcome() instanceof CardOutcome.Built built
                ? CardChanges.between(known.stored().map(CardStore.Stored::card), built.card())
                : Map.of();
        attempt.changed(changes);
        return changes.isEmpty() ? List.of() : List.of(Rows.event(known.orderId(), new Phrase("CHANGED", changes)));
    }

    /**
     * The attempt's order has a card as the shop has it now.
     *
     * @throws FaultyCard when it has none
     */
    public void needCard(@Variable("attempt") Attempt attempt) {
        if (attempt.received().orElseThrow().outcome() instanceof CardOutcome.Faulty faulty) {
            throw new FaultyCard(faulty);
        }
    }

    /** What the order's status means right now (Z11), from its row. */
    public StatusNews current(@Variable("attempt") Attempt attempt, @Body JsonNode row) {
        RegisteredOrder registered = attempt.registered();
        return shops.of(attempt.shop()).source().watch().now(registered.orderId(), registered.statusId(), row);
    }

    /** Parameters of {@code order-status}, {@code event-insert}, {@code waiting-delete} and {@code dead-letter-now}. */
    public Map<String, Object> newsRow(@Variable("news") StatusNews news) {
        return Rows.status(news.orderId(), news.statusId(), news.status(), news.realiseNow());
    }

    /** The order is not watched any more (Z10). */
    public Closing closing(@Variable("news") StatusNews news) {
        return new Closing(news.orderId(), news.closeReason());
    }
}
