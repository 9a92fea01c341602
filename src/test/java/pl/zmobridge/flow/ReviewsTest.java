package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.zmobridge.support.Rig;

@DisplayName("A review")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewsTest extends CasesFixture {
    @BeforeAll
    void start() throws Exception {
        rig = new Rig().start();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @Test
    @DisplayName(
            "is an open item of its own, counted apart from dead letters, that no worker tries and a person acknowledges")
    void isAcknowledged() throws Exception {
        long id = issued(order());
        review(id, "SENT_UNPAID");
        review(id, "CANCELLED_ZMO_STAYS"); // one for each cause

        JsonNode summary = rig.get("/api/summary");
        assertThat(summary.path("reviews").asInt()).isEqualTo(2);
        assertThat(summary.path("deadLetters").asInt()).isZero();
        assertThat(summary.path("needsPerson").asInt()).isEqualTo(2);
        JsonNode letter = letter(id).orElseThrow();
        assertThat(letter.path("step").asText()).isEqualTo("REVIEW");
        assertThat(letter.path("waitsFor").asText()).isEqualTo("PERSON");
        assertThat(letter.path("nextAttemptAt").isNull()).isTrue();
        assertThat(rig.order(id).path("problem").asText()).contains("wysłane");

        String path = "/api/dead-letters/" + letter.path("id").asLong();
        var refused = rig.exchange(rig.request(path + "/replay")
                .header("Accept-Language", "pl")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("jest do sprawdzenia");
        assertThat(rig.post("/api/dead-letters/replay", "").path("replayed").asInt())
                .isZero();

        JsonNode acknowledged = rig.post(path + "/discard", "{\"reason\":\"wydano w sklepie\"}");

        assertThat(acknowledged.path("state").asText()).isEqualTo("DISCARDED");
        assertThat(acknowledged.path("reason").asText()).isEqualTo("wydano w sklepie");
        assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED");
        assertThat(rig.get("/api/summary").path("reviews").asInt()).isEqualTo(1);
        assertThat(rig.row("SELECT SUM(attempts) AS tries FROM dead_letters WHERE shop_order_id = " + id)
                        .get("tries")
                        .toString())
                .isEqualTo("2");
    }

    /** As a poll stores it. */
    private void review(long id, String cause) throws SQLException {
        String sql =
                "INSERT INTO dead_letters (shop, shop_order_id, step, `system`, cause, waits_for, arguments, words, error,"
                        + " first_failed_at, last_failed_at, next_attempt_at) VALUES ('main', " + id
                        + ", 'REVIEW', 'SHOP', '"
                        + cause + "', 'PERSON', '{}', 'wysłane', 'wysłane', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3),"
                        + " UTC_TIMESTAMP(3) - INTERVAL 1 HOUR)";
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
