package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The dictionary cache")
class DictionaryCacheTest {
    private final List<JsonNode> known = List.of(Wire.order());
    private final List<JsonNode> unknown = List.of(Wire.order().put("status_id", "77"));
    private final List<JsonNode> alsoUnknown = List.of(Wire.order().put("status_id", "78"));
    private Instant now = Instant.parse("2026-10-02T08:00:00Z");
    private final DictionaryCache cache = new DictionaryCache(() -> now, Duration.ofSeconds(60));

    @BeforeEach
    void isFilled() {
        cache.replace(Wire.dictionaries(), false);
    }

    @Test
    @DisplayName("has to be filled first")
    void hasToBeFilledFirst() {
        DictionaryCache empty = new DictionaryCache(() -> now, Duration.ofSeconds(60));

        assertThat(empty.isMissing()).isTrue();
        assertThat(empty.needsRefresh(List.of())).isTrue();
        assertThatIllegalStateException().isThrownBy(empty::current);
        assertThat(cache.isMissing()).isFalse();
        assertThat(cache.current().payment(18)).contains("Pobranie");
    }

    @Test
    @DisplayName("asks for a refresh when an order has an unknown id, until there was one")
    void asksForARefresh() {
        assertThat(cache.needsRefresh(known)).isFalse();
        assertThat(cache.needsRefresh(unknown)).isTrue();
        assertThat(cache.needsRefresh(unknown))
                .as("the refresh may have failed")
                .isTrue();
    }

    @Test
    @DisplayName("does not ask again for an id that stayed unknown, but for another at once")
    void doesNotAskAgain() {
        cache.needsRefresh(unknown);
        cache.replace(Wire.dictionaries(), false);

        assertThat(cache.needsRefresh(unknown)).isFalse();
        assertThat(cache.needsRefresh(alsoUnknown)).isTrue();
    }

    @Test
    @DisplayName("knows whether the names of additional fields were asked for")
    void namesOfFields() {
        assertThat(cache.hasNames()).isFalse();
        cache.replace(Wire.dictionaries(), true);
        assertThat(cache.hasNames()).isTrue();
        cache.replace(Wire.dictionaries(), false);
        assertThat(cache.hasNames()).isFalse();
    }

    @Test
    @DisplayName("asks again after a minute")
    void asksAgainAfterAMinute() {
        cache.needsRefresh(unknown);
        cache.replace(Wire.dictionaries(), false);

        now = now.plusSeconds(59);
        assertThat(cache.needsRefresh(unknown)).isFalse();
        now = now.plusSeconds(1);
        assertThat(cache.needsRefresh(unknown)).isTrue();
    }
}
