package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.failure.WaitsFor;
import pl.zmobridge.shoper.ShoperApi;
import pl.zmobridge.wire.Request;
import pl.zmobridge.words.Language;

/** {@code feedback.ksef=notes}: the KSeF number of an invoice in the shop's private notes of its order. */
public final class KsefNotes {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.ksef");

    private final DeadLetters letters;

    public KsefNotes(DeadLetters letters) {
        this.letters = letters;
    }

    /** The question what the notes say now; its shop becomes the exchange's. */
    public Request<JsonNode> question(
            Exchange exchange, @Variable("ksef") KsefPoll poll, @Body Map<String, Object> row) {
        poll.notes(row);
        exchange.setVariable("shop", KsefDocuments.text(row, "shop"));
        return ShoperApi.order(KsefDocuments.orderId(row));
    }

    /** The notes with the number; nothing when they have it already, as after an answer that was lost. */
    public Request<JsonNode> note(@Variable("ksef") KsefPoll poll, @Body JsonNode order) {
        Map<String, Object> row = poll.note();
        String number = KsefDocuments.text(row, "ksef_number");
        String notes = order.path("notes_priv").asText("");
        if (notes.contains(number)) {
            return null;
        }
        String line = KsefDocuments.text(row, "number") + ", KSeF: " + number;
        return ShoperApi.setPrivateNotes(
                KsefDocuments.orderId(row), notes.isBlank() ? line : notes.stripTrailing() + "\n" + line);
    }

    /**
     * A shop that is away is asked again at the next poll; a refusal is a review.
     *
     * @return parameters of {@code ksef-noted} and {@code dead-letter-store}
     */
    public List<Map<String, Object>> failed(
            @Variable("ksef") KsefPoll poll, @ExchangeProperty("CamelExceptionCaught") Exception thrown) {
        Failure failure = Failures.of(thrown);
        List<Map<String, Object>> refused = new ArrayList<>();
        if (failure.waitsFor() == WaitsFor.SYSTEM || failure.isOutage()) {
            poll.notesNoMore();
            LOG.info("KSeF numbers wait for the shop, which takes no notes now: {}", failure.text(Language.EN));
        } else {
            Map<String, Object> letter = KsefDocuments.letter(
                    letters,
                    poll.note(),
                    Failure.of(Cause.KSEF_NOT_NOTED)
                            .with("ksef", poll.refused())
                            .quoting(failure.words().isBlank() ? failure.text(Language.PL) : failure.words()));
            letter.put("note", "REFUSED");
            refused.add(letter);
        }
        return refused;
    }
}
