package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.logs.LogZone;
import pl.zmobridge.shoper.Dictionaries;
import pl.zmobridge.shoper.DictionaryCache;
import pl.zmobridge.shoper.DictionaryFetch;
import pl.zmobridge.shoper.ListPage;
import pl.zmobridge.shoper.Pages;
import pl.zmobridge.shoper.Poll;
import pl.zmobridge.shoper.WatchedOrders;
import pl.zmobridge.wire.Request;

/** The steps that fetch and keep the names behind a shop's ids. */
public final class DictionarySteps {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge");
    private static final Duration CURRENT = Duration.ofMinutes(3);

    private final Shops shops;

    public DictionarySteps(Shops shops) {
        this.shops = shops;
    }

    /**
     * Dictionaries that are being fetched.
     *
     * @param withNames whether the names of additional fields are
     * @param body goes on when they are there
     */
    private record Update(DictionaryFetch fetch, boolean withNames, Object body) implements Pages {
        @Override
        public boolean isMore() {
            return fetch.isMore();
        }

        @Override
        public Request<ListPage> request() {
            return fetch.request();
        }

        @Override
        public void accept(ListPage page) {
            fetch.accept(page);
        }
    }

    public boolean isStale(@Variable("shop") String shop) {
        return cache(shop).isStale() || lacksNames(shop);
    }

    /** Whether they must be fetched before the new orders that have just come can be judged. */
    public boolean needsRefreshForNew(@Variable("shop") String shop, @Variable("poll") Poll poll) {
        return isUnknownIn(poll.newOrders().rows(), shop);
    }

    /**
     * Whether they must be fetched before the watched orders that have just come can be judged. Of two names for a status the register's may
     * be the newer one, from a bridge that has read them since (H3).
     */
    public boolean needsRefreshForWatched(@Variable("shop") String shop, @Variable("poll") Poll poll) {
        WatchedOrders watched = poll.watchedOrders();
        return isUnknownIn(watched.rows(), shop)
                || cache(shop).isOlderThan(CURRENT)
                        && watched.isRenamed(shops.of(shop).source().watch());
    }

    /**
     * Whether they must be fetched before this order can be read: they are old, or do not name all of its ids. What is about to be written over the
     * shop's own word must understand that word.
     */
    public boolean needsRefreshForRow(
            @Variable("shop") String shop, @Variable("attempt") Attempt attempt, @Body JsonNode row) {
        return isStale(shop)
                || attempt.isFeedback() && cache(shop).isOlderThan(CURRENT)
                || isUnknownIn(List.of(row), shop);
    }

    /** Begins to fetch them all, and the shop's settings. */
    public Pages begin(@Variable("shop") String shop, @Body Object body) {
        boolean withNames = needsNames(shop);
        return new Update(new DictionaryFetch(withNames), withNames, body);
    }

    /** They are there; the body is again what it was before. */
    public Object replace(@Variable("shop") String shop, @Variable("fetch") Pages pages) {
        Update update = (Update) pages;
        Dictionaries fetched = update.fetch().dictionaries();
        if (cache(shop).isMissing()) {
            tellZone(shop, fetched.zone());
        }
        cache(shop).replace(fetched, update.withNames());
        return update.body();
    }

    /** Whoever compares the log with the console must know when they have different clocks. */
    private static void tellZone(String shop, ZoneId zone) {
        if (LogZone.take(zone)) {
            LOG.info("From here on, this log has the times of the shop {}: {}", shop, zone);
        } else if (!zone.getRules().equals(LogZone.current().getRules())) {
            LOG.info("The shop {} has the times of {}, this log those of {}", shop, zone, LogZone.current());
        }
    }

    private boolean isUnknownIn(List<JsonNode> rows, String shop) {
        return !rows.isEmpty() && (lacksNames(shop) || cache(shop).needsRefresh(rows));
    }

    /** An operator may have named the wish for an invoice by its name since they were fetched (D1). */
    private boolean lacksNames(String shop) {
        return needsNames(shop) && !cache(shop).hasNames();
    }

    private boolean needsNames(String shop) {
        return shops.of(shop).source().intake().needsFieldNames();
    }

    private DictionaryCache cache(String shop) {
        return shops.of(shop).source().dictionaries();
    }
}
