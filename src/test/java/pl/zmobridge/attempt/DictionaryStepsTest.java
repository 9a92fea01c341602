package pl.zmobridge.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.order.CardRules;
import pl.zmobridge.order.DifferenceRules;
import pl.zmobridge.order.OrderCards;
import pl.zmobridge.order.Settling;
import pl.zmobridge.shoper.Admission;
import pl.zmobridge.shoper.Cursor;
import pl.zmobridge.shoper.Dictionaries;
import pl.zmobridge.shoper.DictionaryCache;
import pl.zmobridge.shoper.ImportFilter;
import pl.zmobridge.shoper.ListPage;
import pl.zmobridge.shoper.Looking;
import pl.zmobridge.shoper.NewestSeen;
import pl.zmobridge.shoper.OrderIntake;
import pl.zmobridge.shoper.Poll;
import pl.zmobridge.shoper.Sightings;
import pl.zmobridge.shoper.StatusDates;
import pl.zmobridge.shoper.StatusWatch;
import pl.zmobridge.shoper.Watched;
import pl.zmobridge.sim.MovableClock;

@DisplayName("The names behind a shop's ids")
class DictionaryStepsTest {
    private final MovableClock clock = MovableClock.at("2026-10-02T08:00:00Z");
    private final DictionaryCache cache = new DictionaryCache(clock);
    private final StatusWatch watch = new StatusWatch(Set.of(), cache, new Sightings(clock), null, clock);
    private final OrderCards cards = new OrderCards(new CardRules(
            "SH/",
            "",
            CardRules.DocumentChoice.AUTO,
            CardRules.InvoiceWithoutNip.RECEIPT,
            true,
            Optional.empty(),
            Map.of(),
            CardRules.Bundle.CHILDREN,
            false,
            Optional.empty(),
            DifferenceRules.ASK));
    private final OrderIntake intake = new OrderIntake(cards, null, cache, clock);
    private final DictionarySteps steps = new DictionarySteps(new Shops(List.of(new Shop(
            "main", null, new Shop.Source("", null, null, cache, null, null, null, null, watch, intake), null))));

    @Test
    @DisplayName(
            "H3: of two names for a status the newer one stays: a bridge with old names reads them before it writes one")
    void twoBridges() throws Exception {
        cache.replace(dictionaries("oczekiwanie"), false);

        assertThat(needsRefresh("oczekiwanie")).isFalse();
        assertThat(needsRefresh("czeka na wpłatę"))
                .describedAs("it has just read them itself")
                .isFalse();
        clock.advance(Duration.ofMinutes(4));
        assertThat(needsRefresh("oczekiwanie")).describedAs("as ever").isFalse();
        assertThat(needsRefresh("czeka na wpłatę"))
                .describedAs("another bridge wrote that")
                .isTrue();
        cache.replace(dictionaries("czeka na wpłatę"), false);
        assertThat(needsRefresh("czeka na wpłatę")).isFalse();
    }

    /** @param registered what the register calls the status of an order that the shop has not changed */
    private boolean needsRefresh(String registered) throws Exception {
        Cursor cursor = Cursor.of(Map.of("last_order_id", 1205L));
        Instant now = clock.instant();
        ImportFilter all = new ImportFilter(Instant.EPOCH, Set.of(), Set.of());
        Looking looking = Looking.hinted(new StatusDates(), cursor, List.of(1201L), now, ZoneOffset.UTC);
        Poll poll = new Poll(
                cursor, new Admission(all, new Settling(Duration.ZERO), clock, Set.of()), new NewestSeen(), looking);
        poll.watchedOrders()
                .take(Watched.of(List.of(Map.of(
                        "shop_order_id", 1201L,
                        "state", "ISSUED",
                        "status_id", 5L,
                        "status", registered,
                        "realise_due", 0,
                        "realise_waits", 0,
                        "expired", 0,
                        "compared", 0,
                        "selling", 0))));
        poll.watchedOrders()
                .accept(new ListPage(1, 1, 1, List.of(json("{\"order_id\":\"1201\",\"status_id\":\"5\"}"))));
        return steps.needsRefreshForWatched("main", poll);
    }

    private static Dictionaries dictionaries(String status) throws Exception {
        JsonNode row = json("{\"status_id\":\"5\",\"type\":\"1\",\"name\":\"" + status + "\"}");
        JsonNode config = json("{\"locale_timezone\":\"Europe/Warsaw\"}");
        return Dictionaries.of(config, List.of(row), List.of(), List.of(), List.of());
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
