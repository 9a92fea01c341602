package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A Shoper shop: its REST API over HTTP, with orders that can be placed, changed and cancelled from a test. All methods may be
 * called from any thread while requests run. Starts generous: 1000 calls in the bucket, 1000 leaking per second.
 */
public final class ShoperSim extends SimHost {
    /** The token that the shop's panel gave out. */
    public static final String TOKEN = ShopAccess.TOKEN;

    public static final String LOGIN = ShopAccess.LOGIN;
    public static final String PASSWORD = ShopAccess.PASSWORD;

    private final ShopAccess access = new ShopAccess();
    private final ShopRenderer renderer = new ShopRenderer();
    private final ShopStore store;
    private final ShopDesk desk;
    private final LeakyBucket bucket;
    private final ShopApi api;
    private final SimServer server;

    public ShoperSim() {
        this(Clock.systemUTC());
    }

    /** The clock moves the bucket and dates new orders and status changes. */
    public ShoperSim(Clock clock) {
        store = new ShopStore(clock);
        desk = new ShopDesk(store);
        bucket = new LeakyBucket(clock, 1000, 1000);
        api = new ShopApi(store, access, bucket, renderer);
        server = new SimServer("shoper-sim", clock, new Peer());
    }

    public ShoperSim start() {
        return start(0);
    }

    /** Listens on that port of 127.0.0.1, or on a free one for 0. */
    public ShoperSim start(int port) {
        server.start(port);
        return this;
    }

    @Override
    SimServer server() {
        return server;
    }

    /** What people and integrators do in the panel. */
    public ShopDesk desk() {
        return desk;
    }

    /** Orders and the next ids as they are now: a backup. */
    public SimSnapshot snapshot() {
        synchronized (store) {
            return store.snapshot();
        }
    }

    /** Puts a backup back; ids given since are given again. */
    public void restore(SimSnapshot backup) {
        synchronized (store) {
            backup.restore();
        }
    }

    // ---- access and limits

    public void credentials(String login, String password) {
        access.credentials(login, password);
    }

    /** Every token that a login gave is refused from now on. */
    public void expireTokens() {
        access.expireLogins();
    }

    /** The panel's token is another one from now on. */
    public void token(String newToken) {
        access.panelToken(newToken);
    }

    /** Areas are named like their path ({@code orders}, {@code statuses}, …); {@code orders:edit} is writing. */
    public void withdraw(String area) {
        access.withdraw(area);
    }

    public void grant(String area) {
        access.grant(area);
    }

    public void bucket(int limit, double bandwidth) {
        bucket.resize(limit, bandwidth);
    }

    /** Headers stay, refusals end. */
    public void bucketOff() {
        bucket.stopRefusing();
    }

    /** How many calls the bucket has refused. */
    public long refusedCalls() {
        return bucket.refused();
    }

    public void quirks(ShopQuirk... quirks) {
        EnumSet<ShopQuirk> wanted = EnumSet.noneOf(ShopQuirk.class);
        wanted.addAll(List.of(quirks));
        renderer.quirks(wanted);
    }

    /**
     * Every order is as sparse as recorded rows can be (wire-shoper: Order): nothing that is 0, no currency where it is the default, zero
     * dates.
     */
    public void sparseRows(boolean wanted) {
        renderer.spare(wanted);
    }

    /** How it answers several requests in one. */
    public void bulk(BulkHabit habit) {
        api.bulk().is(habit);
    }

    /** Each request of a bulk counts in the bucket; else all of them are one call. */
    public void bulkCountsEach(boolean wanted) {
        api.bulk().eachCounts(wanted);
    }

    /** A shop that honours no filter and says nothing about it. */
    public void ignoreFilters(boolean ignored) {
        api.ignoreFilters(ignored);
    }

    /** A shop that does not filter by the date of a status and says nothing about it. */
    public void ignoreStatusDates(boolean ignored) {
        api.ignoreStatusDates(ignored);
    }

    /** A shop whose filter by the date of a status never shows these orders. */
    public void missByStatusDate(Long... orderIds) {
        api.missByStatusDate(Set.of(orderIds));
    }

    // ---- dictionaries

    public void timeZone(String zone) {
        change(dictionaries -> dictionaries.timeZone(zone));
    }

