package pl.zmobridge.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * JSON that another system has written, its numbers exact. It is read within limits (I11): a few kilobytes must not become a tree or a
 * number that takes all memory. {@code 1e999999999} takes nothing until somebody asks for its digits.
 */
public final class Json {
    /** More digits, before or behind the point, than any amount, id or rate has; such a number is no number here. */
    private static final int MOST_DIGITS = 300;

    /** Names, values and brackets: some twenty times what fifty orders with their lines have. */
    private static final long MOST_TOKENS = 1_000_000;

    private static final int DEEPEST = 100;

    private static final ObjectMapper JSON = JsonMapper.builder(
                    factory(limits().maxTokenCount(MOST_TOKENS).build()))
            .nodeFactory(new Numbers())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Tokens take nothing where no tree is made of them. */
    private static final JsonFactory TOKENS = factory(limits().build());

    private Json() {}

    private static StreamReadConstraints.Builder limits() {
        return StreamReadConstraints.builder().maxNumberLength(MOST_DIGITS).maxNestingDepth(DEEPEST);
    }

    private static JsonFactory factory(StreamReadConstraints limits) {
        return JsonFactory.builder().streamReadConstraints(limits).build();
    }

    /** Reads a text with exact numbers. A number that is out of reach becomes its text, so that only who needs it finds it unreadable (I5, I7). */
    public static JsonNode read(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }

    /** Reads a text token by token, for a list too long for a tree. */
    public static JsonParser tokens(String text) throws IOException {
        return TOKENS.createParser(text);
    }

    /** A number that came as text; empty when it is none, or out of reach. */
    public static Optional<BigDecimal> number(String text) {
        String stripped = text.strip();
        if (stripped.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(stripped)).filter(Json::isInReach);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isInReach(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS
                && number.precision() - (long) number.scale() <= MOST_DIGITS;
    }

    private static final class Numbers extends JsonNodeFactory {
        private static final long serialVersionUID = 1;

        @Override
        public ValueNode numberNode(BigDecimal number) {
            return number == null || isInReach(number) ? super.numberNode(number) : textNode(number.toString());
        }
    }
}
