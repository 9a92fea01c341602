package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * A ZMO as the ERP keeps it.
 *
 * @param issue what was sent, with the ids that positions were given
 * @param document what is answered, positions included
 */
record ErpOrder(ObjectNode issue, ObjectNode document) {
    /** {@code DocumentStatus} (wire-symfonia: Orders). */
    static final int NEW = 4;

    static final int PARTIAL = 8;
    static final int REALISED = 16;
    static final int CLOSED = 32;

    long id() {
        return document.get("Id").asLong();
    }

    String number() {
        return document.get("DocumentNumber").asText();
    }

    boolean inBuffer() {
        return document.get("Buffer").asBoolean();
    }

    boolean realised() {
        return status() == REALISED;
    }

    int status() {
        return document.get("DocumentStatus").asInt();
    }

    /** {@code Canceled} other than 0: not alive. */
    boolean canceled() {
        return document.get("Canceled").asInt() != 0;
    }

    boolean reserves() {
        return document.get("ReservationType").asInt() > 0 && status() == NEW && !canceled() && !inBuffer();
    }

    ErpOrder copy() {
        return new ErpOrder(issue.deepCopy(), document.deepCopy());
    }

    /** How much of each stocked product the order is about. */
    Map<String, BigDecimal> needs(ErpDictionaries dictionaries) {
        Map<String, BigDecimal> needs = new TreeMap<>();
        for (JsonNode position : document.get("Positions")) {
            String code = position.path("ProductCode").asText();
            if (dictionaries.isGoods(code)) {
                needs.merge(code, position.get("Quantity").decimalValue(), BigDecimal::add);
            }
        }
        return needs;
    }
}
