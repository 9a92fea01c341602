package pl.zmobridge.api;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import pl.zmobridge.attempt.Attempt;
import pl.zmobridge.attempt.Closing;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.attempt.Step;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.register.ImportState;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.register.Rows;
import pl.zmobridge.register.Times;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.Zmo;
import pl.zmobridge.wire.Request;

/** What a person may do to one order or dead letter, and with which attempt. */
public final class Operator {
    /** How long a person waits for an order that a worker has. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Shops shops;

    /** A person gives up on a dead letter; the parameters of {@code dead-letter-discard}. */
    private record Discard(long letter, String reason) implements SqlParameters {
        @Override
        public Object parameter(String name) {
            return switch (name) {
                case "deadLetterId" -> letter;
                case "reason" -> reason;
                default -> NONE;
            };
        }
    }

    /** ERPs that are written to again; the parameters of {@code erp-resume}. */
    record Resumption(List<Map<String, Object>> stopped) implements SqlParameters {
        @Override
        public Object parameter(String name) {
            return name.equals("erps")
                    ? stopped.stream().map(row -> row.get("erp")).toList()
                    : NONE;
        }
    }

    public Operator(Shops shops) {
        this.shops = shops;
    }

    /**
     * An import or realisation of the request's order. An import of one that is known begins with the shop's current data; another
     * one is fetched first. A decision about its difference (L6) is tried at once, at the step that waits for it.
     *
     * @param rows of {@code sql/order-find.sql}
     * @throws ApiProblem 404 or 409 when there is no such order, 409 when it is to be realised and cannot be, or has no such difference
     */
    public void begins(
            Exchange exchange, @Variable("request") ApiRequest request, @Body List<Map<String, Object>> rows) {
        ApiRequests.order(exchange, request, rows).ifPresent(Operator::mustNotBeLeftAlone);
        if (request.path().endsWith("/accept-difference")) {
            Map<String, Object> order = ApiRequests.known(exchange, request, rows);
            boolean hasCode =
                    shops.of(order.get("shop").toString()).source().intake().hasDifferenceCode();
            Decision decision = Decision.read(request, order, hasCode);
            exchange.setVariable("request", request.wanting(decision));
            attempt(exchange, decision.step(), request.orderId(), true).noting("difference-accept");
        } else if (request.path().endsWith("/realise")) {
            mustBeIssued(ApiRequests.known(exchange, request, rows));
            attempt(exchange, Step.REALISE, request.orderId(), false);
        } else {
            boolean known = ApiRequests.order(exchange, request, rows).isPresent();
            attempt(exchange, Step.IMPORT, request.orderId(), known);
        }
    }

