package pl.zmobridge.symfonia;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.Texts;
import pl.zmobridge.wire.Json;

/** The ERP's JSON: property names in any letter case, unknown ones ignored, amounts exact. */
public final class Wire {
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Pattern NO = Pattern.compile("|0(?:[.,]0*)?|false|nie", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMA = Pattern.compile("-?[0-9]+,[0-9]+");
    /** {@code 1,234} may be either. */
    private static final Pattern THOUSANDS = Pattern.compile("-?[1-9][0-9]{0,2},[0-9]{3}");

    private static final int SHOWN = 60;

    private Wire() {}

    /** A property by its name, whatever its letter case; a missing node when there is none. */
    public static JsonNode field(JsonNode object, String name) {
        JsonNode exact = object.path(name);
        if (!exact.isMissingNode()) {
            return exact;
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return field.getValue();
            }
        }
        return MissingNode.getInstance();
    }

    /** A text property; empty when it is absent or null. */
    public static String text(JsonNode object, String name) {
        JsonNode value = field(object, name);
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }

    /** Whether a flag or a code, such as {@code Canceled}, says anything but no: what cannot be read is no no (I7); absent and null are. */
    static boolean isSet(JsonNode object, String name) {
        JsonNode value = field(object, name);
        return !value.isNull()
                && !value.isMissingNode()
                && !NO.matcher(value.asText().strip()).matches();
    }

    /**
     * A number, also one that came as text, with a comma where that can only be the one before decimals; empty when it is absent, null
     * or unreadable. Where absent means something, {@link #unreadable} tells the two apart.
     */
    static Optional<BigDecimal> decimal(JsonNode object, String name) {
        JsonNode value = field(object, name);
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        if (!value.isTextual()) {
            return Optional.empty();
        }
        String text = value.asText().strip();
        boolean comma =
                COMMA.matcher(text).matches() && !THOUSANDS.matcher(text).matches();
        return Json.number(comma ? text.replace(',', '.') : text);
    }

    /** What stands where a number belongs, as it is (I7); empty for a number, and for what is absent or null. */
    static Optional<String> unreadable(JsonNode object, String name) {
        return decimal(object, name).isPresent() ? Optional.empty() : shown(field(object, name));
    }

    /** A value as people can be shown it; empty when it is absent or null. */
    static Optional<String> shown(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return Optional.empty();
        }
        boolean says = value.isValueNode() && !value.asText().isBlank();
        return Optional.of(Texts.cut(says ? value.asText().strip() : value.toString(), SHOWN));
    }

    /**
     * A whole-number property.
     *
     * @throws ErpUnavailable when the answer does not hold it: nothing may be guessed (I7)
     */
    public static int id(JsonNode object, String name) {
        JsonNode value = field(object, name);
        if (value.canConvertToInt() && value.isIntegralNumber()) {
            return value.intValue();
        }
        try {
            return Integer.parseInt(value.asText());
        } catch (NumberFormatException e) {
            throw new ErpUnavailable(
                    Failure.of(Cause.ERP_AWAY).with("how", "NO_FIELD").with("field", name));
        }
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a text of our own always reads
        }
    }

    static String write(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a tree of our own always writes
        }
    }
}
