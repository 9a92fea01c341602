package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.support.Rig;

@DisplayName("N3 the date of an order")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderDatesTest extends CasesFixture {
    @BeforeAll
    void start() throws Exception {
        rig = new Rig().set("shoper.import.settle", "20s").start();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("in an hour that summer time skips or repeats is read and stops nothing")
    @CsvSource({
        "2026-03-29 02:30:00, 2026-03-29T03:30:00+02:00",
        "2025-10-26 02:30:00, 2025-10-26T02:30:00+02:00",
        "2025-10-26 03:00:00, 2025-10-26T03:00:00+01:00",
    })
    void changeOfTheClock(String date, OffsetDateTime placedAt) throws Exception {
        long id = issued(order().date(date));

        assertThat(OffsetDateTime.parse(rig.order(id).path("placedAt").asText()))
                .isEqualTo(placedAt);
        assertThat(rig.sentIssue("SH/" + id).path("IssueDate").asText()).startsWith(date.substring(0, 10));
        assertThat(rig.order(id).path("warnings")).isEmpty();
    }

    @Test
    @DisplayName("far in the future is carried, with a warning")
    void future() throws Exception {
        long id = rig.shop.addOrder(order().date("2062-10-02 10:00:00"));
        rig.poll();
        rig.poll();

        rig.awaitState("ISSUED", id);

        assertThat(rig.order(id).path("warnings").toString()).contains("2062-10-02", "przyszłości");
    }
}