    /** I10: nobody asks about a write before it can no longer be going on, a person neither. */
    private static void mustNotBeLeftAlone(Map<String, Object> row) {
        Times.utc(row.get("left_alone_until")).ifPresent(until -> {
            throw conflict("A write to the ERP for order " + row.get("shop_order_id")
                    + " or another one of its buyer may still be going on, until "
                    + until.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).atOffset(ZoneOffset.UTC)
                    + "; nothing is asked about it before, and then by itself");
        });
    }

    private static void mustBeIssued(Map<String, Object> order) {
        if (order.get("state").toString().equals("REALISED")) {
            throw conflict("The order is realised already; a further sales document takes a re-import (rule Z7)");
        }
        if (order.get("erp_order_id") == null) {
            throw conflict("The order has no ZMO yet; import it first");
        }
    }

    /** A further import, with the shop's current data. */
    public void importsAgain(
            Exchange exchange, @Variable("request") ApiRequest request, @Body List<Map<String, Object>> rows) {
        mustNotBeLeftAlone(ApiRequests.known(exchange, request, rows));
        attempt(exchange, Step.IMPORT, request.orderId(), true);
    }

    /** The order whose personal data goes. */
    public void forgets(
            Exchange exchange, @Variable("request") ApiRequest request, @Body List<Map<String, Object>> rows) {
        ApiRequests.known(exchange, request, rows);
    }

    /**
     * Another try at the step of a dead letter, with the shop's current data.
     *
     * @param rows of {@code sql/dead-letter-find.sql}
     * @throws ApiProblem 404 when there is no such dead letter, 409 unless it is open, or when a review is to be tried again
     */
    public void takesUp(
            Exchange exchange, @Variable("request") ApiRequest request, @Body List<Map<String, Object>> rows) {
        Map<String, Object> letter = ApiRequests.letter(request, rows);
        if (!"OPEN".equals(letter.get("state"))) {
            throw conflict(
                    "Dead letter " + letter.get("id") + " is " + letter.get("state") + " already; nothing was done");
        }
        if (letter.get("step").equals(Step.REVIEW.name()) && request.path().endsWith("/replay")) {
            throw conflict("Entry " + letter.get("id")
                    + " is a review: nothing failed, so there is nothing to try again. It goes by itself when its reason does;"
                    + " once you have looked, discard it with a reason.");
        }
        mustNotBeLeftAlone(letter);
        exchange.setVariable("shop", letter.get("shop").toString());
        long order = ((Number) letter.get("shop_order_id")).longValue();
        attempt(exchange, Step.valueOf(letter.get("step").toString()), order, true);
    }

    /**
     * Whether the order is to be looked for, at first or once more: a worker that has just failed shows its dead letter a moment
     * before it lets the order go.
     */
    public boolean looksForClaim(@Variable("attempt") Attempt attempt) {
        Instant now = Instant.now();
        Instant since = attempt.looksSince(now);
        return !attempt.isClaimed() && !now.isAfter(since.plus(PATIENCE)) && !now.isBefore(since);
    }

    /** Milliseconds until the next look; none before the first. */
    public long pause(@Variable("attempt") Attempt attempt) {
        return attempt.isLookedForAgain() ? BETWEEN_LOOKS.toMillis() : 0;
    }

    /** @throws ApiProblem 409 when a worker has the order at the moment, or nothing may be written to its ERP (S6) */
    public void mustBeClaimed(@Variable("attempt") Attempt attempt, @Variable("request") ApiRequest request) {
        boolean writes = !attempt.isFeedback() && !request.path().endsWith("/discard");
        if (attempt.isErpStopped() && writes) {
            throw conflict("Writes to Symfonia " + attempt.erp()
                    + " are stopped, because several documents turned out not to be their orders'; look at them and say go on"
                    + " (POST /api/erp/resume)");
        }
        if (!attempt.isClaimed()) {
            throw conflict("Order " + attempt.orderId()
                    + " or another one of its buyer is being worked on right now; try again in a moment");
        }
    }

    /**
     * The question whether the last import's ZMO is there still.
     *
     * @throws ApiProblem 409 when that import has made none yet
     */
    public Request<Optional<Zmo>> asksForZmo(@Variable("attempt") Attempt attempt) {
        if (!attempt.registered().importState().hasZmo()) {
            throw conflict(
                    "The order's last import is not finished; import or replay it instead of importing it again");
        }
        return SymfoniaApi.findById(attempt.registered().zmoId());
    }

    /** @throws ApiProblem 409 when a re-import would make a second ZMO and nobody confirmed that */
    public void mustBeConfirmed(@Variable("attempt") Attempt attempt, @Variable("request") ApiRequest request) {
        RegisteredOrder registered = attempt.registered();
        Optional<Zmo> zmo = attempt.zmo().zmo();
        if (zmo.isPresent() && !request.isConfirmed()) {
            throw unconfirmed("ZMO " + zmo.get().number() + " still exists in the ERP. A re-import makes a second ZMO, "
                    + again(attempt)
                    + ", and a second sales document once the order is realised (rule Z7). Nothing was done; repeat"
                    + " the request with ?confirm=true if that is what you want.");
        }
        if (zmo.isEmpty() && registered.importState() == ImportState.SELLING && !request.isConfirmed()) {
            throw unconfirmed(
                    "The ZMO is gone from the ERP, and the last attempt to realise it had no answer, so a sales"
                            + " document may exist (rule Z12). Nothing was done; look in the ERP, and repeat the request with"
                            + " ?confirm=true if there is none.");
        }
    }

    /** Parameters of {@code import-insert}, {@code order-import-again}, {@code event-insert} and {@code dead-letters-close}. */
    public Map<String, Object> nextImport(
            @Variable("attempt") Attempt attempt, @Variable("request") ApiRequest request) {
        RegisteredOrder registered = attempt.registered();
        String number = attempt.zmo().isThere() ? again(attempt) : plain(attempt);
        Map<String, Object> row =
                Rows.event(registered.orderId(), Deed.of(request).with("number", number));
        row.put("importNo", registered.importNo() + 1);
        row.put("number", number);
        row.put("reason", "Ponowny import na żądanie operatora");
        return row;
    }

    /** A number that the ERP cannot have yet: numbers are unique there. */
    private String again(Attempt attempt) {
        return plain(attempt) + " (" + (attempt.registered().importNo() + 1) + ")";
    }

    /** The order's own number (N1); one whose personal data is erased has no card. */
    private String plain(Attempt attempt) {
        RegisteredOrder registered = attempt.registered();
        return registered.hasCard()
                ? registered.card().number()
                : shops.of(attempt.shop()).rules().numbers().number(registered.orderId());
    }

    /**
     * @param over the order's row, when it is over
     * @throws ApiProblem 409 unless the order is over, so that its personal data may be erased
     */
    public void mustBeOver(@Body List<Map<String, Object>> over) {
        if (over.isEmpty()) {
            throw conflict(
                    "Only an order that is realised or closed, without an open dead letter, can be forgotten, and not while it"
                            + " is worked on; discard it first, or try again in a moment");
        }
    }

    /** @throws ApiProblem 409 when a worker has closed the dead letter in the very moment before */
    public void mustBeDiscarded(@Header("CamelSqlUpdateCount") int letters) {
        if (letters == 0) {
            throw conflict("The dead letter is not open any more; nothing was done");
        }
    }

    /** @throws ApiProblem 422 when a discard has no reason */
    public void mustHaveReason(@Variable("request") ApiRequest request) {
        request.reason();
    }

    /** What {@code dead-letter-discard} is told. */
    public Object discard(@Variable("request") ApiRequest request) {
        return new Discard(request.letterId(), request.reason());
    }

    /**
     * The ERPs that a person says go on for: the one of {@code ?erp=}, or all of the request's shops that are stopped (S6).
     *
     * @param stopped rows of {@code sql/erp-stops.sql}
     */
    public Object resumption(@Variable("request") ApiRequest request, @Body List<Map<String, Object>> stopped) {
        String named = request.text("erp");
        Set<String> own = request.shops().stream()
                .map(shop -> shops.of(shop).target().connection().address())
                .collect(Collectors.toSet());
        return new Resumption(stopped.stream()
                .filter(row -> named.isEmpty() ? own.contains(row.get("erp")) : named.equals(row.get("erp")))
                .toList());
    }

    /** The order of a discarded dead letter is given up with it. */
    public Closing closing(@Variable("attempt") Attempt attempt, @Variable("request") ApiRequest request) {
        return attempt.closing(request.reason());
    }

    /** What closes an order that a hook has held, with the hook's reason. */
    public Closing closes(@Variable("attempt") Attempt attempt, @Variable("reason") String reason) {
        return attempt.closing(reason);
    }

    private Attempt attempt(Exchange exchange, Step step, long order, boolean currentData) {
        String shop = exchange.getVariable("shop", String.class);
        String erp = shops.of(shop).target().connection().address();
        Attempt attempt = Attempt.ofPerson(shop, step, order, currentData).writingTo(erp);
        exchange.setVariable("attempt", attempt);
        return attempt;
    }

    private static ApiProblem conflict(String detail) {
        return new ApiProblem(409, "Conflict", detail);
    }

    private static ApiProblem unconfirmed(String detail) {
        return new ApiProblem(409, "Confirmation needed", detail);
    }
}
