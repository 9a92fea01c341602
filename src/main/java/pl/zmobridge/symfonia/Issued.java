package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A ZMO that was written a moment ago.
 *
 * @param order what the ERP says it has stored (S3)
 */
public record Issued(Zmo zmo, JsonNode order) {
    static Issued read(JsonNode order) {
        return new Issued(Zmo.read(order).orElseThrow(), order);
    }
}
