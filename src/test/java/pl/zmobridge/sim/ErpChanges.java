package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was changed when: the answers of {@code …/IncrementalSync} (wire-symfonia: Changed since). The owner locks. */
final class ErpChanges {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final int WRITTEN = 1;
    private static final int DELETED = 2;

    enum Kind {
        ORDERS,
        SALES,
        CONTRACTORS
    }

    private record Change(int type, LocalDateTime at, JsonNode object) {}

    private final Map<Kind, Map<Long, Change>> changes = new EnumMap<>(Kind.class);
    private final Supplier<LocalDateTime> now;

    ErpChanges(Supplier<LocalDateTime> now) {
        this.now = now;
    }

    void written(Kind kind, ObjectNode object) {
        put(kind, object.get("Id").asLong(), new Change(WRITTEN, now.get(), object));
    }

    void deleted(Kind kind, long id) {
        put(kind, id, new Change(DELETED, now.get(), Json.MAPPER.nullNode()));
    }

    private void put(Kind kind, long id, Change change) {
        Map<Long, Change> ofKind = changes.computeIfAbsent(kind, none -> new LinkedHashMap<>());
        ofKind.remove(id);
        ofKind.put(id, change);
    }

    /** The last change of each object, oldest first. */
    JsonNode since(Kind kind, LocalDateTime from) {
        ArrayNode found = Json.array();
        changes.getOrDefault(kind, Map.of()).forEach((id, change) -> {
            if (!change.at().isBefore(from)) {
                ObjectNode shown = found.addObject().put("Id", id).put("ModifyType", change.type());
                shown.put("ModifiedAt", TIME.format(change.at())).set("Object", change.object());
            }
        });
        return found;
    }
}
