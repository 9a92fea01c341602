package pl.zmobridge.camel;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.TransactedPolicy;
import org.apache.camel.support.processor.DelegateProcessor;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What {@code transacted} means in the routes: all statements of the route are one transaction of the register, rolled back
 * when a step fails; the failure goes on to the caller. {@code transacted} always holds the whole route, so a route that has it
 * does nothing but SQL.
 *
 * <p>The statement that ends it commits it, as JDBC has it of {@link Connection#setAutoCommit}: Spring's own manager sends a
 * {@code COMMIT} besides. What ends in any other way is rolled back, at the latest by the pool.
 */
public final class InTransaction implements TransactedPolicy {
    private final DataSource database;
    private final SQLExceptionTranslator translator = new SQLExceptionSubclassTranslator();

    public InTransaction(DataSource database) {
        this.database = database;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // nothing to prepare
    }

    @Override
    public Processor wrap(Route route, Processor steps) {
        return new DelegateProcessor(steps) {
            @Override
            public void process(Exchange exchange) {
                Object transaction = new Object();
                exchange.getUnitOfWork().beginTransactedBy(transaction);
                try {
                    ConnectionHolder begun = (ConnectionHolder) TransactionSynchronizationManager.getResource(database);
                    if (begun == null) {
                        runWithin(exchange);
                    } else { // a route within another one's transaction takes part in it
                        run(exchange, begun);
                    }
                } catch (SQLException e) { // no connection, or the commit failed
                    DataAccessException known = translator.translate("transaction", null, e);
                    exchange.setException(
                            known == null ? new UncategorizedSQLException("transaction", null, e) : known);
                } finally {
                    exchange.getUnitOfWork().endTransactedBy(transaction);
                }
            }

            private void runWithin(Exchange exchange) throws SQLException {
                try (Connection connection = database.getConnection()) {
                    connection.setAutoCommit(false);
                    ConnectionHolder holder = new ConnectionHolder(connection);
                    TransactionSynchronizationManager.bindResource(database, holder);
                    try {
                        run(exchange, holder);
                    } finally {
                        TransactionSynchronizationManager.unbindResource(database);
                    }
                    if (!holder.isRollbackOnly()) {
                        connection.setAutoCommit(true);
                        return;
                    }
                    connection.rollback();
                }
                if (exchange.getException() == null) {
                    exchange.setException(new UnexpectedRollbackException("A part of the transaction failed"));
                }
            }

            private void run(Exchange exchange, ConnectionHolder holder) {
                try {
                    processNext(exchange);
                } catch (Exception e) {
                    exchange.setException(e);
                }
                if (exchange.getException() != null) {
                    holder.setRollbackOnly();
                }
            }
        };
    }
}
