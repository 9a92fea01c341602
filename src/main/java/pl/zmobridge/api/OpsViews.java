package pl.zmobridge.api;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import pl.zmobridge.attempt.Attempt;
import pl.zmobridge.monitoring.Outages;
import pl.zmobridge.monitoring.PollTimes;
import pl.zmobridge.people.Person;
import pl.zmobridge.register.EmbeddedDatabase;
import pl.zmobridge.reload.RouteNews;
import pl.zmobridge.reload.RulesNews;
import pl.zmobridge.symfonia.ErpConnection;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrasebook;

/** What the API shows besides orders: the summary and the dead letters. */
public final class OpsViews {
    private static final List<String> STATES = List.of("RECEIVED", "ISSUED", "REALISED", "CLOSED");

    private final Outages outages;
    private final SystemsView systems;
    private final Map<String, PollTimes> polls;
    private final Supplier<Optional<EmbeddedDatabase.BackupState>> backups;
    private final RouteNews routes;
    private final RulesNews documents;
    private final Function<String, ErpConnection> erps;

    /**
     * @param polls by shop
     * @param backups how the daily backup of the jar's own database is doing; empty when the database is somebody else's
     * @param erps a shop's ERP
     */
    public OpsViews(
            Outages outages,
            Map<String, PollTimes> polls,
            Supplier<Optional<EmbeddedDatabase.BackupState>> backups,
            RouteNews routes,
            RulesNews documents,
            Function<String, ErpConnection> erps) {
        this.outages = outages;
        this.systems = new SystemsView(outages, erps);
        this.polls = polls;
        this.backups = backups;
        this.routes = routes;
        this.documents = documents;
        this.erps = erps;
    }

    /**
     * Rows of {@code sql/summary-states.sql}, {@code sql/summary-rest.sql}, {@code sql/erp-stops.sql} and {@code sql/history-zone.sql}. What only one shop can have ({@code shop},
     * {@code cursor}) is left out when the summary is of several.
     */
    Map<String, Object> summary(Exchange exchange, ApiRequest request, Found found) {
        Language language = RequestLanguage.ofProblems(exchange);
        Map<String, Object> rest = found.row("summary-rest");
        List<String> shops = request.shops();
        ZoneId zone = found.zone() == null ? ZoneId.systemDefault() : ZoneId.of(found.zone());
        Map<String, Object> orders = new LinkedHashMap<>();
        STATES.forEach(state -> orders.put(state, 0));
        found.rows("summary-states").forEach(row -> orders.put(row.get("state").toString(), row.get("orders")));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("shop", request.shop().orElse(null));
        view.put("user", user(request.who()));
        view.put("orders", orders);
        view.put("deadLetters", rest.get("dead_letters"));
        view.put("needsPerson", rest.get("needs_person"));
        view.put("waitsForStock", rest.get("waits_for_stock"));
        view.put("waitsForSystem", rest.get("waits_for_system"));
        view.put("reviews", rest.get("reviews"));
        view.put("lastPoll", lastPoll(shops).map(at -> here(at, zone)).orElse(null));
        view.put(
                "nextPoll",
                nextPoll(shops)
                        .map(at -> here(at, ZoneId.systemDefault()))
                        .orElse(null)); // as its cron expression says
        view.put("pollLate", shops.stream().anyMatch(this::isLate));
        view.put("away", systems.away(shops));
        view.put("answered", systems.answered(shops));
        view.put("systems", systems.of(shops, zone));
        List<String> own = shops.stream().map(erps).map(ErpConnection::address).toList();
        view.put(
                "erpStopped",
                found.rows("erp-stops").stream()
                        .filter(row -> own.contains(row.get("erp")))
                        .map(row -> stop(row, zone))
                        .toList());
        view.put(
                "statusDateOff",
                found.rows("shop-watch-off").stream()
                        .map(row -> statusDateOff(row, zone))
                        .toList());
        backups.get().ifPresent(state -> view.put("backup", backup(state, zone)));
        view.put("zone", zone.getId());
        view.put("at", here(Instant.now(), zone));
        view.put("routes", Map.of("problems", Phrasebook.problems(language, routes.problems())));
        view.put("documents", Map.of("problems", Phrasebook.problems(language, documents.problems())));
        view.put("cursor", rest.get("cursor_at"));
        view.put("shops", shops.stream().map(each -> shop(each, zone)).toList());
        view.put("shopIds", polls.keySet().stream().sorted().toList());
        return view;
    }

    /** Who asks, so that the console shows what they may do. */
    private static Map<String, Object> user(Person who) {
        return Map.of("name", who.name(), "role", who.role().word(), "session", who.inBrowser());
    }

