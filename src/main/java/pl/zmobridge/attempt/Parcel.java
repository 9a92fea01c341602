package pl.zmobridge.attempt;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.words.Phrase;

/** A tracking number on its way to the shop: the variable {@code parcel}. It belongs to one exchange. */
public final class Parcel implements SqlParameters {
    /** What has become of one that was handed in. */
    public enum Taken {
        /** It will be written. */
        NEW,
        /** A person had to look at it, and hands it in once more. */
        AGAIN,
        /** It is there, or will be. */
        KNOWN,
        UNKNOWN_ORDER,
        SEVERAL_ORDERS,
        /** Neither an order nor a number, or names of columns that nobody knows. */
        NO_COLUMNS,
        NO_ORDER,
        NO_NUMBER,
        BAD_NUMBER,
        /** A spreadsheet has rounded it. */
        ROUNDED_NUMBER;

        /** Whether the register holds it. */
        public boolean isKept() {
            return ordinal() <= KNOWN.ordinal();
        }
    }

    /** Where it stands in the register. */
    enum State {
        DUE,
        WRITING,
        DONE,
        REFUSED,
        UNCLEAR;

        boolean isOpen() {
            return this == DUE || this == WRITING;
        }
    }

    private final Wish wish;
    private final ParcelShops shops;
    private Optional<Taken> taken = Optional.empty();
    private Optional<String> shop = Optional.empty();
    private Optional<Long> order = Optional.empty();
    private Map<String, Object> row = Map.of();
    private State state = State.DUE;
    private Optional<Long> shipping = Optional.empty();
    private boolean toBeWritten;
    private boolean sent;
    private boolean ended;
    private Optional<Long> inShop = Optional.empty();
    private Optional<Failure> failure = Optional.empty();
    private Duration wait = Duration.ZERO;
    private List<Map<String, Object>> events = List.of();
    private List<Map<String, Object>> reviews = List.of();

    /**
     * What somebody wants.
     *
     * @param line of a file; 0 when it stands in none
     * @param order its id or number
     * @param carrier name of a way of delivery in the shop; blank for the order's own
     * @param shippingId the same by its id
     * @param sent whether it is on its way
     * @param actor who wants it; blank when that is not known
     */
    public record Wish(
            int line,
            String order,
            String number,
            String carrier,
            Optional<Long> shippingId,
            boolean sent,
            String actor) {}

    Parcel(Wish wish, ParcelShops shops) {
        this.wish = wish;
        this.shops = shops;
        this.shipping = wish.shippingId();
        if (wish.order().isEmpty() && wish.number().isEmpty()) {
            taken = Optional.of(Taken.NO_COLUMNS);
        } else if (wish.order().isEmpty()) {
            taken = Optional.of(Taken.NO_ORDER);
        } else {
            taken = ParcelNumber.fault(wish.number());
        }
    }

    /** One that the register holds. */
    static Parcel of(String shop, long order, String number, ParcelShops shops) {
        Parcel parcel = new Parcel(new Wish(0, Long.toString(order), number, "", Optional.empty(), true, ""), shops);
        parcel.taken = Optional.empty();
        parcel.isOf(shop, order);
        return parcel;
    }

    public Wish wish() {
        return wish;
    }

    /** What has become of it; empty before that is known. */
    public Optional<Taken> taken() {
        return taken;
    }

    void becomes(Taken now) {
        taken = Optional.of(now);
    }

    /** Whether its order is to be looked for. */
    public boolean isReadable() {
        return taken.isEmpty();
    }

    void isOf(String itsShop, long itsOrder) {
        shop = Optional.of(itsShop);
        order = Optional.of(itsOrder);
    }

    /** Whether it can go into the register. */
    public boolean isAbout() {
        return order.isPresent();
    }

    /** Whether the register has it already. */
    public boolean isKnown() {
        return taken.filter(Taken.KNOWN::equals).isPresent();
    }

    /** Whether that is news for the timeline. */
    public boolean isNews() {
        return taken.filter(each -> each == Taken.NEW || each == Taken.AGAIN).isPresent();
    }

    String shop() {
        return shop.orElseThrow();
    }

