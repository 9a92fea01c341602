package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import pl.zmobridge.register.ImportState;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.register.Rows;
import pl.zmobridge.symfonia.ErpDifferences;
import pl.zmobridge.symfonia.ErpDifferences.Difference;
import pl.zmobridge.symfonia.Issued;
import pl.zmobridge.symfonia.OrderIssues;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.Zmo;
import pl.zmobridge.wire.Request;
import pl.zmobridge.words.Phrase;

/** The order's ZMO: whether it exists, what it is made of, its number (N1). */
public final class ZmoSteps {
    private final Shops shops;
    private final InstantSource clock;

    public ZmoSteps(Shops shops, InstantSource clock) {
        this.shops = shops;
        this.clock = clock;
    }

    /**
     * What must be asked before anything is written (I2).
     *
     * @param begunBefore whether an earlier attempt left its idempotent key
     */
    public void questions(
            @Variable("attempt") Attempt attempt, @ExchangeProperty("CamelDuplicateMessage") Boolean begunBefore) {
        RegisteredOrder registered = attempt.registered();
        attempt.zmo.asks(registered
                .importState()
                .questions(
                        Boolean.TRUE.equals(begunBefore),
                        shops.of(attempt.shop()).target().settings().rename()));
    }

    /** The next of the questions. */
    public Request<Optional<Zmo>> question(@Variable("attempt") Attempt attempt) {
        RegisteredOrder registered = attempt.registered();
        return switch (attempt.zmo.nextQuestion()) {
            case ZMO_BY_ID -> SymfoniaApi.findById(registered.zmoId());
            case ZMO_BY_NUMBER -> SymfoniaApi.findByNumber(registered.number());
            case ZMO_BY_MARKER -> SymfoniaApi.findMarked(registered.number(), Days.of(registered, clock));
            case DOCUMENTS -> throw new IllegalStateException("no question about a ZMO");
        };
    }

    /** By the id that the register remembers. */
    public Request<Optional<Zmo>> byId(@Variable("attempt") Attempt attempt) {
        return SymfoniaApi.findById(attempt.registered().zmoId());
    }

    /** Takes the answer to one of the questions; a ZMO that is there ends them. */
    public void answered(@Variable("attempt") Attempt attempt, @Body Optional<Zmo> answer) {
        attempt.zmo.found(answer);
    }

    /**
     * Whether the ERP has no ZMO of this order, so that one must be written.
     *
     * @throws ZmoGone when there was one: whether there shall be another is for a person to say (Z8)
     */
    public boolean isMissing(@Variable("attempt") Attempt attempt) {
        if (!attempt.zmo.isThere() && attempt.registered().importState() == ImportState.RENAMING) {
            throw new ZmoGone(attempt.registered().number());
        }
        return !attempt.zmo.isThere();
    }

    /** Whether the register learns only now that the ZMO exists. */
    public boolean isNews(@Variable("attempt") Attempt attempt) {
        return attempt.zmo.isThere() && attempt.registered().importState() != ImportState.RENAMING;
    }

    /** The request that writes the ZMO. */
    public Request<Issued> issue(@Variable("attempt") Attempt attempt) {
        return SymfoniaApi.issue(attempt.zmo.sent().orElseThrow());
    }

    /** The body of {@code OrdersIssue/New}: header, parties, positions with delivery last (L1 to L4) and the shop's VAT rates (V1). */
    public void mapLines(@Variable("attempt") Attempt attempt) {
        RegisteredOrder registered = attempt.registered();
        Shop.Target target = shops.of(attempt.shop()).target();
        attempt.zmo.sending(new OrderIssues(target.settings(), target.vat().vat(), false)
                .issue(
                        registered.card(),
                        registered.number(),
                        attempt.zmo.contractor().id(),
                        attempt.zmo.payment().form(),
                        attempt.zmo.cuts()));
    }

    public void issued(@Variable("attempt") Attempt attempt, @Body Issued issued) {
        attempt.zmo.issued(issued);
    }

    /**
     * What the ERP stored against what was sent (S3).
     *
     * @throws ErpDiffers when it is not the same
     */
    public void compare(@Variable("attempt") Attempt attempt) {
        Issued issued = attempt.zmo.issued().orElseThrow();
        List<Difference> differences = ErpDifferences.ofIssued(
                issued.order(),
                attempt.registered().card(),
                attempt.zmo.contractor().id(),
                shops.of(attempt.shop()).target().vat().vat());
        if (!differences.isEmpty()) {
            throw ErpDiffers.of(issued.zmo().number(), differences);
        }
    }

    /** N1, unless the operator wants the ERP's own numbers. */
    public boolean needsName(@Variable("attempt") Attempt attempt) {
        return shops.of(attempt.shop()).target().settings().rename()
                && !attempt.zmo.erpNumber().equals(attempt.registered().number());
    }

    public Request<JsonNode> rename(@Variable("attempt") Attempt attempt) {
        return SymfoniaApi.rename(
                attempt.zmo.zmo().orElseThrow().id(), attempt.registered().number());
    }

    public void renamed(@Variable("attempt") Attempt attempt) {
        attempt.zmo.named(attempt.registered().number());
    }

    /** Parameters of {@code event-insert}: the ERP has the ZMO already. */
    public Map<String, Object> foundEvent(@Variable("attempt") Attempt attempt) {
        return Rows.event(attempt.orderId(), Phrase.of("FOUND").with("number", attempt.zmo.erpNumber()));
    }

    /** Parameters of {@code event-insert}: the ZMO, and each text that did not fit the ERP. */
    public List<Map<String, Object>> issuedEvents(@Variable("attempt") Attempt attempt) {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(Rows.event(attempt.orderId(), Phrase.of("ISSUED").with("number", attempt.zmo.erpNumber())));
        attempt.zmo.cuts().forEach(cut -> rows.add(Rows.event(attempt.orderId(), "WARNING", cut)));
        return rows;
    }
}