    private Map<String, Object> shop(String shop, ZoneId zone) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("shop", shop);
        view.put("lastPoll", lastPoll(List.of(shop)).map(at -> here(at, zone)).orElse(null));
        view.put("pollLate", isLate(shop));
        view.put("away", systems.away(List.of(shop)));
        return view;
    }

    /** The oldest of their last polls: when all of them have been asked. */
    private Optional<Instant> lastPoll(List<String> shops) {
        List<Instant> polls = shops.stream()
                .flatMap(shop -> outages.lastPolled(shop).stream())
                .toList();
        return polls.size() < shops.size() ? Optional.empty() : polls.stream().min(Instant::compareTo);
    }

    private Optional<Instant> nextPoll(List<String> shops) {
        return shops.stream().flatMap(shop -> polls.get(shop).next().stream()).min(Instant::compareTo);
    }

    private boolean isLate(String shop) {
        return outages.lastPolled(shop).filter(polls.get(shop)::isLate).isPresent();
    }

    private static Map<String, Object> backup(EmbeddedDatabase.BackupState state, ZoneId zone) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("lastAt", state.lastAt().map(at -> here(at, zone)).orElse(null));
        view.put("failure", state.failure().orElse(null));
        return view;
    }

    static String here(Instant time, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone));
    }

    /** Rows of {@code sql/dead-letters-page.sql}. */
    Map<String, Object> deadLetters(Exchange exchange, Found found) {
        Language language = RequestLanguage.ofOrders(exchange);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("total", found.total());
        view.put(
                "items",
                found.rows("dead-letters-page").stream()
                        .map(row -> deadLetter(row, language))
                        .toList());
        return view;
    }

    /** A dead letter; after its replay also what had changed in the shop. */
    Map<String, Object> deadLetter(Exchange exchange, Map<String, Object> row) {
        Language language = RequestLanguage.ofOrders(exchange);
        Map<String, Object> view = deadLetter(row, language);
        if (ApiRequest.of(exchange).path().endsWith("/replay")) {
            Attempt attempt = exchange.getVariable("attempt", Attempt.class);
            view.put("changes", Told.changes(attempt.changes(), language));
        }
        return view;
    }

    /** Rows of {@code sql/erp-stops.sql}: the ERPs that were stopped until now (S6). */
    public Map<String, Object> resumed(@Body Operator.Resumption resumption) {
        return Map.of(
                "resumed",
                resumption.stopped().stream()
                        .map(row -> stop(row, ZoneId.systemDefault()))
                        .toList());
    }

    /** How many shops are asked again for what has changed since the last poll. */
    public Map<String, Object> statusDateResumed(@Header("CamelSqlUpdateCount") int shops) {
        return Map.of("resumed", shops);
    }

    private static Map<String, Object> statusDateOff(Map<String, Object> row, ZoneId zone) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("shop", row.get("shop"));
        view.put("since", OrderViews.time(row.get("filter_off_at"), zone));
        view.put("why", row.get("filter_off_why"));
        view.put("shopOrderId", row.get("filter_off_order"));
        return view;
    }

    private static Map<String, Object> stop(Map<String, Object> row, ZoneId zone) {
        return Map.of("erp", row.get("erp"), "since", OrderViews.time(row.get("stopped_at"), zone));
    }

    public Map<String, Object> replayedAll(@Header("CamelSqlUpdateCount") int letters) {
        return Map.of("replayed", letters);
    }

    /** How many dead letters of a cause were discarded, and how many are open still because a worker had their orders. */
    public Map<String, Object> discardedAll(@Body long discarded, @Variable("request") ApiRequest request) {
        int letters = request.wanted(ApiRequests.Letters.class).ids().size();
        return Map.of("discarded", discarded, "busy", letters - discarded);
    }

    private static Map<String, Object> deadLetter(Map<String, Object> row, Language language) {
        Map<String, Object> view = briefly(row);
        view.put("step", row.get("step"));
        Told.put(view, Told.failure(row), language);
        view.put("state", row.get("state"));
        view.put("closedAt", OrderViews.time(row.get("closed_at"), zone(row)));
        view.put("reason", Told.reason(row.get("reason"), language));
        view.put("actor", row.get("actor"));
        view.put("payload", row.get("payload"));
        return view;
    }

    /** Which order it is about, how often it failed, and when it is tried again. */
    static Map<String, Object> briefly(Map<String, Object> row) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", row.get("id"));
        view.put("shop", row.get("shop"));
        view.put("shopOrderId", row.get("shop_order_id"));
        view.put("number", row.get("number"));
        view.put("attempts", row.get("attempts"));
        view.put("firstFailedAt", OrderViews.time(row.get("first_failed_at"), zone(row)));
        boolean review = row.get("step").equals("REVIEW"); // nobody tries it again
        view.put("nextAttemptAt", review ? null : OrderViews.time(row.get("next_attempt_at"), zone(row)));
        return view;
    }

    private static ZoneId zone(Map<String, Object> row) {
        return ZoneId.of(row.get("zone").toString());
    }
}
