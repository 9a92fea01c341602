package pl.zmobridge.camel;

import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.TransactedPolicy;
import org.apache.camel.support.processor.DelegateProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What {@code transacted} means in the routes: all statements of the route are one transaction of the register, rolled back
 * when a step fails; the failure goes on to the caller. {@code transacted} always holds the whole route, so a route that has it
 * does nothing but SQL.
 */
public final class InTransaction implements TransactedPolicy {
    private final TransactionTemplate transactions;

    public InTransaction(PlatformTransactionManager transactions) {
        this.transactions = new TransactionTemplate(transactions);
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
                Object transaction = new Object(); // a route within another one's transaction takes part in it
                exchange.getUnitOfWork().beginTransactedBy(transaction);
                try {
                    transactions.executeWithoutResult(status -> {
                        run(exchange);
                        if (exchange.getException() != null) {
                            status.setRollbackOnly();
                        }
                    });
                } catch (RuntimeException e) {
                    exchange.setException(e); // no connection, or the commit failed
                } finally {
                    exchange.getUnitOfWork().endTransactedBy(transaction);
                }
            }

            private void run(Exchange exchange) {
                try {
                    processNext(exchange);
                } catch (Exception e) {
                    exchange.setException(e);
                }
            }
        };
    }
}
