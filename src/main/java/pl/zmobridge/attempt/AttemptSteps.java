package pl.zmobridge.attempt;

import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import pl.zmobridge.order.OrderCard.Stage;
import pl.zmobridge.register.Claims;
import pl.zmobridge.register.RegisteredOrder;

/** What every attempt goes through, whatever it is at: its claim, where its order stands, how it ends. */
public final class AttemptSteps {
    private final Claims claims;

    public AttemptSteps(Claims claims) {
        this.claims = claims;
    }

    /** Takes the row of a due order: its claim, its buyer, its id become the attempt's. */
    public void claim(@Variable("attempt") Attempt attempt, @Body Map<String, Object> due) {
        attempt.take(
                ((Number) due.get("shop_order_id")).longValue(),
                due.get("buyer_key").toString(),
                claims.take(),
                Optional.ofNullable((String) due.get("step")).map(Step::valueOf));
    }

    /** The transaction of the claim failed, so nothing is claimed. */
    public void unclaim(@Variable("attempt") Attempt attempt) {
        claims.done(attempt.claim());
        attempt.unclaimed();
    }

    /** The work is over, well or badly; the lease is not renewed any more. */
    public void forget(@Variable("attempt") Attempt attempt) {
        claims.done(attempt.claim());
        attempt.letGo();
    }

    /**
     * An intent has changed this many rows; none means that the lease ended, and another worker may have the order, or that the
     * order was closed: this one must stop before it writes to the ERP (I8).
     *
     * @throws Claims.ClaimLost when it changed none
     */
    public void stillOurs(@Header("CamelSqlUpdateCount") int changedRows, @Variable("attempt") Attempt attempt) {
        claims.stillOurs(changedRows, attempt.claim());
    }

    /** Whether this call is a write that was held up after its intent, so that the claim must be confirmed once more (I8). */
    public boolean isHeldUp(@Variable("call") Call call, @Variable("attempt") Attempt attempt) {
        return attempt != null && call.request().isWrite() && claims.isHeldUp(attempt.claim());
    }

    /** Parameters of {@code claim-renew}: the claims of all work in flight. */
    public Map<String, Object> inFlight() {
        return Map.of("claims", claims.inFlight());
    }

    public boolean isAnyInFlight() {
        return !claims.inFlight().isEmpty();
    }

    /** Takes the row of {@code registered-order}: where the order stands now, with the shop's current data if the attempt has asked for them. */
    public void read(@Variable("attempt") Attempt attempt, @Body Map<String, Object> row) {
        attempt.found(RegisteredOrder.of(row));
        attempt.keepsRefreshed();
    }

    /** Takes the row of {@code registered-order}, and what an import comes to by it. */
    public void decideImport(Exchange exchange, @Variable("attempt") Attempt attempt, @Body Map<String, Object> row) {
        exchange.removeVariable("reason"); // a hook decides anew
        attempt.found(RegisteredOrder.of(row));
        decideAgain(attempt);
    }

    /**
     * What an import comes to, by what the register and perhaps the shop say.
     *
     * @throws HeldByRule when a rule holds the order
     * @throws ErpDiffers when the ERP stored the ZMO otherwise than it was sent, and no person has allowed it
     */
    public void decideAgain(@Variable("attempt") Attempt attempt) {
        RegisteredOrder registered = attempt.registered();
        if (registered.isImported()) {
            attempt.decided(new ImportDecision.Nothing());
        } else if (!attempt.isRefreshed() && registered.needsFetch(attempt.wantsCurrentData())) {
            attempt.decided(new ImportDecision.AskShop());
        } else if (!registered.buyerKey().equals(attempt.buyerKey())) {
            attempt.decided(new ImportDecision.OtherBuyer());
        } else {
            if (!registered.importState().hasZmo()) {
                HeldByRule.check(attempt, Stage.IMPORT); // S10
            }
            ErpDiffers.check(attempt); // S3
            attempt.decided(new ImportDecision.Import());
        }
    }

    /** The words with which what is open of the order closes. */
    public void ends(String reason, @Variable("attempt") Attempt attempt) {
        attempt.ends(reason);
    }

    /**
     * A hook that has set the variable {@code reason} wants the order held: it waits for a person as a dead letter with that reason.
     *
     * @throws HeldByHook when it is to be held
     */
    public void holdIfWanted(@Variable("reason") String reason) {
        if (reason != null && !reason.isBlank()) {
            throw new HeldByHook(reason);
        }
    }

    /** The ERP said no; what else there is to find out goes first. */
    public void refused(
            @Variable("attempt") Attempt attempt, @ExchangeProperty("CamelExceptionCaught") RuntimeException refusal) {
        attempt.refused(refusal);
    }

    /** Lets a caught failure go on as it was. */
    public void rethrow(@ExchangeProperty("CamelExceptionCaught") Exception failure) throws Exception {
        throw failure;
    }

    /** The ZMO is registered. */
    public void imported(@Variable("attempt") Attempt attempt) {
        attempt.ended(Attempt.End.IMPORTED);
    }

    /** The sales documents are registered. */
    public void sold(@Variable("attempt") Attempt attempt) {
        attempt.ended(Attempt.End.SOLD);
    }

    /** The dead letter is stored. */
    public void letterStored(@Variable("attempt") Attempt attempt) {
        attempt.ended(Attempt.End.FAILED);
    }

    /** What an attempt failed with, for its dead letter. */
    public void failed(
            @Variable("attempt") Attempt attempt, @ExchangeProperty("CamelExceptionCaught") Throwable failure) {
        attempt.failed(failure instanceof Exception exception ? exception : new IllegalStateException(failure)); // I11
    }
}
