package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

/**
 * Orders and lines asked for in one request, {@code POST /bulk}. Nobody has verified that part of the shop's wire. So each answer in it is judged as if its question had been
 * asked alone, and what is not understood is an outcome that has the questions asked one by one. Only a refusal for want of a place in the bucket, and the
 * first 5xx, are failures like any other: the request is sent again.
 */
final class Bulk implements Function<Answer, OrdersAnswer> {
    static final String PATH = "bulk";
    static final int QUESTIONS = 2;

    private static final String ORDERS = "orders";
    private static final String LINES = "lines";
    private static final String ROOT = "/webapi/rest/";
    private static final int OK = 200;
    private static final OrderReader READER = new OrderReader();

    private final Request<ListPage> orders;
    private final Request<ListPage> lines;
    private final Set<Long> asked;
    private boolean failed;

    private Bulk(Request<ListPage> orders, Request<ListPage> lines, Set<Long> asked) {
        this.orders = orders;
        this.lines = lines;
        this.asked = Set.copyOf(asked);
    }

    /** @param announced orders whose lines are asked for; their first page */
    static Request<OrdersAnswer> of(Request<ListPage> orders, Set<Long> announced) {
        Request<ListPage> lines = ShoperApi.lines(announced, 1);
        ArrayNode questions = JsonNodeFactory.instance.arrayNode();
        questions.add(question(ORDERS, orders)).add(question(LINES, lines));
        return new Request<>("POST", PATH, "", questions.toString(), new Bulk(orders, lines, announced));
    }

    /** Its parameters are those of the plain request, letter for letter. */
    private static ObjectNode question(String id, Request<?> request) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.put("id", id).put("path", ROOT + request.path()).put("method", request.method());
        ObjectNode params = question.putObject("params");
        for (String pair : request.query().split("&")) {
            int equals = pair.indexOf('=');
            params.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return question;
    }

    @Override
    public OrdersAnswer apply(Answer answer) {
        try {
            return read(ShopErrors.json(PATH, answer));
        } catch (ShopFailure.Throttled e) {
            throw e;
        } catch (ShopFailure e) {
            if (answer.status() >= 500 && !failed) {
                failed = true;
                throw e;
            }
            return new OrdersAnswer.NotTogether(
                    "it answered " + answer.status() + (answer.isSuccess() ? " with something else" : ""));
        }
    }

    private OrdersAnswer read(JsonNode said) {
        if (said.path("errors").asBoolean(true)) {
            return new OrdersAnswer.NotTogether("it answered with errors" + codes(said.path("items")));
        }
        Map<String, JsonNode> items = new HashMap<>();
        said.path("items").forEach(item -> items.put(item.path("id").asText(), item));
        if (said.path("items").size() != QUESTIONS || !items.keySet().equals(Set.of(ORDERS, LINES))) {
            return new OrdersAnswer.NotTogether("it did not answer what was asked");
        }
        if (items.values().stream().anyMatch(item -> code(item) != OK)) {
            return new OrdersAnswer.NotTogether("it refused a question" + codes(said.path("items")));
        }
        try {
            ListPage rows = page(orders, items.get(ORDERS));
            ListPage theirs = page(lines, items.get(LINES));
            return missing(rows, theirs)
                    .<OrdersAnswer>map(OrdersAnswer.NotTogether::new)
                    .orElseGet(() -> new OrdersAnswer.WithLines(rows, theirs));
        } catch (PageRefused e) {
            return new OrdersAnswer.NotTogether("it answered with rows that were not asked for");
        } catch (ShopFailure e) {
            return new OrdersAnswer.NotTogether("an answer in it is no list");
        }
    }

    private static int code(JsonNode item) {
        return item.path("code").asInt();
    }

    private static String codes(JsonNode items) {
        return items.isEmpty()
                ? ""
                : items.valueStream()
                        .map(item -> String.valueOf(code(item)))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static ListPage page(Request<ListPage> question, JsonNode item) {
        return question.read(new Answer(OK, Map.of(), item.path("body").toString()));
    }

    /** An order that has goods has lines; so many as the shop says have come, unless they go on. */
    private Optional<String> missing(ListPage rows, ListPage theirs) {
        if (!theirs.isLast()) {
            return Optional.empty();
        }
        Set<Long> having = theirs.rows().stream().map(READER::orderId).collect(Collectors.toSet());
        boolean without = rows.rows().stream()
                .filter(row -> asked.contains(READER.orderId(row)) && hasGoods(row))
                .anyMatch(row -> !having.contains(READER.orderId(row)));
        return without || theirs.count() != theirs.rows().size()
                ? Optional.of("lines are missing in it")
                : Optional.empty();
    }

    /** An integrator makes the order before its lines; nobody misses those. */
    private static boolean hasGoods(JsonNode row) {
        return !row.path("total_products").asText("0").matches("[0.]*");
    }
}