    long orderId() {
        return order.orElseThrow();
    }

    /** @param found row of {@code parcel-find} */
    void stands(Map<String, Object> found) {
        row = found;
        state = State.valueOf(found.get("state").toString());
        shipping = Optional.ofNullable((Number) found.get("shipping_id")).map(Number::longValue);
    }

    Map<String, Object> row() {
        return row;
    }

    State state() {
        return state;
    }

    /** Whether the shop may still have to hear of it. */
    public boolean isOpen() {
        return state.isOpen() && !ended;
    }

    /** Whether its last write had no answer so lately that it may still be going on. */
    boolean isFresh() {
        return ((Number) row.get("is_fresh")).intValue() != 0;
    }

    boolean isOnItsWay() {
        Object flag = row.get("sent");
        return flag instanceof Boolean bool ? bool : ((Number) flag).intValue() != 0;
    }

    int attempts() {
        return row.isEmpty() ? 0 : ((Number) row.get("attempts")).intValue();
    }

    Optional<Long> shipping() {
        return shipping;
    }

    void goesBy(long shippingId) {
        shipping = Optional.of(shippingId);
    }

    void mustBeWritten() {
        toBeWritten = true;
    }

    /** Whether the shop does not have it, and may be told. */
    public boolean isToBeWritten() {
        return toBeWritten && isOpen();
    }

    /** The intent is noted, and the request goes out. */
    void goesOut() {
        state = State.WRITING;
        sent = true;
    }

    boolean wentOut() {
        return sent;
    }

    void isThere(Optional<Long> id, List<Map<String, Object>> news) {
        inShop = id;
        ends(State.DONE, news);
    }

    void waits(State now, Failure why, Duration how) {
        failure = Optional.of(why);
        wait = how;
        ends(now, List.of());
    }

    void needsPerson(State now, Failure why, Map<String, Object> review, Map<String, Object> event) {
        failure = Optional.of(why);
        reviews = List.of(review);
        ends(now, List.of(event));
    }

    private void ends(State now, List<Map<String, Object>> news) {
        state = now;
        events = news;
        ended = true;
    }

    /** Whether something is to be noted of this attempt. */
    public boolean isEnded() {
        return ended;
    }

    /** Whether the shop has it. */
    public boolean isDone() {
        return state == State.DONE;
    }

    List<Map<String, Object>> events() {
        return events;
    }

    List<Map<String, Object>> reviews() {
        return reviews;
    }

    /** Parameters of {@code parcel-outcome}. */
    Map<String, Object> outcome() {
        Map<String, Object> outcome = new HashMap<>();
        outcome.put("parcelState", state.name());
        outcome.put("parcelInShop", inShop.orElse(null));
        outcome.put("shippingId", shipping.orElse(null));
        outcome.put("attempts", failure.isPresent() ? attempts() + 1 : 0);
        outcome.put("waitMillis", wait.toMillis());
        outcome.put("system", failure.map(each -> each.system().name()).orElse(null));
        outcome.put("cause", failure.map(each -> each.cause().name()).orElse(null));
        outcome.put(
                "arguments", failure.map(each -> Phrase.json(each.arguments())).orElse(null));
        outcome.put("words", failure.map(Failure::words).orElse(null));
        return outcome;
    }

    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "parcelShops" -> shops.parameter(name);
            case "parcelShop" -> shop.<Object>map(each -> each).orElse(NONE);
            case "orderId" -> order.<Object>map(each -> each).orElse(NONE);
            case "parcelOrder" ->
                wish.order().startsWith("id:") ? "" : wish.order().replaceFirst("^number:", "");
            case "parcelOrderId" ->
                wish.order().matches("(id:)?\\d{1,18}")
                        ? Long.parseLong(wish.order().replaceFirst("^id:", ""))
                        : -1L;
            case "parcelNumber" -> wish.number();
            case "carrier" -> wish.carrier();
            case "shippingId" -> shipping.orElse(null);
            case "parcelSent" -> wish.sent();
            case "parcelActor" -> wish.actor();
            case "parcelId" -> row.getOrDefault("id", NONE);
            default -> NONE;
        };
    }
}
