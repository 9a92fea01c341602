package pl.zmobridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.words.Language;

@DisplayName("Why an order is stuck")
class OrderProblemsTest {
    private static final String FAILURE =
            "\"system\":\"ERP\",\"cause\":\"OTHER\",\"arguments\":\"{}\",\"words\":\"coś\",\"error\":\"coś\"";

    @Test
    @DisplayName("is told of one order with its dead letter, in the shop's zone; a review is not tried again")
    void ofOneOrder() {
        assertThat(view("\"id\":7,\"step\":\"IMPORT\",\"attempts\":3," + times() + FAILURE))
                .containsEntry("id", 7L)
                .containsEntry("attempts", 3)
                .containsEntry("firstFailedAt", "2026-11-27T12:00:01.123+01:00")
                .containsEntry("nextAttemptAt", "2026-11-27T12:10:01+01:00")
                .containsEntry("error", "coś");
        assertThat(view("\"id\":7,\"step\":\"REVIEW\",\"attempts\":1," + times() + FAILURE))
                .containsEntry("nextAttemptAt", null);
    }

    @Test
    @DisplayName("is told of many orders without their dead letters")
    void ofMany() {
        assertThat(view("\"step\":\"IMPORT\"," + FAILURE)).doesNotContainKeys("id", "attempts", "nextAttemptAt");
    }

    private static String times() {
        return "\"first_failed_at\":\"2026-11-27 11:00:01.123000\",\"next_attempt_at\":\"2026-11-27 11:10:01.000\",";
    }

    private static Map<String, Object> view(String problem) {
        return OrderProblems.views(Map.of("zone", "Europe/Warsaw", "problems", "[{" + problem + "}]"), Language.PL)
                .get(0);
    }
}
