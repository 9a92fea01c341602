package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.order.UnreadableValue;
import pl.zmobridge.wire.Request;

/**
 * Collects the lines of one order; of a parent also its children with theirs (S10), and the login of the buyer's account when the operator wants
 * that (K3): each costs one question more.
 */
public final class OneOrder implements Pages {
    private final OrderReader reader = new OrderReader();

    private final JsonNode row;
    private final List<Long> children;
    private Optional<LinesOfPage> lines;
    private Optional<Long> account;
    private Optional<String> login = Optional.empty();

    /**
     * @param row of {@code GET /orders}
     * @param withLogin whether the login of the buyer's account is wanted
     */
    public OneOrder(JsonNode row, boolean withLogin) {
        this.row = row;
        this.account = withLogin ? account(row) : Optional.empty();
        this.children = children(row);
        this.lines = children.isEmpty() ? Optional.of(new LinesOfPage(List.of(row))) : Optional.empty();
    }

    /** More than a page of them, with the parent, or a list that cannot be read, is not asked for: the card says so. */
    private static List<Long> children(JsonNode row) {
        try {
            List<Long> ids = Fields.ids(row, "children");
            return ids.size() < ShoperApi.PAGE_SIZE ? ids : List.of();
        } catch (UnreadableValue e) {
            return List.of();
        }
    }

    /** An account that cannot be read makes no card: the order says so by itself. */
    private static Optional<Long> account(JsonNode row) {
        return new Problems().or(Optional.empty(), () -> OrderReading.account(row));
    }

    @Override
    public boolean isMore() {
        return account.isPresent() || lines.map(LinesOfPage::isMore).orElse(true);
    }

    @Override
    public Request<ListPage> request() {
        return account.map(ShoperApi::account)
                .or(() -> lines.map(LinesOfPage::request))
                .orElseGet(() -> ShoperApi.orders(children));
    }

    @Override
    public void accept(ListPage page) {
        if (account.isPresent()) {
            account = Optional.empty();
            login = Optional.of(page.rows().stream()
                    .map(user -> new Problems().text(user, "login"))
                    .findFirst()
                    .orElse(""));
            return;
        }
        if (lines.isPresent()) {
            lines.get().accept(page);
            return;
        }
        long id = reader.orderId(row);
        List<JsonNode> rows = new ArrayList<>(List.of(row));
        page.rows().stream().filter(child -> reader.orderId(child) != id).forEach(rows::add);
        lines = Optional.of(new LinesOfPage(rows));
    }

    /** The order with its lines, a parent with its children. */
    public FetchedOrder order() {
        List<FetchedOrder> orders =
                lines.map(LinesOfPage::orders).orElseGet(() -> List.of(new FetchedOrder(row, List.of())));
        FetchedOrder order = orders.get(0);
        return new FetchedOrder(order.row(), order.lines(), Optional.of(orders.subList(1, orders.size())), login);
    }
}
