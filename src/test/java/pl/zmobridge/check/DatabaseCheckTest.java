package pl.zmobridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseCheckTest {

    @ParameterizedTest(name = "SQLSTATE {0}: {1}")
    @CsvSource({
        "28000, correct db.user and db.password",
        "42000, create the database",
        "08000, start the database",
        ", start the database"
    })
    void theAdviceFollowsFromTheState(String state, String advice) {
        assertThat(DatabaseCheck.advice(new SQLException("no", state))).contains(advice);
    }
}
