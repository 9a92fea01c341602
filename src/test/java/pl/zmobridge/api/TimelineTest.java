package pl.zmobridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedAttempt;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Words;

@DisplayName("A timeline")
class TimelineTest {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final Failure STOCK =
            Failure.of(Cause.NO_STOCK).with("code", "BUT-0042").quoting("Brak towaru");

    private final List<Map<String, Object>> rows = new ArrayList<>();
    private LocalDateTime now = LocalDateTime.of(2026, 11, 27, 11, 0, 3);

    @Test
    @DisplayName("tells the first of equal attempts, and all others as one, with when the last was")
    void folded() {
        for (int attempt = 1; attempt <= 46; attempt++) {
            fails("REALISE", attempt, STOCK);
        }

        List<Map<String, Object>> told = Timeline.of(rows, WARSAW, Language.PL);

        assertThat(told).hasSize(2);
        assertThat(told.get(0).get("text").toString()).startsWith("Realizacja, próba 1: ");
        assertThat(told.get(1))
                .containsEntry("text", "Realizacja, próby 2–46: z tego samego powodu, ostatnia 16:30")
                .containsEntry("kind", "FAILED")
                .containsEntry("at", "2026-11-27T12:06:03+01:00")
                .containsEntry("attempts", 45)
                .containsEntry("lastAt", "2026-11-27T16:30:03+01:00");
        assertThat(texts(Language.EN))
                .last()
                .isEqualTo("Realisation, attempts 2–46: for the same reason, last at 16:30");
    }

    @Test
    @DisplayName("begins anew after another reason, another step, and what a person did")
    void notEqual() {
        fails("IMPORT", 1, STOCK);
        fails("IMPORT", 2, Failure.of(Cause.OTHER).quoting("coś innego"));
        fails("REALISE", 1, Failure.of(Cause.OTHER).quoting("coś innego"));
        asked("anna");
        fails("REALISE", 2, Failure.of(Cause.OTHER).quoting("coś innego"));
        fails("REALISE", 3, Failure.of(Cause.OTHER).quoting("coś innego"));

        assertThat(texts(Language.EN))
                .hasSize(6)
                .contains("Another try at an operator's request (anna)")
                .endsWith("Realisation, attempt 3: for the same reason");
        assertThat(texts(Language.PL)).contains("Realizacja, próba 3: z tego samego powodu");
    }

    @Test
    @DisplayName(
            "names the day of the last attempt when it is another one in the shop's zone, and does not fold what began anew")
    void otherDay() {
        now = LocalDateTime.of(2026, 11, 27, 22, 50, 0);
        fails("IMPORT", 1, STOCK);
        fails("IMPORT", 2, STOCK);
        fails("IMPORT", 3, STOCK);
        fails("IMPORT", 1, STOCK);

        assertThat(texts(Language.EN))
                .hasSize(3)
                .contains("Import, attempts 2–3: for the same reason, last at 2026-11-28 00:02");
    }

    private List<String> texts(Language language) {
        return Timeline.of(rows, WARSAW, language).stream()
                .map(event -> event.get("text").toString())
                .toList();
    }

    private void fails(String step, int attempt, Failure failure) {
        FailedAttempt failed = new FailedAttempt(step, attempt, failure);
        row("FAILED", failed.text(Language.PL), failed.phrase());
    }

    private void asked(String actor) {
        Phrase deed = Phrase.of("REPLAY_ASKED").with("actor", actor);
        row("REPLAY_ASKED", Words.in(Language.PL).text("event", deed), deed);
    }

    private void row(String kind, String text, Phrase phrase) {
        Map<String, Object> row = new HashMap<>();
        row.put("at", now);
        row.put("kind", kind);
        row.put("text", text);
        row.put("code", phrase.code());
        row.put("arguments", Phrase.json(phrase.arguments()));
        rows.add(row);
        now = now.plusMinutes(6);
    }
}
