package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The REST API of the shop, without HTTP. Calls exclude each other. */
final class ShopApi {
    private static final String BASE = "/webapi/rest/";
    private static final int LARGEST_PAGE = 50;
    private static final int USUAL_PAGE = 10;
    private static final int TOKEN_SECONDS = 2_592_000;

    private final ShopStore store;
    private final ShopAccess access;
    private final LeakyBucket bucket;
    private final ShopRenderer renderer;
    private final ShopBulk bulk = new ShopBulk();
    private volatile boolean filtersIgnored;
    private volatile boolean statusDatesIgnored;
    private volatile Set<Long> missed = Set.of();

    ShopApi(ShopStore store, ShopAccess access, LeakyBucket bucket, ShopRenderer renderer) {
        this.store = store;
        this.access = access;
        this.bucket = bucket;
        this.renderer = renderer;
    }

    ShopBulk bulk() {
        return bulk;
    }

    void ignoreFilters(boolean ignored) {
        filtersIgnored = ignored;
    }

    void ignoreStatusDates(boolean ignored) {
        statusDatesIgnored = ignored;
    }

    void missByStatusDate(Set<Long> orderIds) {
        missed = Set.copyOf(orderIds);
    }

    SimAnswer answer(SimRequest request) {
        if (!bucket.pour(isBulk(request) ? bulk.calls(request) : 1)) {
            return error(429, "too_many_requests", "API calls limit exceeded")
                    .with(bucket.headers())
                    .with("Retry-After", bucket.retryAfter());
        }
        return admitted(request).with(bucket.headers());
    }

    private static boolean isBulk(SimRequest request) {
        return request.path().equals(BASE + "bulk") && request.method().equals("POST");
    }

    private SimAnswer admitted(SimRequest request) {
        if (request.path().equals(BASE + "auth")) {
            return login(request);
        }
        if (!access.knows(request.header("Authorization"))) {
            return error(401, "unauthorized_client", "Provided access token is invalid");
        }
        if (isBulk(request)) {
            return bulk.answer(request, this::resource);
        }
        return resource(request);
    }

    private SimAnswer login(SimRequest request) {
        if (!request.method().equals("POST")) {
            return wrongPath();
        }
        String token = access.login(request.header("Authorization"));
        if (token.isEmpty()) {
            return error(401, "unauthorized_client", "Provided credentials are invalid");
        }
        return SimAnswer.ok(Json.object()
                .put("access_token", token)
                .put("expires_in", TOKEN_SECONDS)
                .put("token_type", "bearer"));
    }

    private SimAnswer resource(SimRequest request) {
        if (!request.path().startsWith(BASE)) {
            return wrongPath();
        }
        String[] parts = request.path().substring(BASE.length()).split("/");
        String name = parts[0];
        if (parts.length > 2 || !known(name)) {
            return wrongPath();
        }
        if (access.lacks(area(name)) || (writes(request) && access.lacks(area(name) + ":edit"))) {
            return error(
                    403,
                    "insufficient_scope",
                    "The request requires higher privileges than provided by the access token");
        }
        synchronized (store) {
            return switch (request.method()) {
                case "GET" -> get(request, name, parts);
                case "PUT" -> put(request, name, parts);
                case "POST" -> name.equals("parcels") && parts.length == 1 ? parcel(request) : wrongPath();
                default -> wrongPath();
            };
        }
    }

    private boolean known(String name) {
        return List.of("orders", "order-products", "application-config").contains(name)
                || store.dictionaries().has(name);
    }

    private static String area(String name) {
        return name.equals("order-products") ? "orders" : name;
    }

    private static boolean writes(SimRequest request) {
        return !request.method().equals("GET");
    }

    private SimAnswer get(SimRequest request, String name, String[] parts) {
        if (name.equals("application-config")) {
            return SimAnswer.ok(renderer.row(store.dictionaries().configuration()));
        }
        if (parts.length == 1) {
            return list(request, name);
        }
        String key = ShopDictionaries.key(name);
        String filter = Json.write(Json.object().put(key, parts[1]));
        return store.candidates(name, ShopFilter.parse(filter).orElseThrow()).stream()
                .filter(row -> row.path(key).asText().equals(parts[1]))
                .findFirst()
                .map(row -> SimAnswer.ok(renderer.row(row)))
                .orElseGet(ShopApi::missing);
    }

    private SimAnswer list(SimRequest request, String name) {
        String filters = filtersIgnored ? "" : request.param("filters").orElse("");
        Optional<ShopFilter> filter = ShopFilter.parse(filters);
        if (filter.isEmpty()) {
            return error(400, "invalid_request", "Filters parameter is not a valid JSON");
        }
        if (!filter.get().hasTimes("status_date")) {
            return error(400, "invalid_request", "Pole status_date: wartość nie jest datą");
        }
        boolean dated = name.equals("orders") && filter.get().has("status_date");
        ShopFilter used = statusDatesIgnored ? filter.get().without("status_date") : filter.get();
        List<ObjectNode> rows = new ArrayList<>(store.candidates(name, used).stream()
                .filter(used::matches)
                .filter(row -> !dated || !missed.contains(row.path("order_id").asLong()))
                .toList());
        sort(rows, request.param("order").orElse(""), ShopDictionaries.key(name));
        int limit = limit(request);
        int pages = (rows.size() + limit - 1) / limit;
        int page = Math.max(1, whole(request, "page", 1));
        int from = (int) Math.min(rows.size(), (page - 1L) * limit);
        int to = Math.min(rows.size(), from + limit);
        ObjectNode answer = Json.object();
        if (renderer.has(ShopQuirk.COUNT_AS_NUMBER)) {
            answer.put("count", rows.size());
        } else {
            answer.put("count", String.valueOf(rows.size()));
        }
        // a page beyond the end answers page 1 with an empty list (wire-shoper: Lines)
        answer.put("pages", pages).put("page", page > pages ? 1 : page);
        answer.set("list", shown(rows.subList(from, to)));
        return SimAnswer.ok(answer);
    }

