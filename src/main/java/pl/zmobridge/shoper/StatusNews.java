package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What the shop's current status means for a watched order. Several can hold at once.
 *
 * @param changed whether the register must be told (H3, or the order has become due)
 * @param realiseNow whether the status means "realise now" (Z2)
 * @param close why the order is not watched any more (Z10); empty when it is
 * @param retry whether a waiting realisation is tried again now (Z4)
 * @param admit the order's row when it has reached a status to import
 * @param forget whether a waiting order has waited long enough
 */
public record StatusNews(
        long orderId,
        long statusId,
        String status,
        boolean changed,
        boolean realiseNow,
        Optional<String> close,
        boolean retry,
        Optional<JsonNode> admit,
        boolean forget) {

    boolean isNews() {
        return changed || close.isPresent() || retry || admit.isPresent() || forget;
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
