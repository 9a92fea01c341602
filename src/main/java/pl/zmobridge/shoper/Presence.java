package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether the shop has an order (E4). */
public sealed interface Presence {
    record There(JsonNode row) implements Presence {}

    /** @param words the shop's own */
    record Gone(String words) implements Presence {}

    /** A 404 that is not the shop's own word: nothing is known. */
    record Unclear() implements Presence {}
}
