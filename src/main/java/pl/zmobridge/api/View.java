package pl.zmobridge.api;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What a request shows: the statements of the register, in {@code sql/}, whose rows its answer is made of, in this order. */
enum View {
    SUMMARY("/api/summary", "summary-states", "summary-rest", "erp-stops", "shop-watch-off", "history-zone"),
    HISTORY("/api/history", "history-counts", "history-durations", "history-zone"),
    ORDERS("/api/orders", "history-zone", "orders-count", "orders-page"),
    ORDERS_OF_SHOPS("/api/orders", "history-zone", "orders-count", "orders-page-of-shops"),
    ORDERS_SORTED("/api/orders", "history-zone", "orders-count", "orders-page-sorted"),
    ORDERS_CSV("/api/orders.csv", "history-zone", "orders-count", Found.TABLE),
    /** D2; of an order that the register does not hold, {@link Explanations} has the shop asked besides. */
    EXPLAIN("/api/orders/[^/]+/explain", "order-explain"),
    /** Also what an order looks like after an operator's action. */
    ORDER("/api/orders/[^/]+(/.+)?", "order-find", "lines-find", "imports-find", "events-find", "parcels-find"),
    ORDER_STATUSES("/api/order-statuses", "order-statuses"),
    DEAD_LETTERS("/api/dead-letters", "dead-letters-count", "dead-letters-page"),
    /** Also what a dead letter looks like after an operator's action. */
    DEAD_LETTER("/api/dead-letters/[^/]+(/.+)?", "dead-letter-find"),
    CAUSES("/api/dead-letter-causes", "dead-letters-count", "dead-letters-open");

    private static final Pattern ACTION = Pattern.compile("/api/(orders|dead-letters)/[^/]+/(?!explain$).+");

    private final Pattern path;
    private final List<String> statements;

    View(String path, String... statements) {
        this.path = Pattern.compile(path);
        this.statements = List.of(statements);
    }

    /** The view of the path that the request came on. */
    static View of(ApiRequest request) {
        View view = Arrays.stream(values())
                .filter(each -> each.path.matcher(request.path()).matches())
                .findFirst()
                .orElseThrow(() -> ApiProblem.notFound("Nothing is shown at " + request.path()));
        if (view == ORDERS && OrderFilter.isSorted(request)) {
            return ORDERS_SORTED;
        }
        return view == ORDERS && request.shop().isEmpty() ? ORDERS_OF_SHOPS : view;
    }

    /** Whether the request acts on one order or dead letter, which is shown then as it stands. */
    static boolean isShownAfter(ApiRequest request) {
        return !"GET".equals(request.method()) && ACTION.matcher(request.path()).matches();
    }

    List<String> statements() {
        return statements;
    }
}