    private JsonNode shown(List<ObjectNode> rows) {
        List<ObjectNode> shown = rows.stream().map(renderer::row).toList();
        if (!renderer.has(ShopQuirk.LIST_AS_OBJECT) || rows.isEmpty()) {
            return Json.array(shown);
        }
        ObjectNode keyed = Json.object();
        for (ObjectNode row : shown) {
            keyed.set(String.valueOf(keyed.size()), row);
        }
        return keyed;
    }

    /** {@code field} alone sorts descending. A field that rows do not have leaves the order of the ids. */
    private static void sort(List<ObjectNode> rows, String order, String key) {
        String[] words = order.strip().split("\\s+");
        boolean ascending = words.length > 1 && words[1].equalsIgnoreCase("ASC");
        if (words[0].isEmpty() || (words[0].equals(key) && ascending && key.equals("order_id"))) {
            return;
        }
        Comparator<ObjectNode> byField = (one, other) -> ShopFilter.compare(
                one.path(words[0]).asText(), other.path(words[0]).asText());
        if (ascending) {
            rows.sort(byField);
        } else {
            Collections.reverse(rows);
            rows.sort(byField.reversed());
        }
    }

    private static int limit(SimRequest request) {
        int asked = whole(request, "limit", USUAL_PAGE);
        return asked < 1 || asked > LARGEST_PAGE ? USUAL_PAGE : asked;
    }

    private static int whole(SimRequest request, String name, int otherwise) {
        return request.param(name)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    private SimAnswer put(SimRequest request, String name, String[] parts) {
        if (parts.length != 2) {
            return wrongPath();
        }
        return switch (name) {
            case "orders" -> putOrder(request, parts[1]);
            case "product-stocks" -> putStock(request, parts[1]);
            default -> wrongPath();
        };
    }

    /** Sets a variant's stock, whatever it is by now (wire-shoper: Writing). */
    private SimAnswer putStock(SimRequest request, String id) {
        ObjectNode row = id.matches("\\d{1,18}")
                ? store.dictionaries().list("product-stocks").get(Long.parseLong(id))
                : null;
        if (row == null) {
            return missing();
        }
        Optional<BigDecimal> stock = request.json().flatMap(body -> Json.number(body.path("stock")));
        if (stock.isEmpty()) {
            return error(400, "invalid_request", "Pole stock: wartość nie jest liczbą");
        }
        row.put("stock", stock.get().toPlainString());
        return SimAnswer.ok(Json.MAPPER.getNodeFactory().numberNode(1));
    }

    /** Adds a tracking number and moves the order's status by itself (wire-shoper: Writing). */
    private SimAnswer parcel(SimRequest request) {
        Optional<JsonNode> body = request.json().filter(JsonNode::isObject);
        Optional<ObjectNode> order =
                body.flatMap(parcel -> store.order(parcel.path("order_id").asLong()));
        if (order.isEmpty()) {
            return error(400, "invalid_request", "Pole order_id: wartość nie istnieje");
        }
        if (!store.dictionaries()
                .list("shippings")
                .containsKey(body.get().path("shipping_id").asLong())) {
            return error(400, "invalid_request", "Pole shipping_id: wartość nie istnieje");
        }
        boolean sent = body.get().path("sent").asInt() == 1;
        long id = store.dictionaries().parcel((ObjectNode) body.get());
        order.get().put("total_parcels", order.get().path("total_parcels").asInt() + 1);
        String status = sent ? "shopping_parcel_send_status_id" : "shopping_parcel_create_status_id";
        store.setStatus(
                order.get(), store.dictionaries().configuration().get(status).asLong(), "shop");
        return SimAnswer.ok(Json.MAPPER.getNodeFactory().numberNode(id));
    }

    private SimAnswer putOrder(SimRequest request, String id) {
        Optional<ObjectNode> order = id.matches("\\d{1,18}") ? store.order(Long.parseLong(id)) : Optional.empty();
        if (order.isEmpty()) {
            return missing();
        }
        Optional<JsonNode> body = request.json().filter(JsonNode::isObject);
        if (body.isEmpty()) {
            return error(400, "invalid_request", "Request body is not a valid JSON object");
        }
        JsonNode status = body.get().path("status_id");
        if (!status.isMissingNode() && !store.dictionaries().list("statuses").containsKey(status.asLong())) {
            return error(400, "invalid_request", "Pole status_id: wartość nie istnieje");
        }
        for (Map.Entry<String, JsonNode> field : body.get().properties()) {
            if (order.get().has(field.getKey()) && !field.getKey().equals("order_id")) {
                order.get().set(field.getKey(), field.getValue());
            }
        }
        if (!status.isMissingNode()) {
            store.setStatus(order.get(), status.asLong(), "api");
        }
        return SimAnswer.ok(Json.MAPPER.getNodeFactory().numberNode(1));
    }

    private static SimAnswer missing() {
        return error(404, "invalid_request", "The requested resource does not exist");
    }

    private static SimAnswer wrongPath() {
        return error(400, "invalid_request", "The requested path is not valid");
    }

    private static SimAnswer error(int status, String error, String description) {
        return SimAnswer.error(status, error, description);
    }
}
