package pl.zmobridge.app;

import java.util.function.Supplier;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Request;

/** Opens and closes sessions of ERPs over the routes' own HTTP client. */
final class ErpSessions implements ShopSetup.Sessions {
    private final Supplier<ProducerTemplate> template;

    ErpSessions(Supplier<ProducerTemplate> template) {
        this.template = template;
    }

    @Override
    public String open(String shop) {
        Exchange answer = template.get().request("direct:erp-session", exchange -> exchange.setVariable("shop", shop));
        if (answer.getException() != null) {
            throw CamelExecutionException.wrapCamelExecutionException(answer, answer.getException());
        }
        return answer.getMessage().getBody(String.class);
    }

    @Override
    public void close(String erpUrl, String token) {
        // the routes have stopped by now
        Request<?> close = SymfoniaApi.closeSession();
        String erp = erpUrl + "/api?throwExceptionOnFailure=false&connectTimeout=2000&responseTimeout=5000";
        template.get().request(erp, exchange -> {
            exchange.getMessage().setHeader(Exchange.HTTP_METHOD, close.method());
            exchange.getMessage().setHeader(Exchange.HTTP_PATH, close.path());
            exchange.getMessage().setHeader("Authorization", "Session " + token);
        });
    }
}
