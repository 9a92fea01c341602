package pl.zmobridge.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import pl.zmobridge.support.MariaDb;

@DisplayName("A migration in the middle of which the bridge or its database died")
class BrokenOffMigrationTest {
    private static final String COLUMNS =
            """
            SELECT table_name, column_name, ordinal_position, column_type, column_default, is_nullable, collation_name, extra, generation_expression
            FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name <> 'flyway_schema_history'
            ORDER BY table_name, ordinal_position""";

    private static final String INDEXES =
            """
            SELECT table_name, index_name, seq_in_index, column_name, non_unique FROM information_schema.statistics
            WHERE table_schema = DATABASE() AND table_name <> 'flyway_schema_history' ORDER BY table_name, index_name, seq_in_index""";

    private HikariDataSource database;
    private JdbcTemplate sql;

    @BeforeEach
    void open() {
        database = Database.open(MariaDb.newSchema(), "root", "", 2);
        sql = new JdbcTemplate(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("is begun anew by the next start, wherever it broke off, and comes to the same")
    void begunAnew() {
        int brokenOff = 0;
        flyway().baselineVersion("0").load().baseline(); // its own table comes first
        for (MigrationInfo migration : flyway().load().info().pending()) {
            List<String> statements = statements(migration.getScript());
            for (int done = 1; done <= statements.size(); done++, brokenOff++) {
                statements.subList(0, done).forEach(sql::execute);
            }
            flyway().target(migration.getVersion()).load().migrate();
        }

        assertThat(brokenOff).isGreaterThan(50);
        try (HikariDataSource atOnce = Database.open(MariaDb.newSchema(), "root", "", 2)) {
            Database.migrate(atOnce);
            assertThat(rows(sql, COLUMNS)).isEqualTo(rows(new JdbcTemplate(atOnce), COLUMNS));
            assertThat(rows(sql, INDEXES)).isEqualTo(rows(new JdbcTemplate(atOnce), INDEXES));
        }
    }

    @Test
    @DisplayName("and that Flyway has noted as failed keeps no start from going on")
    void notedAsFailed() {
        Database.migrate(database);
        sql.update("UPDATE flyway_schema_history SET success = 0 ORDER BY installed_rank DESC LIMIT 1");

        Database.migrate(database);

        assertThat(flyway().load().info().pending()).isEmpty();
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM flyway_schema_history WHERE success = 0", Integer.class))
                .isZero();
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(database).locations("classpath:db/migration");
    }

    private static List<String> statements(String script) {
        return Stream.of(text(script).replaceAll("(?m)^--.*\\n", "").split(";\\s*\\n"))
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    private static String text(String script) {
        try {
            return new ClassPathResource("db/migration/" + script).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> rows(JdbcTemplate sql, String query) {
        return sql.queryForList(query);
    }
}
