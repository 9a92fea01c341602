package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Whose documents a {@code Filter} asks for: {@code buyerId}, {@code buyerCode}, {@code recipientId} (wire-symfonia: Orders). */
record ErpParties(Optional<Long> buyer, Optional<Long> recipient) {
    private static final long NOBODY = -1;

    static ErpParties of(SimRequest request, ErpContractors contractors) {
        Optional<Long> byCode = request.param("buyerCode").map(code -> contractors
                .byCode(code)
                .map(card -> card.get("Id").asLong())
                .orElse(NOBODY));
        return new ErpParties(ErpParams.id(request, "buyerId").or(() -> byCode), ErpParams.id(request, "recipientId"));
    }

    boolean match(ObjectNode document) {
        return is(buyer, document, "BuyerId") && is(recipient, document, "RecipientId");
    }

    private static boolean is(Optional<Long> wanted, ObjectNode document, String field) {
        return wanted.isEmpty() || document.get(field).asLong() == wanted.get();
    }
}
