package pl.zmobridge.notify;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.words.Phrase;

/**
 * A dead letter or a review that waits for a person, as far as it is told: nothing of it is personal.
 *
 * @param cause as the register has it; a newer version may write causes that this one does not know
 * @param told under what it is noted as told: its cause, and of one that grows also how often it grew
 * @param arguments only those that make two failures the same, such as a product's code
 * @param age since its first failure
 */
record Letter(
        long id,
        String shop,
        String number,
        boolean review,
        String cause,
        String told,
        Map<String, String> arguments,
        Duration age) {

    /** From a row of {@code notify-letters}. */
    static Letter read(Map<String, Object> row) {
        String cause = row.get("cause").toString();
        Object arguments = row.get("arguments"); // NULL: a version before the causes wrote it
        Map<String, String> all = arguments == null ? Map.of() : Phrase.arguments(arguments.toString());
        Map<String, String> same = new LinkedHashMap<>();
        known(cause).sameWhen().forEach(name -> {
            if (all.containsKey(name)) {
                same.put(name, Plain.foreign(all.get(name)));
            }
        });
        return new Letter(
                ((Number) row.get("id")).longValue(),
                row.get("shop").toString(),
                Plain.text(row.get("number").toString()),
                row.get("step").equals("REVIEW"),
                cause,
                row.get("told").toString(),
                same,
                Duration.ofMillis(((Number) row.get("age_millis")).longValue()));
    }

    private static Cause known(String name) {
        try {
            return Cause.valueOf(name);
        } catch (IllegalArgumentException e) {
            return Cause.OTHER;
        }
    }

    Cause known() {
        return known(cause);
    }

    /** The parameters of {@code notify-letter}. */
    Map<String, Object> row(Channel channel) {
        return Map.of("channel", channel.name(), "letterId", id, "cause", told);
    }
}
