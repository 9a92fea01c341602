package pl.zmobridge.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.vertx.HttpMessage;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConstants;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;
import org.apache.camel.util.ObjectHelper;
import org.springframework.dao.PessimisticLockingFailureException;
import pl.zmobridge.attempt.Attempt;
import pl.zmobridge.attempt.Workers;
import pl.zmobridge.people.Person;
import pl.zmobridge.reload.Gate;

/**
 * The door of the HTTP API: {@code rest:} blocks are served through it. A request that the {@link Doorkeeper} has let in is read into
 * the variable {@code request}, carried out by the route that its block names, and answered in JSON, an action on an order or a dead letter with how it stands then;
 * what goes wrong on the way is answered as a problem document. A request that changes something waits while routes are being replaced; one that reads does not.
 */
public final class ApiDoor implements RestConsumerFactory {
    /** Longer than a replacement waits for work in flight. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int MOST_TRIES = 3;

    private final ApiRequests requests;
    private final ApiReplies replies;
    private final Gate gate;
    private final Workers workers;
    private final Supplier<ProducerTemplate> template;

    public ApiDoor(
            ApiRequests requests, ApiReplies replies, Gate gate, Workers workers, Supplier<ProducerTemplate> template) {
        this.requests = requests;
        this.replies = replies;
        this.gate = gate;
        this.workers = workers;
        this.template = template;
    }

    @Override
    public Consumer createConsumer(
            CamelContext camel,
            Processor action,
            String verb,
            String path,
            String template,
            String consumes,
            String produces,
            RestConfiguration configuration,
            Map<String, Object> parameters)
            throws Exception {
        return camel.getComponent("platform-http", PlatformHttpComponent.class)
                .createConsumer(
                        camel,
                        exchange -> serve(exchange, action),
                        verb,
                        path,
                        template,
                        consumes,
                        produces,
                        configuration,
                        parameters);
    }

    private void serve(Exchange exchange, Processor action) throws Exception {
        Message asked = exchange.getMessage();
        try {
            requests.take(exchange, person(exchange), this::held);
            carryOut(exchange, action);
        } catch (Exception | Error e) { // I11: also then the order is let go
            exchange.setException(e);
        }
        Attempt attempt = exchange.getVariable("attempt", Attempt.class);
        if (attempt != null) {
            workers.letGo(attempt);
        }
        Exception failure = exchange.getException();
        if (failure == null) {
            Object answer = exchange.getMessage().getBody();
            if (answer instanceof TableStream table && asked instanceof HttpMessage http) {
                table.endWhen(http.getResponse()::closed);
            }
            replies.reply(exchange, answer);
        } else {
            exchange.setException(null);
            replies.problem(exchange, failure);
        }
        Audit.tell(exchange);
    }

    private List<OrderNames.Held> held(OrderNames.Wanted wanted) {
        List<?> rows = template.get().requestBody("sql:classpath:sql/orders-named.sql", wanted, List.class);
        return rows.stream()
                .map(row -> (Map<?, ?>) row)
                .map(row -> new OrderNames.Held(
                        row.get("shop").toString(), ((Number) row.get("shop_order_id")).longValue()))
                .toList();
    }

    /** @throws ApiProblem 401 when the request has not come by the {@link Doorkeeper}, who alone lets in */
    private static Person person(Exchange exchange) {
        return Doorkeeper.person(exchange.getMessage().getHeader(VertxPlatformHttpConstants.AUTHENTICATED_USER))
                .orElseThrow(
                        () -> new ApiProblem(
                                401,
                                "Unauthorized",
                                "Sign in with ops.user and ops.password, or as a user of config/users.properties (HTTP Basic)"));
    }

    private void carryOut(Exchange exchange, Processor action) throws Exception {
        if (ApiRequest.of(exchange).isReading()) {
            action.process(exchange);
            return;
        }
        if (!gate.enter(PATIENCE)) {
            throw new ApiProblem(
                            503,
                            "Service unavailable",
                            "Edited routes are about to be used; nothing was done, try again")
                    .with("Retry-After", "5");
        }
        try {
            action.process(exchange);
            for (int tries = 1; tries < MOST_TRIES && isPollBrokenOff(exchange); tries++) {
                exchange.setException(null);
                action.process(exchange);
            }
            if (exchange.getException() == null && View.isShownAfter(ApiRequest.of(exchange))) {
                template.get().send("direct:view", exchange);
            }
        } finally {
            gate.leave();
        }
    }

    /** Whether the database has broken off a poll to end a deadlock. It goes on from where it was, and nobody has seen anything of it. */
    private static boolean isPollBrokenOff(Exchange exchange) {
        return ApiRequest.of(exchange).path().equals("/api/poll")
                && ObjectHelper.getException(PessimisticLockingFailureException.class, exchange.getException()) != null;
    }
}
