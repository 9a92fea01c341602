package pl.zmobridge.attempt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.apache.camel.component.sql.SqlConstants;
import pl.zmobridge.order.OrderCard.Stage;
import pl.zmobridge.register.Claims;
import pl.zmobridge.register.ImportState;
import pl.zmobridge.register.RegisteredOrder;

/** What every attempt goes through, whatever it is at: its claim, where its order stands, how it ends. */
public final class AttemptSteps {
    private final Claims claims;
    private final Shops shops;
    private final ZmoChanges changes;

    public AttemptSteps(Claims claims, Shops shops) {
        this.claims = claims;
        this.shops = shops;
        this.changes = new ZmoChanges(shops);
    }

    /** A token for the next due order, which is not known yet: the claim is never taken for younger than its lease is. */
    public void beginClaim(Exchange exchange, @Variable("attempt") Attempt attempt) {
        attempt.claim.begin(claims.take());
        exchange.getMessage().setHeader(SqlConstants.SQL_RETRIEVE_GENERATED_KEYS, true);
    }

    /** The statement has taken a lease and answers its order, as the key that it "generated"; or it has found nothing due. */
    public void claimNext(Exchange exchange, @Variable("attempt") Attempt attempt) {
        List<?> orders = exchange.getMessage().getHeader(SqlConstants.SQL_GENERATED_KEYS_DATA, List.of(), List.class);
        exchange.getMessage().removeHeaders("CamelSql*");
        if (orders.isEmpty()) {
            claims.done(attempt.claim.token());
            attempt.claim.unclaimed();
        } else {
            Object order = ((Map<?, ?>) orders.get(0)).values().iterator().next();
            attempt.claim.taken(((Number) order).longValue());
            mayWrite(attempt);
        }
    }

    /** Takes the row of a due order: its claim, its buyer, its id become the attempt's. */
    public void claim(@Variable("attempt") Attempt attempt, @Body Map<String, Object> due) {
        attempt.take(
                ((Number) due.get("shop_order_id")).longValue(),
                due.get("buyer_key").toString(),
                claims.take(),
                Optional.ofNullable((String) due.get("step")).map(Step::valueOf));
        mayWrite(attempt);
        if (due.get("erp_stopped") instanceof Number stopped && stopped.intValue() != 0) {
            attempt.write.mayNotBegin();
        }
    }

    private void mayWrite(Attempt attempt) {
        attempt.write.mayTake(shops.of(attempt.shop()).target().connection().writeTimeout());
    }

    /** The transaction of the claim failed, so nothing is claimed; of a single statement nobody knows, so its lease is released. */
    public void unclaim(@Variable("attempt") Attempt attempt) {
        if (attempt.claim.isLeftInDoubt()) {
            return;
        }
        claims.done(attempt.claim.token());
        attempt.claim.unclaimed();
    }

    /** The work is over, well or badly; the lease is not renewed any more. */
    public void forget(@Variable("attempt") Attempt attempt) {
        claims.done(attempt.claim.token());
        attempt.claim.letGo();
    }

    /**
     * An intent has changed this many rows; none means that the lease ended, and another worker may have the order, or that the
     * order was closed, or all writes to the ERP were stopped: this one must stop before it writes to the ERP (I8, S6).
     *
     * @throws Claims.ClaimLost when it changed none
     */
    public void stillOurs(@Header("CamelSqlUpdateCount") int changedRows, @Variable("attempt") Attempt attempt) {
        claims.stillOurs(changedRows, attempt.claim.token());
        attempt.write.intends();
    }

    /** Whether this call is a write that was held up after its intent, so that the claim must be confirmed once more (I8). */
    public boolean isHeldUp(@Variable("call") Call call, @Variable("attempt") Attempt attempt) {
        return attempt != null && call.request().isWrite() && claims.isHeldUp(attempt.claim.token());
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
        attempt.found(attempt.claim.read(row));
        attempt.keepsRefreshed();
    }

    /** Takes the row of {@code registered-order}, and what an import comes to by it. */
    public void decideImport(Exchange exchange, @Variable("attempt") Attempt attempt, @Body Map<String, Object> row) {
        exchange.removeVariable("reason"); // a hook decides anew
        attempt.found(attempt.claim.read(row));
        decideAgain(attempt);
    }

