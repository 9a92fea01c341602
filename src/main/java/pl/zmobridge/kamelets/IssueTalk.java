package pl.zmobridge.kamelets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.symfonia.Issued;
import pl.zmobridge.symfonia.Span;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.Zmo;
import pl.zmobridge.wire.Request;

/** A ZMO is asked for by its number and by its marker, issued when there is none, and given its number: once. */
final class IssueTalk extends ErpTalk {
    private static final int DAYS_BACK = 31;

    private enum Step {
        BY_NUMBER,
        MARKED,
        ISSUE,
        RENAME,
        DONE
    }

    private final String number;
    private final ObjectNode order;
    private final Span days;
    private Step step = Step.BY_NUMBER;
    private Optional<Zmo> zmo = Optional.empty();
    private boolean issued;

    /**
     * @param said an {@code OrderIssue} with the member {@code Number}
     * @throws IllegalArgumentException when it has no number, or one that cannot mark a ZMO
     */
    IssueTalk(String applicationGuid, String deviceName, JsonNode said, LocalDate today) {
        super(applicationGuid, deviceName);
        if (!said.isObject() || said.path("Number").asText("").isBlank()) {
            throw new IllegalArgumentException(
                    "symfonia-zmo-sink wants an OrderIssue as a JSON object, with its number in the member Number");
        }
        order = ((ObjectNode) said).deepCopy();
        number = order.remove("Number").asText().strip();
        String description = order.path("Description").asText("");
        if (!marks(description)) {
            order.put("Description", description.isBlank() ? number + " | " : number + " | " + description);
        }
        if (!marks(order.path("Description").asText())) {
            throw new IllegalArgumentException(number + " is no number that a ZMO can be known by");
        }
        LocalDate issueDate = date(order.path("IssueDate").asText(""), today);
        days = Span.around(today.minusDays(DAYS_BACK), today, issueDate);
    }

    private static LocalDate date(String text, LocalDate otherwise) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    private boolean marks(String description) {
        JsonNode element = JsonNodeFactory.instance
                .objectNode()
                .put("Id", 1)
                .put("DocumentNumber", "")
                .put("Description", description);
        return Zmo.marked(JsonNodeFactory.instance.arrayNode().add(element), number)
                .isPresent();
    }

    @Override
    String subject() {
        return number;
    }

    @Override
    boolean isAskingMore() {
        return step != Step.DONE;
    }

    @Override
    Request<?> next() {
        return switch (step) {
            case BY_NUMBER -> SymfoniaApi.findByNumber(number);
            case MARKED -> SymfoniaApi.findMarked(number, days);
            case ISSUE -> SymfoniaApi.issue(order.toString(), false);
            case RENAME -> SymfoniaApi.rename(zmo.orElseThrow().id(), number);
            case DONE -> throw new IllegalStateException("Nothing is left to ask");
        };
    }

    @Override
    void acceptNext(Object said) {
        switch (step) {
            case BY_NUMBER -> found(((Optional<?>) said).map(Zmo.class::cast));
            case MARKED -> {
                zmo = ((Optional<?>) said).map(Zmo.class::cast);
                step = zmo.isPresent() ? Step.RENAME : Step.ISSUE;
            }
            case ISSUE -> {
                zmo = Optional.of(((Issued) said).zmo());
                issued = true;
                step = Step.RENAME;
            }
            default -> step = Step.DONE;
        }
    }

    /** S6: a document of that number that is not marked with it is somebody else's. */
    private void found(Optional<Zmo> there) {
        if (there.isEmpty()) {
            step = Step.MARKED;
            return;
        }
        if (!marks(there.get().order().path("Description").asText(""))) {
            throw new IllegalStateException(
                    "The ERP has another document of the number " + number + ", which was not made by this sink");
        }
        zmo = there;
        step = Step.DONE;
    }

    @Override
    Map<String, Object> result() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", zmo.orElseThrow().id());
        result.put("number", number);
        result.put("issued", issued);
        return result;
    }
}
