package pl.zmobridge.camel;

import javax.sql.DataSource;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * Camel's idempotent repository on the register's table. A key says that an order was begun, never that it is done: the
 * register says that. So a key left by a dead process makes the next attempt ask the ERP first, and blocks nothing.
 */
public final class IdempotentKeys extends JdbcMessageIdRepository {

    public IdempotentKeys(DataSource database) {
        super(database, "import-order");
        setCreateTableIfNotExists(false);
    }

    /** Two threads can add one key at the same instant, and the slower insert fails: that key is there already. */
    @Override
    public boolean add(String key) {
        try {
            return super.add(key);
        } catch (DuplicateKeyException | PessimisticLockingFailureException e) {
            return false;
        }
    }
}
