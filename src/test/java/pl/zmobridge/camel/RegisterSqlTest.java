package pl.zmobridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.register.Database;
import pl.zmobridge.support.MariaDb;

@DisplayName("A batch on the register")
class RegisterSqlTest {
    private static final String INSERT =
            "sql:INSERT INTO waiting (shop, shop_order_id, seen_at) VALUES ('main', :#orderId, UTC_TIMESTAMP(3))?batch=true";

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private HikariDataSource database;
    private ProducerTemplate template;

    @BeforeEach
    void start() {
        database = Database.open(MariaDb.newSchema(), "root", "", 2);
        Database.migrate(database);
        camel.addComponent("sql", new RegisterSql(database));
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        camel.stop();
        database.close();
    }

    @Test
    @DisplayName("runs once for each and leaves the body as it was")
    void leavesTheBody() {
        List<Map<String, Object>> orders = List.of(Map.of("orderId", 1L), Map.of("orderId", 2L));

        assertThat(template.requestBody(INSERT, orders)).isSameAs(orders);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    @DisplayName("does nothing when it is empty")
    void empty() {
        List<?> none = List.of();

        assertThat(template.requestBody(INSERT, none)).isSameAs(none);
        assertThat(stored()).isZero();
    }

    private long stored() {
        return template.requestBody("sql:SELECT COUNT(*) FROM waiting?outputType=SelectOne", null, Long.class);
    }
}
