package pl.zmobridge.register;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far an import has come: the state machine that makes an effect happen once on an ERP without idempotency keys (I2). The
 * intent is written before each ERP write and the outcome after it, so whatever dies in between leaves a state that says what
 * must be asked before anything is written again. {@code docs/reliability.md} shows the table; each event is one statement in
 * {@code sql/}, which changes nothing where the table has no entry.
 */
public enum ImportState {
    /** Nothing was written to the ERP, or the ERP refused it. */
    NEW,
    /** A ZMO is being written, or was and nobody noted the outcome. */
    ISSUING,
    /** The ZMO exists; it may not have its number yet. */
    RENAMING,
    /** The ZMO exists and has its number; nothing was sold, or the ERP refused to. */
    ISSUED,
    /** The ZMO is being edited, or was and nobody noted the outcome (S4). */
    EDITING,
    /** The ZMO is being deleted, or was and nobody noted the outcome (E1, S4). */
    WITHDRAWING,
    /** Sales documents are being issued, or were and nobody noted the outcome. */
    SELLING,
    /** Sales documents exist. */
    SOLD,
    /** The ZMO was deleted; the order has another import after this one. */
    WITHDRAWN;

    /** What happens to an import; in brackets the statement that notes it. */
    public enum Event {
        /** Right before the ZMO is written ({@code issue-intent}). */
        ISSUE_BEGUN,
        /** The ERP said no ({@code issue-refused}). */
        ISSUE_REFUSED,
        /** The ZMO was written or found ({@code zmo-exists}). */
        ZMO_KNOWN,
        /** The ZMO has its number, or keeps the ERP's ({@code import-issued}). */
        NAMED,
        /** Right before the ZMO is edited ({@code edit-intent}). */
        EDIT_BEGUN,
        /** The ERP said no ({@code edit-refused}). */
        EDIT_REFUSED,
        /** The ZMO is what the order is ({@code import-edited}). */
        EDITED,
        /** Right before the ZMO is deleted ({@code withdraw-intent}). */
        WITHDRAWAL_BEGUN,
        /** The ERP said no ({@code withdraw-refused}). */
        WITHDRAWAL_REFUSED,
        /** The ZMO is gone, or there never was one ({@code import-withdrawn}). */
        WITHDRAWN,
        /** Right before the sales documents are issued ({@code sell-intent}). */
        SALE_BEGUN,
        /** The ERP said no ({@code sell-refused}). */
        SALE_REFUSED,
        /** The first of two kinds of documents was issued or found ({@code import-sold}): the sale is still missing (D1). */
        HALF_SOLD,
        /** The documents were issued or found ({@code import-sold}). */
        SOLD
    }

    /** What the ERP is asked before it is written to. */
    public enum Question {
        /** {@code GET Orders?id=}. */
        ZMO_BY_ID,
        /** {@code GET Orders?number=} (N1). */
        ZMO_BY_NUMBER,
        /** {@code GET Orders/Filter}, for the marker in {@code Description}. */
        ZMO_BY_MARKER,
        /** {@code GET Orders/Status}: whose id it is, and whether anything was done to it (S6). */
        ZMO_STATUS,
        /** {@code GET Orders?id=} once more, for its positions and sums (S4). */
        ZMO_POSITIONS,
        /** {@code GET Orders/FV} (Z9). */
        DOCUMENTS
    }

    /**
     * The state after an event; empty when the event cannot happen in this state. A refusal after a write that was unclear leaves
     * {@link #EDITING} instead of {@link #ISSUED}: what the ZMO holds is certain only once it was edited.
     */
    public Optional<ImportState> on(Event event) {
        return switch (event) {
            case ISSUE_BEGUN -> from(ISSUING, NEW, ISSUING);
            case ISSUE_REFUSED -> from(NEW, ISSUING);
            case ZMO_KNOWN -> from(RENAMING, NEW, ISSUING, RENAMING);
            case NAMED -> from(ISSUED, RENAMING);
            case EDIT_BEGUN -> from(EDITING, ISSUED, EDITING);
            case EDIT_REFUSED, EDITED -> from(ISSUED, EDITING);
            case WITHDRAWAL_BEGUN -> from(WITHDRAWING, ISSUED, EDITING, WITHDRAWING, SELLING);
            case WITHDRAWAL_REFUSED -> from(ISSUED, WITHDRAWING);
            case WITHDRAWN -> from(WITHDRAWN, ISSUING, RENAMING, ISSUED, EDITING, WITHDRAWING);
            case SALE_BEGUN -> from(SELLING, ISSUED, SELLING);
            case SALE_REFUSED -> from(ISSUED, SELLING);
            case HALF_SOLD -> from(ISSUED, ISSUED, SELLING);
            case SOLD -> from(SOLD, ISSUED, SELLING);
        };
    }

    /**
     * What must be asked before the next write, in this order, until one is answered with yes; of a ZMO that is changed, all of it.
     *
     * @param begunBefore whether an earlier attempt left its idempotent key: it may have died before it noted anything else
     * @param renames whether ZMO get the order's number, so that asking by number tells
     */
    public Set<Question> questions(boolean begunBefore, boolean renames) {
        return switch (this) {
            case NEW -> {
                Set<Question> asked = EnumSet.noneOf(Question.class);
                if (renames) {
                    asked.add(Question.ZMO_BY_NUMBER);
                }
                if (begunBefore) {
                    asked.add(Question.ZMO_BY_MARKER);
                }
                yield asked;
            }
            case ISSUING ->
                renames
                        ? EnumSet.of(Question.ZMO_BY_NUMBER, Question.ZMO_BY_MARKER)
                        : EnumSet.of(Question.ZMO_BY_MARKER);
            case RENAMING -> EnumSet.of(Question.ZMO_BY_ID);
            case EDITING -> EnumSet.of(Question.ZMO_STATUS, Question.ZMO_POSITIONS);
            case WITHDRAWING -> EnumSet.of(Question.ZMO_STATUS);
            case SELLING -> EnumSet.of(Question.DOCUMENTS);
            case ISSUED, SOLD, WITHDRAWN -> EnumSet.noneOf(Question.class);
        };
    }

    /** Whether an ERP write was begun whose outcome nobody noted. */
    public boolean unclear() {
        return this == ISSUING || this == EDITING || this == WITHDRAWING || this == SELLING;
    }

    /** Whether its ZMO is being written still: it may not exist, or not have its number. */
    public boolean isNameless() {
        return this == ISSUING || this == RENAMING;
    }

    /** Whether the ZMO is known to exist. */
    public boolean hasZmo() {
        return compareTo(RENAMING) >= 0 && this != WITHDRAWN;
    }

    private Optional<ImportState> from(ImportState to, ImportState... allowed) {
        return Set.of(allowed).contains(this) ? Optional.of(to) : Optional.empty();
    }
}
