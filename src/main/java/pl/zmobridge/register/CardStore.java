package pl.zmobridge.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.util.List;
import pl.zmobridge.order.OrderCard;

/** The order card as the register keeps it: JSON, amounts as decimal strings, the date with its zone. */
public final class CardStore {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(BigDecimal.class, ToStringSerializer.instance))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final ObjectReader CARD = JSON.readerFor(Stored.class);

    private CardStore() {}

    /**
     * @param userId the buyer's account in the shop; null for a guest
     * @param login of that account, blank when it has none; null when the shop was not asked for it (K3)
     * @param nips ways in which the ERP may have written the contractor's NIP
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stored(OrderCard card, Long userId, String login, List<String> nips) {}

    public static String write(Stored stored) {
        try {
            return JSON.writeValueAsString(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // records of our own always write
        }
    }

    /** @throws IllegalStateException when the text is no card: the database was changed by hand */
    public static Stored read(String text) {
        try {
            return CARD.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Zapisana karta zamówienia jest uszkodzona: " + e.getOriginalMessage(), e);
        }
    }
}
