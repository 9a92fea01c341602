package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import pl.zmobridge.register.ImportState;
import pl.zmobridge.register.ImportState.Question;
import pl.zmobridge.register.Lives;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.register.Rows;
import pl.zmobridge.symfonia.ErpDifferences.Difference;
import pl.zmobridge.symfonia.StoredZmo;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.Zmo;
import pl.zmobridge.symfonia.ZmoStatus;
import pl.zmobridge.wire.Request;
import pl.zmobridge.words.Phrase;

/** Whether an order's ZMO exists, and whether one that is to be changed is still as the bridge left it (N1, S6). */
public final class ZmoSearchSteps {
    private final Shops shops;
    private final Lives lives;
    private final InstantSource clock;

    public ZmoSearchSteps(Shops shops, Lives lives, InstantSource clock) {
        this.shops = shops;
        this.lives = lives;
        this.clock = clock;
    }

    /**
     * What must be asked before anything is written (I2). A document that was refused may stand in the buffer all the same, without a number: so
     * once a write was begun the marker is asked for, too. An order that has come since the register lost nothing, and for which it notes nothing, has
     * no ZMO: nothing is asked (adr/0009).
     *
     * @param begunBefore whether an earlier attempt left its idempotent key
     */
    public void questions(
            @Variable("attempt") Attempt attempt, @ExchangeProperty("CamelDuplicateMessage") Boolean begunBefore) {
        RegisteredOrder registered = attempt.registered();
        ImportState state = registered.importState();
        boolean renames = shops.of(attempt.shop()).target().settings().rename();
        boolean begun =
                Boolean.TRUE.equals(begunBefore) || registered.intentAt().isPresent();
        attempt.zmo.livesIn(registered.evidence().life());
        if (attempt.importing().isEdit()) {
            attempt.zmo.changing(ZmoWrite.EDIT, remembered(registered));
            state = ImportState.EDITING;
        } else if (attempt.importing().isWithdraw() && !state.isNameless()) {
            attempt.zmo.changing(ZmoWrite.WITHDRAW, remembered(registered));
            state = ImportState.WITHDRAWING;
        }
        if (state == ImportState.RENAMING
                && (attempt.write.isAsking()
                        || attempt.write.hasFailed()
                        || registered.isToBePlain())) { // some answer 500 where others refuse
            attempt.zmo.asks(List.of(Question.ZMO_BY_NUMBER, Question.ZMO_BY_ID));
        } else if (state != ImportState.NEW || begun || !isProvenNew(attempt)) {
            attempt.zmo.asks(state.questions(begun, renames));
        }
    }

    /** Whether nobody can have written its ZMO yet: neither an attempt, nor a person in the ERP, nor a bridge of which this register knows nothing. */
    private boolean isProvenNew(Attempt attempt) {
        RegisteredOrder registered = attempt.registered();
        boolean first = registered.importNo() == 1 && registered.failures() == 0;
        return first
                && !Realisation.isThroughBuffer(
                        registered) // it gets no number of ours, which would tell of another one
                && attempt.importing().isImport()
                && !attempt.isAskedByPerson()
                && !attempt.write.isAsking()
                && lives.isProvenNew(attempt.shop(), attempt.orderId(), registered.evidence());
    }

    private static Zmo remembered(RegisteredOrder registered) {
        return new Zmo(registered.zmoId(), registered.erpNumber(), MissingNode.getInstance());
    }

    /** The next of the questions. */
    public Request<? extends Optional<?>> question(@Variable("attempt") Attempt attempt) {
        RegisteredOrder registered = attempt.registered();
        return switch (attempt.zmo.nextQuestion()) {
            case ZMO_BY_ID ->
                SymfoniaApi.findById(attempt.zmo.listed().map(Zmo::id).orElseGet(registered::zmoId));
            case ZMO_BY_NUMBER -> SymfoniaApi.findByNumber(registered.number());
            case ZMO_BY_MARKER -> SymfoniaApi.findMarked(registered.number(), Days.of(registered, clock));
            case ZMO_STATUS -> SymfoniaApi.status(registered.zmoId());
            case ZMO_POSITIONS -> SymfoniaApi.stored(registered.zmoId());
            case DOCUMENTS -> throw new IllegalStateException("no question about a ZMO");
        };
    }

