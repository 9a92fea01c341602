package pl.zmobridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.UnexpectedRollbackException;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.register.Database;
import pl.zmobridge.support.MariaDb;

@DisplayName("A transacted route")
class InTransactionTest {
    private static HikariDataSource database;
    private static JdbcTemplate sql;
    private static CamelContext camel;

    private final InTransaction transaction = new InTransaction(database);

    @BeforeAll
    static void start() {
        database = Database.open(MariaDb.newSchema(), "root", "", 1); // what is not given back is missed at once
        sql = new JdbcTemplate(database);
        sql.update("CREATE TABLE notes (id INT PRIMARY KEY) ENGINE=InnoDB");
        camel = new DefaultCamelContext();
        camel.start();
        PluginHelper.getUnitOfWorkFactory(camel).afterPropertiesConfigured(camel);
    }

    @AfterAll
    static void stop() throws Exception {
        camel.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        sql.update("DELETE FROM notes");
    }

    @Test
    void keepsEverythingWhenItEndsWell() throws Exception {
        Exchange exchange = run(note(1), note(2));

        assertThat(exchange.getException()).isNull();
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void keepsNothingWhenAStepFailsAndTheFailureGoesOn() throws Exception {
        IllegalStateException failure = new IllegalStateException("no");

        Exchange exchange = run(note(1), each -> {
            throw failure;
        });

        assertThat(exchange.getException()).isSameAs(failure);
        assertThat(notes()).isZero();
    }

    @Test
    void withinAnotherTakesPartInItAndSpoilsItEvenWhenTheFailureIsCaught() throws Exception {
        assertThat(run(note(1), transaction.wrap(null, note(2))).getException()).isNull();
        assertThat(notes()).isEqualTo(2);

        Exchange exchange = run(note(3), each -> {
            transaction
                    .wrap(null, inner -> {
                        note(4).process(inner);
                        throw new IllegalStateException("no");
                    })
                    .process(each);
            each.setException(null);
        });

        assertThat(exchange.getException()).isInstanceOf(UnexpectedRollbackException.class);
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    @DisplayName("costs two statements besides its own, and its connection commits by itself again")
    void cost() throws Exception {
        long before = questions();
        long two = questions();
        run(note(1));
        long after = questions();

        assertThat(after - two).isEqualTo((two - before) + 3);
        sql.update("INSERT INTO notes VALUES (2)");
        database.getHikariPoolMXBean().softEvictConnections();
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    @DisplayName("I1 that cannot be kept is a failure, whatever its own steps say")
    void cut() throws Exception {
        Exchange exchange = run(note(1), each -> {
            long own = sql.queryForObject("SELECT CONNECTION_ID()", Long.class);
            try (var other = DriverManager.getConnection(database.getJdbcUrl(), "root", "");
                    var statement = other.createStatement()) {
                statement.execute("KILL " + own);
            }
        });

        assertThat(exchange.getException()).isInstanceOf(DataAccessException.class);
        assertThat(Failures.of(exchange.getException()).cause()).isEqualTo(Cause.DATABASE_AWAY);
        assertThat(notes()).isZero();
    }

    private Exchange run(Processor... steps) throws Exception {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getExchangeExtension()
                .setUnitOfWork(PluginHelper.getUnitOfWorkFactory(camel).createUnitOfWork(exchange));
        transaction
                .wrap(null, each -> {
                    for (Processor step : steps) {
                        step.process(each);
                    }
                })
                .process(exchange);
        return exchange;
    }

    private static Processor note(int id) {
        return exchange -> sql.update("INSERT INTO notes VALUES (?)", id);
    }

    private static int notes() {
        return sql.queryForObject("SELECT COUNT(*) FROM notes", Integer.class);
    }

    private static long questions() {
        return sql.query("SHOW SESSION STATUS LIKE 'Questions'", row -> {
            row.next();
            return row.getLong(2);
        });
    }
}