    /**
     * What an import comes to, by what the register and perhaps the shop say.
     *
     * @throws HeldByRule when a rule holds the order
     * @throws ErpDiffers when the ERP stored the ZMO otherwise than it was sent, and no person has allowed it
     * @throws ZmoNotEdited when the ZMO must be edited, and a person must say so (S4)
     */
    public void decideAgain(@Variable("attempt") Attempt attempt) {
        RegisteredOrder registered = attempt.registered();
        if (registered.changeDue().isPresent() || wantsComparison(attempt)) {
            attempt.decided(changes.decide(attempt));
        } else if (registered.isImported()) {
            attempt.decided(new ImportDecision.Nothing());
        } else if (!attempt.isRefreshed()
                && (registered.needsFetch(attempt.wantsCurrentData()) || lacksLogin(attempt))) {
            attempt.decided(new ImportDecision.AskShop());
        } else if (attempt.isOver() && !registered.importState().hasZmo()) {
            attempt.decided(new ImportDecision.Nothing()); // E1: the next poll closes it
        } else if (attempt.noDocument().isPresent() && !registered.importState().hasZmo()) {
            attempt.decided(new ImportDecision.Close(attempt.noDocument().get()));
        } else if (!registered.buyerKey().equals(attempt.buyerKey())) {
            attempt.decided(new ImportDecision.OtherBuyer());
        } else {
            if (registered.importState() == ImportState.NEW) { // I2: after an unclear write the ERP is asked first
                HeldByRule.check(attempt, Stage.IMPORT); // S10, D1
            }
            ErpDiffers.check(attempt); // S3
            attempt.decided(new ImportDecision.Import());
        }
    }

    /** K3: the code of the buyer's card is made of his login, which no poll reads. */
    private boolean lacksLogin(Attempt attempt) {
        RegisteredOrder registered = attempt.registered();
        return registered.importState() == ImportState.NEW
                && registered.userId().isPresent()
                && registered.login().isEmpty()
                && shops.of(attempt.shop()).target().wantsLogins()
                && !shops.of(attempt.shop())
                        .target()
                        .settings()
                        .contractors()
                        .isOneOff(registered.card().contractor());
    }

    /** D1: the order gets no document. What may have been written of it is asked for and withdrawn (I2). */
    public Closing closing(@Variable("attempt") Attempt attempt) {
        ImportDecision.Close close = (ImportDecision.Close) attempt.importing();
        return new Closing(attempt.orderId(), close.reason(), false, true);
    }

    /** The ERP has no ZMO of an unclear attempt, and the shop was not asked since for what there is to send (E7). */
    public boolean isUnread(@Variable("attempt") Attempt attempt) {
        return attempt.registered().importState() == ImportState.ISSUING
                && attempt.zmo.isToBeIssued()
                && !attempt.isRefreshed();
    }

    /**
     * The order was read anew in the middle of an import, which goes on with what the shop says now.
     *
     * @throws Claims.ClaimLost when the shop names another buyer than the one that was claimed: whoever claims that one goes on
     * @throws HeldByRule when a rule holds the order now
     */
    public void mustStayOurs(@Variable("attempt") Attempt attempt) {
        decideAgain(attempt);
        if (attempt.importing().isImport()) {
            HeldByRule.check(attempt, Stage.IMPORT);
        }
        claims.stillOurs(attempt.importing().isImport() ? 1 : 0, attempt.claim.token());
    }

    /** N1, S4: a person who imports an order that has a ZMO wants it brought up to date. */
    private static boolean wantsComparison(Attempt attempt) {
        RegisteredOrder registered = attempt.registered();
        return attempt.wantsCurrentData()
                && registered.state().equals("ISSUED")
                && registered.importState() == ImportState.ISSUED;
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
        attempt.failing.refused(refusal);
    }

    /** The ZMO is registered; an edit or a withdrawal is no import. */
    public void imported(@Variable("attempt") Attempt attempt) {
        if (attempt.zmo.write() == ZmoWrite.ISSUE) {
            attempt.ended(Attempt.End.IMPORTED);
        }
    }

    /** The documents are registered; after the first half the sale goes on. */
    public void sold(@Variable("attempt") Attempt attempt) {
        if (!attempt.isHalfSold()) {
            attempt.ended(Attempt.End.SOLD);
        }
    }

    /** The dead letter is stored. */
    public void letterStored(@Variable("attempt") Attempt attempt) {
        attempt.ended(Attempt.End.FAILED);
    }

    /** The register refuses the dead letter as it is: what is not needed is left out. */
    public void sparesLetter(@Variable("attempt") Attempt attempt) {
        attempt.failing.failed(new SpareFailure(attempt.failure().orElseThrow()));
    }

    /** What an attempt failed with, for its dead letter. */
    public void failed(
            @Variable("attempt") Attempt attempt, @ExchangeProperty("CamelExceptionCaught") Throwable failure) {
        attempt.failing.failed(
                failure instanceof Exception exception ? exception : new IllegalStateException(failure)); // I11
        attempt.feedback.fails(shops.of(attempt.shop()).rules().feedback().failed());
    }
}
