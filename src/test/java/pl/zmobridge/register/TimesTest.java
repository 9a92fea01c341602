package pl.zmobridge.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import pl.zmobridge.support.MariaDb;

/** UTC goes into the register and comes out as it was, on a machine that lives in Warsaw. */
class TimesTest {
    private final TimeZone ofTheTests = TimeZone.getDefault();

    @AfterEach
    void goHome() {
        TimeZone.setDefault(ofTheTests);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "2026-03-29T02:30:00.001", // an hour that Warsaw does not have
                "2026-03-29T01:30:00",
                "2026-10-25T02:30:00", // one that it has twice
                "2026-10-25T00:30:00",
                "2026-07-01T12:00:00.999"
            })
    void aTimeIsTheSameAfterwards(String utc) {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Warsaw"));
        LocalDateTime time = LocalDateTime.parse(utc);
        try (HikariDataSource database = Database.open(MariaDb.newSchema(), "root", "", 2)) {
            JdbcTemplate sql = new JdbcTemplate(database);
            sql.execute("CREATE TABLE times (told DATETIME(3), written DATETIME(3))");
            sql.update("INSERT INTO times VALUES (?, ?)", time, utc.replace('T', ' '));

            sql.queryForMap("SELECT told, written FROM times")
                    .forEach((column, value) ->
                            assertThat(Times.utc(value)).describedAs(column).contains(time));
        }
    }
}