    /**
     * Takes the answer to one of the questions; the order's ZMO ends those that look for it, another document does not (S6).
     *
     * @throws HandledByHand when a ZMO that is to be edited was deleted (E5)
     * @throws ZmoNotEdited when somebody has begun to work on it
     * @throws ZmoNotWithdrawn when somebody has begun to work on it, or it is gone after an unclear sale
     */
    public void answered(@Variable("attempt") Attempt attempt, @Body Optional<?> answer) {
        switch (attempt.zmo.asked().orElse(Question.ZMO_BY_ID)) {
            case ZMO_STATUS -> status(attempt, answer.map(ZmoStatus.class::cast));
            case ZMO_POSITIONS ->
                attempt.zmo.stored(answer.map(StoredZmo.class::cast).orElseThrow(() -> deleted(attempt)));
            default -> looked(attempt, answer.map(Zmo.class::cast).or(attempt.zmo::listed));
        }
        if (attempt.importing().isWithdraw() && !attempt.zmo.isThere() && !attempt.zmo.isAsking()) {
            attempt.zmo.nothingToWithdraw(); // E1: it was never written
        }
    }

    private void looked(Attempt attempt, Optional<Zmo> there) {
        List<Difference> strange = there.map(zmo -> Identity.differences(attempt.registered(), buyer(attempt), zmo))
                .orElse(List.of());
        if (isNumberTaken(attempt, there)) {
            throw NotOurs.hasNumber(attempt.registered(), there.get());
        }
        if (!strange.isEmpty()) {
            attempt.zmo.stranger(
                    NotOurs.of(attempt.registered().number(), there.get().id(), strange));
        } else if (there.isPresent() && attempt.zmo.isFromList()) {
            attempt.zmo.listed(there.get());
        } else {
            attempt.zmo.found(there);
        }
    }

    /** N1: the order's ZMO exists, and the ERP refuses to give it its number, because another document has it. */
    private static boolean isNumberTaken(Attempt attempt, Optional<Zmo> there) {
        RegisteredOrder registered = attempt.registered();
        return registered.importState() == ImportState.RENAMING
                && attempt.zmo.asked().equals(Optional.of(Question.ZMO_BY_NUMBER))
                && there.filter(zmo -> zmo.id() != registered.zmoId()).isPresent();
    }

    /** S6: only the ZMO that the register remembers is changed, and only while nobody has worked on it. */
    private static void status(Attempt attempt, Optional<ZmoStatus> status) {
        RegisteredOrder registered = attempt.registered();
        Set<String> numbers = new HashSet<>(List.of(registered.erpNumber(), registered.number()));
        boolean withdrawing = attempt.zmo.write() == ZmoWrite.WITHDRAW;
        boolean closed = registered.state().equals("CLOSED");
        if (status.isEmpty() && registered.importState() == ImportState.SELLING) {
            throw ZmoNotWithdrawn.unsettled(registered); // Z12
        } else if (status.isEmpty() && (closed || registered.importState() == ImportState.WITHDRAWING)) {
            attempt.zmo.nothingToWithdraw();
        } else if (status.isEmpty()) {
            throw deleted(attempt);
        } else if (!registered.released().isEmpty()) {
            throw closed ? ZmoNotWithdrawn.released(registered) : ZmoNotEdited.released(registered);
        } else if (!status.get().isAsIssued(numbers)
                || withdrawing && status.get().paid()) {
            throw closed
                    ? ZmoNotWithdrawn.touched(registered, status.get())
                    : ZmoNotEdited.touched(registered, status.get());
        }
    }

    /** E5: before it could be edited. */
    private static HandledByHand deleted(Attempt attempt) {
        return HandledByHand.deleted(attempt.registered().erpNumber());
    }

    /**
     * Whether the order, as it is now, must be made into a ZMO: the ERP has none, or holds what the order was (S4).
     *
     * @throws NotOurs when another document has its number or its id (S6)
     * @throws ZmoGone when there was one: whether there shall be another is for a person to say (Z8)
     */
    public boolean isToBeMade(@Variable("attempt") Attempt attempt) {
        if (attempt.zmo.write() != ZmoWrite.ISSUE) {
            return attempt.zmo.write() == ZmoWrite.EDIT;
        }
        if (!attempt.zmo.isThere() && attempt.zmo.stranger().isPresent()) {
            throw attempt.zmo.stranger().get();
        }
        if (!attempt.zmo.isThere() && attempt.registered().importState() == ImportState.RENAMING) {
            throw new ZmoGone(attempt.registered().number());
        }
        return !attempt.zmo.isThere();
    }

    /** Whether the register learns only now that the ZMO exists. */
    public boolean isNews(@Variable("attempt") Attempt attempt) {
        return attempt.zmo.isThere() && !attempt.registered().importState().hasZmo();
    }

    private OptionalInt buyer(Attempt attempt) {
        return Identity.buyer(
                attempt.registered(),
                shops.of(attempt.shop()).target().settings().contractors());
    }

    /** Parameters of {@code event-insert}: the ERP has the ZMO already. */
    public Map<String, Object> foundEvent(@Variable("attempt") Attempt attempt) {
        return Rows.event(attempt.orderId(), Phrase.of("FOUND").with("number", attempt.zmo.erpNumber()));
    }
}
