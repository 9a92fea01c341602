package pl.zmobridge.app;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import pl.zmobridge.api.Explanations;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.mending.Systems;
import pl.zmobridge.monitoring.Outages;
import pl.zmobridge.wire.Request;

/** Asks an ERP or a shop what an answer of the API would be fuller with. One that is silent or refuses leaves the answer poorer, and spoils nothing. */
final class ErpIfItAnswers implements Explanations.Erp, Systems {
    private final Supplier<ProducerTemplate> template;
    private final Outages outages;

    ErpIfItAnswers(Supplier<ProducerTemplate> template, Outages outages) {
        this.template = template;
        this.outages = outages;
    }

    @Override
    public <T> Optional<T> ask(String shop, Request<T> question) {
        if (outages.isAway(FailedSystem.ERP, shop)) {
            return Optional.empty();
        }
        return asked("direct:erp-call", shop, question);
    }

    private <T> Optional<T> asked(String way, String shop, Request<T> question) {
        Exchange answer = template.get().request(way, exchange -> {
            exchange.setVariable("shop", shop);
            exchange.getMessage().setBody(question);
        });
        return answer.getException() == null ? Optional.ofNullable(body(answer)) : Optional.empty();
    }

    @Override
    public <T> Optional<T> askErp(String shop, Request<T> question) {
        return ask(shop, question);
    }

    @Override
    public <T> Optional<T> askShop(String shop, Request<T> question) {
        return outages.isAway(FailedSystem.SHOP, shop) ? Optional.empty() : asked("direct:shop-call", shop, question);
    }

    /** The route leaves what the question's own reader has made. */
    @SuppressWarnings("unchecked")
    private static <T> T body(Exchange answer) {
        return (T) answer.getMessage().getBody();
    }
}
