package pl.zmobridge.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import pl.zmobridge.people.SessionMemory.Session;
import pl.zmobridge.register.Database;
import pl.zmobridge.sim.MovableClock;
import pl.zmobridge.support.MariaDb;

@DisplayName("Sessions in the database")
class SessionRowsTest {
    private final MovableClock clock = MovableClock.at("2026-10-02T10:00:00Z");
    private final Session session =
            new Session(Keyed.plain(bytes("id")), "żaneta", Keyed.plain(bytes("of token, password and role")));
    private HikariDataSource database;
    private boolean away;
    private SessionRows rows;

    @BeforeEach
    void open() {
        database = Database.open(MariaDb.newSchema(), "root", "", 2);
        Database.migrate(database);
        rows = new SessionRows(
                new DelegatingDataSource(database) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        if (away) {
                            throw new SQLNonTransientConnectionException("away");
                        }
                        return super.getConnection();
                    }
                },
                clock);
        rows.keep(session);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("are found until they are forgotten, by this bridge or another one")
    void found() {
        assertThat(rows.find(session.id())).hasValueSatisfying(found -> {
            assertThat(found.user()).isEqualTo("żaneta");
            assertThat(found.proof()).isEqualTo(session.proof());
        });
        assertThat(rows.find(Keyed.plain(bytes("another")))).isEmpty();

        new SessionRows(database, clock).forget(session.id());

        assertThat(rows.find(session.id())).isEmpty();
        away = true;
        assertThatThrownBy(() -> rows.find(session.id())).isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("are over when nobody used them for long, and in the end in any case")
    void over() {
        JdbcTemplate sql = new JdbcTemplate(database);
        sql.update("UPDATE sign_ins SET used_at = used_at - INTERVAL 90 MINUTE");
        assertThat(rows.find(session.id())).isPresent();
        sql.update("UPDATE sign_ins SET used_at = used_at - INTERVAL 90 MINUTE");
        assertThat(rows.find(session.id())).describedAs("used meanwhile").isPresent();
        sql.update("UPDATE sign_ins SET used_at = used_at - INTERVAL 150 MINUTE");
        assertThat(rows.find(session.id())).isEmpty();

        sql.update("UPDATE sign_ins SET used_at = UTC_TIMESTAMP(3), ends_at = UTC_TIMESTAMP(3)");
        assertThat(rows.find(session.id())).isEmpty();
        rows.keep(new Session(Keyed.plain(bytes("next")), "jan", session.proof()));
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM sign_ins", Integer.class))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("go on for a quarter of an hour without the database, if this process has seen them")
    void without() {
        rows.find(session.id());
        away = true;

        clock.advance(Duration.ofMinutes(14));
        assertThat(rows.find(session.id())).isPresent();
        assertThatThrownBy(() -> rows.find(Keyed.plain(bytes("another")))).isInstanceOf(DataAccessException.class);
        clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> rows.find(session.id())).isInstanceOf(DataAccessException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
