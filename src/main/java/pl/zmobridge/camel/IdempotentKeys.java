package pl.zmobridge.camel;

import javax.sql.DataSource;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * Camel's idempotent repository on the register's table. A key says that an order was begun, never that it is done: the
 * register says that. So a key left by a dead process makes the next attempt ask the ERP first, and blocks nothing.
 */
public final class IdempotentKeys extends JdbcMessageIdRepository {
    private static final String ADD =
            "INSERT IGNORE INTO CAMEL_MESSAGEPROCESSED (processorName, messageId, createdAt) VALUES (?, ?, UTC_TIMESTAMP(3))";

    public IdempotentKeys(DataSource database) {
        super(database, "import-order");
        setCreateTableIfNotExists(false);
    }

    /** One statement says both whether it was there and that it is now. When two add one key at the same instant, the slower one may fail: it is there already. */
    @Override
    public boolean add(String key) {
        try {
            return jdbcTemplate.update(ADD, processorName, key) == 1;
        } catch (PessimisticLockingFailureException e) {
            return false;
        }
    }
}
