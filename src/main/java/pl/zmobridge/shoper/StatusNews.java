package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What the shop's current status means for a watched order. Several can hold at once.
 *
 * @param changed whether the register must be told of another status (H3), or that the order has become due
 * @param renamed whether the shop only calls the status otherwise (H3): nothing happens to the order
 * @param realiseNow whether the status means "realise now" (Z2)
 * @param close why the order is not watched any more (Z10); empty when it is
 * @param retry whether a waiting realisation is tried again now (Z4)
 * @param admit the order's row when it has reached a status to import
 * @param forget whether a waiting order has waited long enough
 * @param watched the order as it was when it was looked at
 * @param ending what the shop says besides
 * @param other what is told when the row is another order's that got this one's id (S7)
 */
public record StatusNews(
        long orderId,
        long statusId,
        String status,
        boolean changed,
        boolean renamed,
        boolean realiseNow,
        Optional<String> close,
        boolean retry,
        Optional<JsonNode> admit,
        boolean forget,
        Watched watched,
        Ending ending,
        Optional<String> other) {

    /** S7: what is under this id now is nothing to this order. */
    static StatusNews ofAnother(Watched order, String words) {
        return new StatusNews(
                order.orderId(),
                0,
                "",
                false,
                false,
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                order,
                Ending.NONE,
                Optional.of(words));
    }

    /** A sentence in Polish that names both orders (S7). */
    public String otherWords() {
        return other.orElse("");
    }

    boolean isNews() {
        return changed
                || renamed
                || close.isPresent()
                || retry
                || admit.isPresent()
                || forget
                || ending.isNews()
                || other.isPresent();
    }

    /** Whether the shop has another order under this id now (S7). */
    public boolean isAnother() {
        return other.isPresent();
    }

    /** Why an order with such a status is closed. */
    static String reason(String status) {
        return "Status w sklepie: " + status;
    }

    /** What the shop says of it: its status, or that it does not have the order. */
    public String said() {
        return ending.words().isEmpty() ? status : ending.words();
    }

    /** Whether it is closed because the shop has ended it (E1, E4), so that it can come back to life (E2). */
    public boolean isEnded() {
        return ending.kind() == Ending.Kind.CANCELLED || ending.kind() == Ending.Kind.DELETED;
    }

    /** Whether the shop must be asked whether it has the order at all (E4). */
    public boolean isMissing() {
        return ending.kind() == Ending.Kind.MISSING;
    }

    /** Whether the register must be asked for the order's card and documents. */
    public boolean isWeighed() {
        return ending.isWeighed();
    }

    public boolean isAdmitted() {
        return admit.isPresent();
    }

    public String closeReason() {
        return close.orElse("");
    }

    public boolean isClosing() {
        return close.isPresent();
    }
}
