package pl.zmobridge.order;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An order as it comes into the register: its card, or why there is none, and what the bridge must remember besides.
 *
 * @param number the order's identity in the ERP (N1)
 * @param placedAt empty when the shop's date cannot be read
 * @param statusId empty when it cannot be read
 * @param status the status's name in the shop (H3); empty when it is unknown
 * @param buyerKey the same for all orders of one buyer; see {@link #buyerKey}
 * @param userId the buyer's account in the shop
 * @param login of that account, blank when it has none; empty when the shop was not asked for it (K3)
 * @param nips ways in which the ERP may have written the contractor's NIP
 * @param raw the order and its lines as the shop sent them, JSON
 * @param digest of its row, see {@link ShopChanges#digest}; empty when it cannot be read
 * @param over why nothing is to be done for it: it was cancelled before it was first seen (E1); empty for an order that lives
 */
public record ReceivedOrder(
        long id,
        String number,
        Optional<ZonedDateTime> placedAt,
        ZoneId zone,
        Optional<Long> statusId,
        String status,
        CardOutcome outcome,
        String buyerKey,
        Optional<Long> userId,
        Optional<String> login,
        List<String> nips,
        String raw,
        Optional<String> digest,
        Optional<String> over) {

    private static final int LONGEST_KEY = 100;

    /** Why the order is closed as soon as it comes: it is over, or a rule gives it no document (D1). */
    public Optional<String> closed() {
        return over.or(outcome::noDocument);
    }

    public ReceivedOrder {
        nips = List.copyOf(nips);
    }

    /**
     * K1: by what a buyer is known: the NIP, else the account, else the e-mail address and the name, else nothing but this
     * order.
     */
    public static String buyerKey(OrderCard card, Optional<Long> userId) {
        return buyerKey(card.shopOrderId(), card.contractor(), userId);
    }

    /** The same before there is a card. */
    public static String buyerKey(long shopOrderId, OrderCard.Party contractor, Optional<Long> userId) {
        String nip = contractor.nip();
        if (!nip.isEmpty()) {
            return Texts.cut("nip:" + nip, LONGEST_KEY);
        }
        if (userId.isPresent()) {
            return "user:" + userId.get();
        }
        String email = contractor.email().toLowerCase(Locale.ROOT);
        String name = Texts.collapse(contractor.name()).toLowerCase(Locale.ROOT);
        return email.isEmpty() ? orderKey(shopOrderId) : shortened("mail:" + email + ":" + name);
    }

    /** A long key with its hash at the end, so that no two buyers share one. */
    private static String shortened(String key) {
        if (key.length() <= LONGEST_KEY) {
            return key;
        }
        String hash =
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
        return Texts.cut(key, LONGEST_KEY - hash.length()) + hash;
    }

    /** The key of an order whose buyer is not known. */
    public static String orderKey(long shopOrderId) {
        return "order:" + shopOrderId;
    }
}
