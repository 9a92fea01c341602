package pl.zmobridge.attempt;

import static pl.zmobridge.camel.SqlParameters.NONE;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.register.Claims;
import pl.zmobridge.register.RegisteredOrder;

/** Which order an attempt has, and by which claim nobody else has that order's buyer (I8). */
final class ClaimFacts {
    private final Optional<Long> wanted;
    private Optional<Long> order = Optional.empty();
    private String buyerKey = "";
    private String token = "";
    private Optional<Instant> firstLook = Optional.empty();
    private int looks;
    private boolean held;
    private boolean repeated;

    /** @param wanted the order that a person names */
    ClaimFacts(Optional<Long> wanted) {
        this.wanted = wanted;
    }

    /** It looks for its order, now; since when it does. */
    Instant looksSince(Instant now) {
        looks++;
        if (firstLook.isEmpty()) {
            firstLook = Optional.of(now);
        }
        return firstLook.get();
    }

    boolean isLookedForAgain() {
        return looks > 1;
    }

    /** A lease may be taken by this token from now on. */
    void begin(String claimedBy) {
        token = claimedBy;
        held = true;
    }

    /** This order's buyer has the lease; whose key that is the register tells with the order ({@link #read}). */
    void taken(long claimedOrder) {
        order = Optional.of(claimedOrder);
    }

    /** Whether a lease may have been taken, and nobody knows for which order. */
    boolean isLeftInDoubt() {
        return held && order.isEmpty();
    }

    /**
     * Reads the row of {@code registered-order}, which some only look at without a lease.
     *
     * @throws Claims.ClaimLost when the order has got another buyer since its lease was taken: whoever claims that one goes on
     */
    RegisteredOrder read(Map<String, Object> row) {
        if (held && buyerKey.isEmpty()) {
            if (!token.equals(row.get("claimed_by"))) {
                throw new Claims.ClaimLost();
            }
            buyerKey = row.get("buyer_key").toString();
        }
        repeated = row.get("open_letter") != null;
        return RegisteredOrder.of(row);
    }

    /** Whether a dead letter of the step was open when the order was read, which closes with the step. */
    boolean isRepeated() {
        return repeated;
    }

    /** The statement that ends the lease: by the buyer's key, or by the token alone when the key is not known yet. */
    String release() {
        return buyerKey.isEmpty() ? "claim-drop" : "claim-release";
    }

    void take(long claimedOrder, String claimedBuyer, String claimedBy) {
        order = Optional.of(claimedOrder);
        buyerKey = claimedBuyer;
        token = claimedBy;
        held = true;
    }

    /** The claim did not come about: its transaction failed. */
    void unclaimed() {
        order = Optional.empty();
        token = "";
        held = false;
    }

    void letGo() {
        held = false;
    }

    boolean isHeld() {
        return held;
    }

    boolean isClaimed() {
        return order.isPresent();
    }

    /** The order's id in the shop, once it is known which one it is. */
    Optional<Long> order() {
        return order.or(() -> wanted);
    }

    String buyerKey() {
        return buyerKey;
    }

    String token() {
        return token;
    }

    Object parameter(String name) {
        return switch (name) {
            case "orderId" -> order().<Object>map(id -> id).orElse(NONE);
            case "wantedOrder" -> wanted.<Object>map(id -> id).orElse(NONE);
            case "buyerKey" -> buyerKey;
            case "claim" -> token;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
