package pl.zmobridge.app;

import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** With what the bridge sets its own routes going: a template that sends to them, threads that do so. Made when first needed. */
final class Hands {
    private final Main main;
    private ProducerTemplate template;
    private ExecutorService threads;

    Hands(Main main) {
        this.main = main;
    }

    synchronized ProducerTemplate template() {
        if (template == null) {
            template = camel().createProducerTemplate();
        }
        return template;
    }

    /** Its producers would send to endpoints of routes that are gone. */
    synchronized void forgetTemplate() {
        if (template != null) {
            template.stop();
            template = null;
        }
    }

    /** Has a thread do it. */
    void take(Runnable task) {
        threads().execute(task);
    }

    private synchronized ExecutorService threads() {
        if (threads == null) {
            threads = camel().getExecutorServiceManager().newCachedThreadPool(this, "Worker");
        }
        return threads;
    }

    private CamelContext camel() {
        return main.getCamelContext();
    }
}
