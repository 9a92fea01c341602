package pl.zmobridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import pl.zmobridge.attempt.KsefPoll;
import pl.zmobridge.words.Language;

/** What the API says of a poll of KSeF that a person asked for. */
public final class KsefViews {
    /**
     * What it brought: {@code questions}, {@code accepted}, {@code missing}; {@code problem} where KSeF gave no answer.
     *
     * @throws ApiProblem 409 when KSeF is not asked for the shop
     */
    public Map<String, Object> polled(Exchange exchange, @Body List<KsefPoll> polls) {
        if (polls.isEmpty()) {
            throw new ApiProblem(409, "Conflict", "KSeF is not asked here: ksef.enabled is false");
        }
        Language language = RequestLanguage.ofOrders(exchange);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("questions", polls.stream().mapToInt(KsefPoll::questions).sum());
        view.put("accepted", polls.stream().mapToInt(KsefPoll::accepted).sum());
        view.put("missing", polls.stream().mapToInt(KsefPoll::missing).sum());
        view.put(
                "problem",
                polls.stream()
                        .flatMap(poll -> poll.failure().stream())
                        .map(failure -> failure.text(language))
                        .findFirst()
                        .orElse(null));
        return view;
    }

    /**
     * What KSeF is asked about the documents of an order.
     *
     * @param enabled whether it is asked for the order's shop
     * @param receipt whether they are receipts, which nobody sends there
     * @param need what rule D1 says of them; blank when it said nothing
     */
    record Asked(boolean enabled, boolean receipt, String need) {
        private boolean isRequired() {
            return !receipt && need.equals("REQUIRED");
        }
    }

    /**
     * A sales document with where its invoice stands in KSeF; without that when KSeF is not asked about it.
     *
     * @param row {@code id}, {@code number}, {@code kind}, the columns of {@code ksef_documents}, and {@code ksefDue}: whether the next poll
     *     would make a row of it there
     */
    static Map<String, Object> document(JsonNode row, ZoneId zone, Asked asked) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", row.path("id"));
        view.put("number", row.path("number"));
        view.put("kind", row.path("kind"));
        if (row.path("ksefNeed").isTextual()) {
            view.put("ksef", state(row, zone));
        } else if (asked.enabled() && row.path("kind").asText().equals("FV")) {
            notYetAsked(row, asked).ifPresent(state -> view.put("ksef", Map.of("state", state)));
        }
        return view;
    }

    /** What the next poll will find out; nothing for an invoice of so long ago that no poll asks about it. */
    private static Optional<String> notYetAsked(JsonNode row, Asked asked) {
        if (!asked.isRequired()) {
            return Optional.of("NOT_REQUIRED");
        }
        return flag(row, "ksefDue") ? Optional.of("WAITING") : Optional.empty();
    }

    /** MariaDB writes a condition into JSON as a number or as a word. */
    private static boolean flag(JsonNode row, String name) {
        return row.path(name).asBoolean(row.path(name).asInt() != 0);
    }

    private static Map<String, Object> state(JsonNode row, ZoneId zone) {
        Map<String, Object> ksef = new LinkedHashMap<>();
        if (row.path("ksefNumber").isTextual()) {
            ksef.put("state", "ACCEPTED");
            ksef.put("number", row.path("ksefNumber"));
            LocalDateTime at = LocalDateTime.parse(row.path("ksefAt").asText().replace(' ', 'T'));
            ksef.put(
                    "at",
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                            at.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone)));
            ksef.put("mode", row.path("ksefMode"));
        } else if (!row.path("ksefNeed").asText().equals("REQUIRED")) {
            ksef.put("state", "NOT_REQUIRED");
        } else {
            ksef.put("state", flag(row, "ksefMissing") ? "MISSING" : "WAITING");
        }
        return ksef;
    }
}
