package pl.zmobridge.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Variable;
import pl.zmobridge.shoper.FetchedOrder;
import pl.zmobridge.words.Language;

/** Shows what a request wants to see: begins its {@link View}, keeps what each statement finds, and makes the answer of all of it. */
public final class Viewing {
    private static final Set<String> HEADINGS = Set.of("", "PL", "EN");

    private final OpsViews ops;
    private final History history;
    private final Explanations explanations;
    private final OrderViews orders;
    private final Causes causes;
    private final Supplier<ProducerTemplate> template;

    public Viewing(
            OpsViews ops,
            History history,
            Explanations explanations,
            Causes causes,
            OrderViews orders,
            Supplier<ProducerTemplate> template) {
        this.orders = orders;
        this.causes = causes;
        this.explanations = explanations;
        this.ops = ops;
        this.history = history;
        this.template = template;
    }

    /**
     * Chooses the request's view, unless it is a table of which the next piece is wanted.
     *
     * @throws ApiProblem 422 when the request cannot be understood
     */
    public void begin(Exchange exchange, @Variable("request") ApiRequest request) {
        Found before = exchange.getVariable("found", Found.class);
        if (before != null && before.isNextPieceWanted()) {
            return;
        }
        View view = View.of(request);
        History.Plan plan = view == View.HISTORY ? history.plan(request) : History.Plan.NONE;
        List<String> statements = view.statements().stream()
                .filter(each -> plan.wantsDurations() || !each.equals("history-durations"))
                .toList();
        if (view == View.DEAD_LETTERS) {
            exchange.setVariable("request", ApiRequests.letters(request));
        } else if (view == View.CAUSES) {
            exchange.setVariable("request", ApiRequests.openLetters(request));
        }
        exchange.setVariable("found", new Found(statements, plan));
        exchange.getMessage().setBody(null); // no parameter of a statement comes from it
    }

    /**
     * Keeps what the statement has found, and what the next ones need of it: whose days a list is about, which shop has the order.
     *
     * @throws ApiProblem when the request cannot be understood, or there is no such order or dead letter
     */
    public void keep(
            Exchange exchange,
            @Body Object answer,
            @Variable("request") ApiRequest request,
            @Variable("found") Found found) {
        if (answer instanceof FetchedOrder order) {
            found.keep(order);
            return;
        }
        String statement = found.statement();
        if (statement.equals(Found.TABLE)) {
            Optional<Language> headings = headings(request);
            found.keep(
                    rows(answer), headings.orElseGet(() -> RequestLanguage.ofOrders(exchange)), headings.isPresent());
            return;
        }
        found.keep(rows(answer));
        List<Map<String, Object>> rows = found.rows(statement);
        switch (statement) {
            case "history-zone" -> {
                if (request.path().startsWith("/api/orders")) {
                    exchange.setVariable("request", request.wanting(OrderFilter.read(request, found.zone())));
                }
            }
            case "order-explain" -> explanations.begin(exchange, request, found);
            case "order-find" -> ApiRequests.known(exchange, request, rows);
            case "dead-letter-find" -> ApiRequests.letter(request, rows);
            default -> {
                // all that was found is shown
            }
        }
    }

    /** The language in whose words the columns of a table are headed; a reader's page names such a file. */
    private static Optional<Language> headings(ApiRequest request) {
        return Optional.of(request.oneOf("headings", HEADINGS))
                .filter(tag -> !tag.isEmpty())
                .map(Language::valueOf);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Object answer) {
        return (List<Map<String, Object>>) answer;
    }

    /** By the same route, while the table is being sent. */
    private void addPiece(ApiRequest request, Found found) {
        found.wantsNextPiece();
        Exchange asked = template.get().request("direct:view", exchange -> {
            exchange.setVariable("request", request);
            exchange.setVariable("found", found);
        });
        if (asked.getException() != null) {
            throw new IllegalStateException("The table is broken off", asked.getException());
        }
    }

    /** The answer. */
    public Object show(Exchange exchange, @Variable("request") ApiRequest request, @Variable("found") Found found) {
        return switch (View.of(request)) {
            case SUMMARY -> ops.summary(exchange, request, found);
            case HISTORY -> history.view(request, found);
            case ORDERS -> orders.page(exchange, found.rows("orders-page"), found, request);
            case ORDERS_OF_SHOPS -> orders.page(exchange, found.rows("orders-page-of-shops"), found, request);
            case ORDERS_SORTED -> orders.page(exchange, found.rows("orders-page-sorted"), found, request);
            case ORDERS_CSV ->
                new TableStream(found.table(), headings(request).isPresent(), () -> addPiece(request, found));
            case EXPLAIN -> explanations.view(exchange, request, found);
            case ORDER -> orders.detail(exchange, found);
            case ORDER_STATUSES -> orders.statuses(found.rows("order-statuses"));
            case DEAD_LETTERS -> ops.deadLetters(exchange, found);
            case DEAD_LETTER -> ops.deadLetter(exchange, found.row("dead-letter-find"));
            case CAUSES -> causes.view(exchange, found.rows("dead-letters-open"), found);
        };
    }
}
