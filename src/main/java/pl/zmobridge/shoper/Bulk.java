package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Dispensable;
import pl.zmobridge.wire.Request;

/**
 * New orders and what else hints are about, asked for in one request, {@code POST /bulk}. Nobody has verified that part of the shop's wire. So each answer in it is judged as
 * if its question had been asked alone, and what is not understood is an outcome that has the questions asked one by one.
 */
final class Bulk implements Dispensable<OrdersAnswer> {
    private static final String ORDERS = "orders";
    private static final String LINES = "lines";
    private static final String NAMED = "named";
    private static final String PATH = "bulk";
    private static final String ROOT = "/webapi/rest/";
    private static final int OK = 200;
    private static final OrderReader READER = new OrderReader();

    private final Map<String, Request<ListPage>> questions = new LinkedHashMap<>();
    private final Set<Long> announced;

    private Bulk(Request<ListPage> orders, Set<Long> announced, Set<Long> named) {
        this.announced = Set.copyOf(announced);
        questions.put(ORDERS, orders);
        if (!announced.isEmpty()) {
            questions.put(LINES, ShoperApi.lines(announced, 1));
        }
        if (!named.isEmpty()) {
            questions.put(NAMED, ShoperApi.orders(named));
        }
    }

    /**
     * @param announced orders whose lines are asked for, their first page; none are not asked for
     * @param named orders whose rows are asked for; none are not asked for
     */
    static Request<OrdersAnswer> of(Request<ListPage> orders, Set<Long> announced, Set<Long> named) {
        Bulk bulk = new Bulk(orders, announced, named);
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        bulk.questions.forEach((id, request) -> body.add(question(id, request)));
        return new Request<>("POST", PATH, "", body.toString(), bulk);
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

    /** How many questions it asks. */
    int size() {
        return questions.size();
    }

    @Override
    public OrdersAnswer apply(Answer answer) {
        try {
            return read(ShopErrors.json(PATH, answer));
        } catch (ShopFailure e) {
            String what = answer.isSuccess() ? " with something else" : "";
            return not("it answered " + answer.status() + what);
        }
    }

    @Override
    public OrdersAnswer unanswered() {
        return not("it did not answer");
    }

    private static OrdersAnswer not(String why) {
        return new OrdersAnswer.NotTogether(why, false);
    }

    private OrdersAnswer read(JsonNode said) {
        JsonNode items = said.path("items");
        if (said.path("errors").asBoolean(true)) {
            return not("it answered with errors" + codes(items));
        }
        Map<String, JsonNode> byId = new HashMap<>();
        items.forEach(item -> byId.put(item.path("id").asText(), item));
        if (items.size() != questions.size() || !byId.keySet().equals(questions.keySet())) {
            return not("it did not answer what was asked");
        }
        if (byId.values().stream().anyMatch(item -> code(item) != OK)) {
            return not("it refused a question" + codes(items));
        }
        try {
            return together(byId);
        } catch (PageRefused e) {
            return not("it answered with rows that were not asked for");
        } catch (ShopFailure e) {
            return not("an answer in it is no list");
        }
    }

    private OrdersAnswer together(Map<String, JsonNode> items) {
        Map<String, ListPage> pages = new HashMap<>();
        questions.forEach((id, question) -> pages.put(id, page(question, items.get(id))));
        ListPage orders = pages.get(ORDERS);
        if (orders.rows().isEmpty()) {
            // too much follows from that (S7); the newest known order, which is asked for too, may have been deleted
            return new OrdersAnswer.NotTogether("there are no orders in it", true);
        }
        Optional<ListPage> lines = Optional.ofNullable(pages.get(LINES));
        return lines.filter(theirs -> isMissing(orders, theirs)).isPresent()
                ? not("lines are missing in it")
                : new OrdersAnswer.Together(orders, lines, Optional.ofNullable(pages.get(NAMED)));
    }

    private static ListPage page(Request<ListPage> question, JsonNode item) {
        return question.read(new Answer(OK, Map.of(), item.path("body").toString()));
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

    /** An order that has goods has lines; so many as the shop says have come, unless they go on on another page. */
    private boolean isMissing(ListPage orders, ListPage lines) {
        if (!lines.isLast()) {
            return false;
        }
        Set<Long> having = lines.rows().stream().map(READER::orderId).collect(Collectors.toSet());
        return lines.count() != lines.rows().size()
                || orders.rows().stream()
                        .filter(row -> announced.contains(READER.orderId(row)) && hasGoods(row))
                        .anyMatch(row -> !having.contains(READER.orderId(row)));
    }

    /** An integrator makes the order before its lines; nobody misses those. */
    private static boolean hasGoods(JsonNode row) {
        return !row.path("total_products").asText("0").matches("[0.]*");
    }
}
