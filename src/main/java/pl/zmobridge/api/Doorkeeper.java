package pl.zmobridge.api;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.User;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.people.Person;
import pl.zmobridge.words.Language;

/**
 * Stands before every address of the HTTP server, those of an operator's own route files too: judges a request by its head, before a
 * byte of its body is read. What it lets in carries who asks; what it refuses is answered with a problem document.
 */
public final class Doorkeeper {
    /** Bytes of a request's body. */
    public static final int MOST_BODY = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
    private static final String PERSON = "person";
    private static final long LONGEST_WAIT_MILLIS = 10_000;

    // made once: whoever floods the bridge with them costs it little
    private static final ApiProblem NOTHING_HERE = ApiProblem.notFound("There is nothing at this address");
    private static final ApiProblem NO_SUCH_METHOD =
            new ApiProblem(405, "Method not allowed", "This address knows no such method");
    private static final ApiProblem BODY_TOO_LONG =
            new ApiProblem(413, "Content too large", "A body of more than 64 KB is not read");
    private static final ApiProblem FAILED =
            new ApiProblem(500, "Internal error", "The bridge failed; its log says why");
    private static final ApiProblem MALFORMED = new ApiProblem(
            400,
            "Bad request",
            "The request is malformed: its address, its Host or another header is none, or stands twice");

    private final Access access;
    private final OneAtATime tables = new OneAtATime();
    private final OneByOne lists = new OneByOne();
    private final OnceAMinute malformed;
    private final OnceAMinute failed;

    public Doorkeeper(Access access, InstantSource clock) {
        this.access = access;
        this.malformed = new OnceAMinute(clock);
        this.failed = new OnceAMinute(clock);
    }

    /**
     * Takes its place before all other handlers of the router.
     *
     * @return by what requests come to the router
     */
    public Handler<HttpServerRequest> before(Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::meet).failureHandler(this::answerFailure);
        for (int status : new int[] {404, 405}) {
            router.errorHandler(status, this::answerFailure);
        }
        return request -> RequestHead.fault(request)
                .ifPresentOrElse(fault -> refuseMalformed(request, fault), () -> router.handle(request));
    }

    /** A request that is no HTTP, or that can be read in two ways. */
    public void noteMalformed(HttpServerRequest request, String why) {
        malformed.happened(times -> LOG.warn(
                "{} malformed HTTP requests refused since the last such line, the latest from {}: {}",
                times,
                Access.ipOf(String.valueOf(request.remoteAddress())),
                why));
    }

    /** Who asks, as the doorkeeper has noted it; empty when the request has not come by the door. */
    static Optional<Person> person(Object user) {
        return user instanceof User known
                ? Optional.ofNullable((Person) known.attributes().getValue(PERSON))
                : Optional.empty();
    }

    private void refuseMalformed(HttpServerRequest request, String fault) {
        noteMalformed(request, fault);
        send(request, problem(400), true);
    }

    private void meet(RoutingContext context) {
        RequestHead head = RequestHead.of(context.request());
        if (!head.isPlain()) {
            refuse(context, problem(404));
            return;
        }
        Optional<Person> atOnce = access.atOnce(head);
        if (atOnce.isPresent()) {
            letIn(context, head, atOnce.get());
            return;
        }
        context.request().pause();
        context.vertx()
                .executeBlocking(() -> access.admit(head), false)
                .map(person -> {
                    letIn(context, head, person);
                    return person;
                })
                .onFailure(refusal -> refuse(context, refusal));
    }

    @SuppressWarnings("deprecation") // Camel hands on a user that is set so, and no other
    private void letIn(RoutingContext context, RequestHead head, Person person) {
        HttpServerRequest request = context.request();
        if (head.bodyLength() > MOST_BODY) {
            refuse(context, problem(413));
            return;
        }
        if (isTable(context)) {
            tables.enter(person.from());
            context.addEndHandler(ended -> tables.leave(person.from()));
        }
        request.params().remove("stackTrace"); // of a failed health check: the log has it
        context.setUser(
                User.create(new JsonObject().put("actor", person.name()), new JsonObject().put(PERSON, person)));
        if (isLongList(context)) {
            awaitTurn(context, person.from());
        } else {
            context.next();
            request.resume();
        }
    }

    private void awaitTurn(RoutingContext context, String address) {
        context.request().pause();
        Context own = context.vertx().getOrCreateContext();
        long late = context.vertx().setTimer(LONGEST_WAIT_MILLIS, id -> refuse(context, OneAtATime.refusal()));
        lists.enter(
                address,
                () -> own.runOnContext(turn -> {
                    boolean inTime = context.vertx().cancelTimer(late);
                    if (!inTime || context.response().closed()) {
                        lists.leave(address);
                        return;
                    }
                    context.addEndHandler(ended -> lists.leave(address));
                    context.next();
                    context.request().resume();
                }));
    }

    /** Orders, or dead letters with what the shop sent of them, by the hundred. */
    private static boolean isLongList(RoutingContext context) {
        if (context.request().method() != HttpMethod.GET) {
            return false;
        }
        String size = context.request().getParam("size");
        return switch (context.normalizedPath()) {
            case "/api/orders" -> size != null && !size.matches("\\d{1,2}|100");
            case "/api/dead-letters" -> size == null || !size.matches("\\d{1,2}|100");
            case "/api/dead-letter-causes" -> true;
            default -> false;
        };
    }

    /** In whatever way its path is written. */
    private static boolean isTable(RoutingContext context) {
        return "/api/orders.csv".equals(context.normalizedPath())
                && context.request().method() == HttpMethod.GET;
    }

    private void answerFailure(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof HttpClosedException) {
            return; // its sender has gone
        }
        int status = context.statusCode() > 0 ? context.statusCode() : 500;
        if (status == 500) {
            failed.happened(
                    times -> LOG.error("The HTTP server failed, {} times since the last such line", times, failure));
        }
        refuse(context, problem(status));
    }

    private void refuse(RoutingContext context, Throwable refusal) {
        if (refusal instanceof ApiProblem problem) {
            send(context.request(), problem, false);
        } else {
            context.fail(500, refusal);
        }
    }

    private static void send(HttpServerRequest request, ApiProblem problem, boolean last) {
        HttpServerResponse response = request.response();
        if (response.headWritten() || response.closed()) {
            request.connection().close();
            return;
        }
        Language language = Language.asked(String.valueOf(request.getHeader("Accept-Language")))
                .orElse(Language.EN);
        Content told = ApiReplies.told(problem, language);
        response.setStatusCode(told.status()).putHeader("Content-Type", told.type());
        told.headers().forEach(response::putHeader);
        if (last || RequestHead.of(request).hasBody()) {
            response.putHeader("Connection", "close");
        }
        Future<Void> sent = response.end(Buffer.buffer(told.body()));
        if (last) {
            sent.onComplete(done -> request.connection().close());
        }
        request.resume(); // without a reader: what still comes is thrown away
    }

    private static ApiProblem problem(int status) {
        return switch (status) {
            case 404 -> NOTHING_HERE;
            case 405 -> NO_SUCH_METHOD;
            case 413 -> BODY_TOO_LONG;
            case 500 -> FAILED;
            default -> MALFORMED;
        };
    }
}
