package pl.zmobridge.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.WaitsFor;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Words;

@DisplayName("A message")
class WordingTest {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final Instant NINE = Instant.parse("2026-11-27T20:04:00Z");
    private static final Wording PL = new Wording(Language.PL, false, Optional.of("https://zmo.example.pl"));
    private static final Wording EN = new Wording(Language.EN, true, Optional.empty());

    private static Letter letter(long id, String step, String cause, Map<String, String> arguments) {
        Map<String, Object> row = new HashMap<>(Map.of("id", id, "shop", "main", "number", "SH/" + id));
        row.putAll(Map.of("step", step, "cause", cause, "told", cause, "age_millis", 0L));
        row.put("arguments", arguments == null ? null : Phrase.json(arguments));
        return Letter.read(row);
    }

    private static Letter missing(long id, String code) {
        return letter(id, "IMPORT", "UNKNOWN_PRODUCT_CODE", Map.of("code", code, "buyer", "Jan Kowalski"));
    }

    private static Content content(List<Letter> letters, Outage... outages) {
        return new Content(false, CauseGroup.of(letters), List.of(outages), List.of(), NINE, WARSAW);
    }

    @Test
    @DisplayName("names each cause once with its orders, what needs a person before what is to be looked at")
    void grouped() {
        List<Letter> letters = new ArrayList<>();
        letters.add(letter(1, "REVIEW", "CHANGED_AFTER_SALE", Map.of("documents", "FV 1")));
        letters.add(missing(2, "INNY"));
        LongStream.rangeClosed(10, 34).forEach(id -> letters.add(missing(id, "BUT-0042")));
        letters.add(letter(50, "IMPORT", "OTHER", null));

        String text = PL.text(content(letters));

        assertThat(PL.subject(content(letters)))
                .isEqualTo("ZMO Bridge: 27 zamówień wymaga Ciebie; 1 zamówienie do sprawdzenia");
        assertThat(text)
                .containsSubsequence(
                        "27 zamówień wymaga Ciebie:",
                        "Symfonia nie ma towaru o kodzie BUT-0042\n  SH/10, SH/11,",
                        "SH/29 i jeszcze 5\n  Co zrobić: dodaj towar",
                        "Symfonia nie ma towaru o kodzie INNY\n  SH/2\n",
                        "1 zamówienie do sprawdzenia:",
                        "Zamówienie zmieniono po sprzedaży\n  SH/1\n",
                        "Konsola: https://zmo.example.pl/",
                        "Europe/Warsaw")
                .doesNotContain("Kowalski", "FV 1", "SH/30");
    }

    @Test
    @DisplayName("says in English and for several shops which system of which shop is away, or answers again")
    void outages() {
        Outage away = Outage.begins("b2b", FailedSystem.ERP, NINE);
        Outage back = Outage.begins("main", FailedSystem.SHOP, NINE).ended(NINE.plusSeconds(1800));

        assertThat(EN.subject(content(List.of(), away, back)))
                .isEqualTo("ZMO Bridge: ERP (b2b) does not answer; the shop (main) answers again");
        assertThat(EN.text(content(List.of(), away, back)))
                .contains("ERP (b2b) has not answered since 2026-11-27 21:04.")
                .contains("The shop (main) answers again, after an outage from 2026-11-27 21:04 to 2026-11-27 21:34.");
    }

    @Test
    @DisplayName("holds texts of others without lines, headers, links, markup or calls of their own")
    void hostile() {
        Letter letter = missing(1, "A\r\nBcc: x@y.pl\u202e<!channel> @all <a href=\"https://evil.example\">`x`");

        String text = PL.text(content(List.of(letter)));

        assertThat(PL.subject(content(List.of(letter)))).doesNotContain("Bcc").hasLineCount(1);
        assertThat(text.lines().filter(line -> line.contains("Bcc")))
                .singleElement()
                .asString()
                .startsWith("Symfonia nie ma towaru");
        assertThat(text).doesNotContain("@", "<", "`", "https://evil", "\u202e", "\r");
    }

    @Test
    @DisplayName("to a web address is signed over exactly what is sent")
    void signed() {
        byte[] body = WebhookBody.of(content(List.of(missing(7, "X"))), "S", "T", Language.EN);

        assertThat(new String(body, StandardCharsets.UTF_8))
                .contains("\"text\":\"S\\n\\nT\"", "\"cause\":\"UNKNOWN_PRODUCT_CODE\"", "\"orders\":[\"SH/7\"]")
                .contains("\"at\":\"2026-11-27T21:04:00+01:00\"");
        // RFC 4231, test case 2
        assertThat(WebhookBody.signature("what do ya want for nothing?".getBytes(), "Jefe"))
                .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName("has a few words for each cause that waits for a person")
    void everyCause(Language language) {
        for (Cause cause : Cause.values()) {
            if (cause.waitsFor() == WaitsFor.PERSON) {
                CauseGroup group = CauseGroup.of(List.of(letter(1, "IMPORT", cause.name(), Map.of())))
                        .get(0);
                assertThat(Words.in(language).keys()).contains("short." + cause);
                assertThat(group.title(language)).doesNotContain("{", "[", "  ").hasSizeLessThan(80);
            }
        }
    }

    @Test
    @DisplayName("of a cause that a newer version knows says that there is one")
    void newerCause() {
        assertThat(PL.text(content(List.of(letter(1, "IMPORT", "OF_TOMORROW", Map.of())))))
                .contains("Inna przyczyna, opisana w konsoli\n  SH/1");
        assertThat(letter(1, "IMPORT", "OF_TOMORROW", Map.of()).age()).isEqualTo(Duration.ZERO);
    }
}
