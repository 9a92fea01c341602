package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What people and integrators do in the shop's panel. After every change of an order the shop recomputes its {@code sum} and
 * {@code total_products}; what a voucher, points or a surcharge had moved stays moved. All methods may be called from any thread.
 */
public final class ShopDesk {
    private final ShopStore store;
    private final Map<Long, Deque<ObjectNode>> unfinished = new HashMap<>();

    ShopDesk(ShopStore store) {
        this.store = store;
    }

    // ---- orders built in steps (wire-shoper: origin)

    /** The header of the order, without its lines; they come one by one with {@link #nextLine(long)}. */
    public long begin(OrderBuilder order) {
        SimOrder built = order.build();
        synchronized (store) {
            long id = store.add(new SimOrder(built.header(), built.lines()), 0);
            change(id, (header, lines) -> lines.clear());
            unfinished.put(id, new ArrayDeque<>(built.lines()));
            return id;
        }
    }

    /** @return whether there was one */
    public boolean nextLine(long orderId) {
        synchronized (store) {
            ObjectNode line =
                    unfinished.getOrDefault(orderId, new ArrayDeque<>()).poll();
            if (line == null) {
                return false;
            }
            change(orderId, (header, lines) -> lines.add(line.deepCopy()));
            return true;
        }
    }

    // ---- edits

    public void addLine(long orderId, String code, String price, String quantity) {
        change(orderId, (header, lines) -> lines.add(ShopRows.line(code, price, quantity, "0.0000")));
    }

    public void removeLine(long orderId, int index) {
        change(orderId, (header, lines) -> lines.remove(index));
    }

    /** Fields of a line as name, value, name, value. */
    public void line(long orderId, int index, String... fields) {
        change(orderId, (header, lines) -> lines.get(index).setAll(ShopRows.pairs(fields)));
    }

    /** Fields of the header as name, value, name, value; a {@code sum} among them is the last word. */
    public void header(long orderId, String... fields) {
        change(orderId, (header, lines) -> header.setAll(ShopRows.pairs(fields)));
    }

    public void delivery(long orderId, String... fields) {
        change(orderId, (header, lines) -> ((ObjectNode) header.get("delivery_address"))
                .setAll(ShopRows.pairs(fields)));
    }

    /** The invoice address is the delivery address, changed by these fields. */
    public void billing(long orderId, String... fields) {
        change(orderId, (header, lines) -> ShopRows.bill(header, fields));
    }

    public void firm(long orderId, String company, String nip) {
        billing(orderId, "company", company, "tax_identification_number", nip);
    }

    /** Paid in full; the status stays. */
    public void pay(long orderId) {
        change(orderId, (header, lines) -> header.put("paid", header.get("sum").asText())
                .put("is_paid", true)
                .put("is_underpayment", false));
    }

    private void change(long orderId, BiConsumer<ObjectNode, List<ObjectNode>> how) {
        synchronized (store) {
            store.change(orderId, how);
        }
    }

    /** From now on 404 with the shop's JSON, and in no list. */
    public boolean delete(long orderId) {
        synchronized (store) {
            return store.remove(orderId);
        }
    }

    /** The orders go out as one: {@code children} of the first, {@code parent_order_id} of the others. */
    public void combine(long parent, long... children) {
        synchronized (store) {
            ArrayNode ids = Json.array();
            for (long child : children) {
                ids.add(String.valueOf(child));
                store.found(child).put("parent_order_id", String.valueOf(parent));
            }
            store.found(parent).set("children", ids);
        }
    }

    /** {@code total_products} is the sum of the lines' quantities; otherwise, as at first, the number of lines. Which one is unverified. */
    public void countQuantities(boolean wanted) {
        synchronized (store) {
            store.countQuantities(wanted);
        }
    }

    // ---- dictionaries

    /** @param type 2 is a tick box */
    public void user(long id, String login, String email) {
        dictionaries(all -> all.user(id, login, email));
    }

    public void additionalField(long id, int type, String name) {
        dictionaries(all -> all.additionalField(id, type, name));
    }

    /** @param type of the discount: 1 percent, 2 amount */
    public void promotionCode(long id, String code, int type, String discount, String atMost) {
        dictionaries(all -> all.promotionCode(id, code, type, discount, atMost));
    }

    /** A further variant and its stock. */
    public void variant(String code, String price, String stock) {
        dictionaries(all -> all.stock(code, price, stock));
    }

    /** What the shop thinks is left of the first variant with that code. */
    public BigDecimal stock(String code) {
        synchronized (store) {
            return ShopSums.decimal(store.dictionaries().stockOf(code).orElseThrow(), "stock");
        }
    }

    public void tax(long id, String name, String value) {
        dictionaries(all -> all.tax(id, name, value));
    }

    /** A surcharge for a way of payment with one way of delivery. */
    public void surcharge(long shippingId, long paymentId, String cost) {
        dictionaries(all -> all.surcharge(shippingId, paymentId, cost));
    }

    /** @param rate units of the shop's default currency for one */
    public void currency(long id, String name, String rate) {
        dictionaries(all -> all.currency(id, name, rate, false));
    }

    /** A rate of that day, {@code yyyy-MM-dd}. */
    public void currencyRate(String name, String rate, String day) {
        dictionaries(all -> all.currencyRate(name, rate, day));
    }

    /** Another default currency; every rate is from now on in its units. */
    public void defaultCurrency(String name) {
        dictionaries(all -> all.defaultCurrency(name));
    }

    private void dictionaries(Consumer<ShopDictionaries> change) {
        synchronized (store) {
            change.accept(store.dictionaries());
        }
    }
}
