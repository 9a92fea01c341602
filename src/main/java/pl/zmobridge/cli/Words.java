package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Values of the API as people read them. */
final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Words() {}

    /** A text; blank when it is absent. */
    static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isNull() ? "" : Terminal.plain(value.asText(""));
    }

    /** A time to the second, in the zone in which the bridge tells it; blank when it is absent. */
    static String time(JsonNode object, String field) {
        String text = text(object, field);
        try {
            return text.isEmpty() ? "" : TIME.format(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** The same in that zone, unless it is blank. */
    static String time(JsonNode object, String field, String zone) {
        String text = text(object, field);
        try {
            return text.isEmpty() || zone.isEmpty()
                    ? time(object, field)
                    : TIME.format(OffsetDateTime.parse(text).atZoneSameInstant(ZoneId.of(zone)));
        } catch (DateTimeException e) {
            return text;
        }
    }
}