    /** Types: 1 new, 2 in progress, 3 closed, 4 not completed. An existing id is replaced. */
    public void status(long id, String name, int type) {
        change(dictionaries -> dictionaries.status(id, name, type));
    }

    public void payment(long id, String title) {
        change(dictionaries -> dictionaries.payment(id, "transfer", title));
    }

    public void shipping(long id, String name) {
        change(dictionaries -> dictionaries.shipping(id, "courier", name));
    }

    private void change(Consumer<ShopDictionaries> change) {
        synchronized (store) {
            change.accept(store.dictionaries());
        }
    }

    // ---- orders

    /** @return the order's new id; ids grow */
    public long addOrder(SimOrder order) {
        return addOrder(order, 0);
    }

    public long addOrder(OrderBuilder order) {
        return addOrder(order.build(), 0);
    }

    /** Takes the order under that id, which must be free; 0 gives the next one. */
    public long addOrder(SimOrder order, long id) {
        synchronized (store) {
            return store.add(order, id);
        }
    }

    public List<Long> addOrders(Collection<SimOrder> orders) {
        return orders.stream().map(this::addOrder).toList();
    }

    /** The order's parcels, in the order in which they were added. */
    public List<ObjectNode> parcels(long orderId) {
        synchronized (store) {
            return store.dictionaries().list("parcels").values().stream()
                    .filter(parcel -> parcel.path("order_id").asLong() == orderId)
                    .map(ObjectNode::deepCopy)
                    .toList();
        }
    }

    /** Somebody adds a tracking number in the panel. */
    public void addParcel(long orderId, String number) {
        synchronized (store) {
            store.dictionaries()
                    .parcel(Json.object()
                            .put("order_id", orderId)
                            .put("shipping_id", 1)
                            .put("shipping_code", number));
        }
    }

    public void setStatus(long orderId, long statusId) {
        synchronized (store) {
            store.setStatus(found(orderId), statusId, "shop");
        }
    }

    /** A copy of the order as stored. */
    public Optional<ObjectNode> order(long orderId) {
        synchronized (store) {
            return store.order(orderId).map(ObjectNode::deepCopy);
        }
    }

    public List<ObjectNode> orders() {
        synchronized (store) {
            return store.orders().stream().map(ObjectNode::deepCopy).toList();
        }
    }

    public List<ObjectNode> lines(long orderId) {
        synchronized (store) {
            return store.linesOf(orderId).stream().map(ObjectNode::deepCopy).toList();
        }
    }

    public void editOrder(long orderId, Consumer<ObjectNode> edit) {
        synchronized (store) {
            edit.accept(found(orderId));
        }
    }

    public void editLines(long orderId, Consumer<List<ObjectNode>> edit) {
        synchronized (store) {
            store.editLines(orderId, edit);
        }
    }

    public boolean removeOrder(long orderId) {
        synchronized (store) {
            return store.remove(orderId);
        }
    }

    /** Every status given since the start, by whom and in order. */
    public List<StatusChange> statusChanges() {
        synchronized (store) {
            return store.statusChanges();
        }
    }

    private ObjectNode found(long orderId) {
        return store.found(orderId);
    }

    private final class Peer implements SimServer.Peer {
        private final ShopControl control = new ShopControl(ShoperSim.this);
        private final SimControl common = new SimControl();

        @Override
        public SimAnswer answer(SimRequest request) {
            return api.answer(request);
        }

        @Override
        public SimAnswer control(SimRequest request) {
            return common.answer(request, server).orElseGet(() -> control.answer(request));
        }

        @Override
        public void expireSessions() {
            expireTokens();
        }
    }

    /** Everything a torture test in another process needs to judge what happened. */
    ObjectNode state() {
        ObjectNode state = Json.object();
        synchronized (store) {
            ArrayNode orders = state.putArray("orders");
            store.orders().forEach(order -> {
                ObjectNode copy = order.deepCopy();
                copy.set("lines", Json.array(store.linesOf(order.get("order_id").asLong())));
                orders.add(copy.deepCopy());
            });
            state.set("statusChanges", Json.MAPPER.<JsonNode>valueToTree(store.statusChanges()));
        }
        state.put("refusedCalls", refusedCalls());
        return state;
    }
}
