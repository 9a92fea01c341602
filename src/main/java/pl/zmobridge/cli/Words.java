package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
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

    /** How long ago a time was, {@code 5 min}; blank when it is absent. */
    static String age(JsonNode object, String field) {
        return distance(object, field, -1, "");
    }

    /** How far off a time is, {@code in 5 min}; blank when it is absent. */
    static String until(JsonNode object, String field) {
        return distance(object, field, 1, "in ");
    }

    private static String distance(JsonNode object, String field, int direction, String prefix) {
        String text = text(object, field);
        try {
            return text.isEmpty()
                    ? ""
                    : prefix
                            + span(Duration.between(OffsetDateTime.now(), OffsetDateTime.parse(text))
                                    .multipliedBy(direction));
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** {@code 12 s}, {@code 5 min}, {@code 3 h}, {@code 4 days}: the largest unit that fits. */
    static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
    }

    static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
